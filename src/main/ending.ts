import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import type { Log } from '../bot/model.ts';

/** Resolves when the process is asked to end; asked once more, it ends at once. */
export const askedToEnd = (): Promise<string> =>
  new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal));
  });

/** How long what was begun may take to finish, in milliseconds: the process is gone within five seconds. */
const grace = 4_500;

/** Waits for `work`, the last that is done, but not for long; says how it went. */
export async function inTime(work: Promise<unknown>, log: Log): Promise<void> {
  const late = setTimeout(grace, 'late', { ref: false });
  const ended = await Promise.race([work, late]);
  if (ended === 'late') log.warn({}, 'not every answer could be posted in time; goodbye');
  else log.info({}, 'every answer is posted; goodbye');
}
