import type { Carrier } from './carrier.ts';
import { compose } from './compose.ts';
import { gathered } from './gathered.ts';
import type { Outcome, Sent } from './model.ts';
import type { Job, Result } from './store.ts';
import { pauseOf } from './tries.ts';

const isOver = (outcome: Outcome<object>): boolean => outcome.done || 'refused' in outcome;

/** Asks once, in turn, and counts what Discord did not take. */
async function ask<Done>(
  request: () => Promise<Outcome<Done>>,
  { pace, store, now }: Carrier,
): Promise<Outcome<Done>> {
  await pace.turn();
  const outcome = await request();
  if (!outcome.done) await store.countFailure(now());
  return outcome;
}

/** What is tried again later; undefined where it is done, or Discord will never have it. */
function later(outcome: Outcome<object>, job: Job, { now, random }: Carrier): Result | undefined {
  if (isOver(outcome) || !('after' in outcome)) return undefined;
  return { is: 'later', at: now() + pauseOf(job.attempts, outcome.after, random), detail: outcome.detail };
}

async function publish(job: Job, sent: Sent, carrier: Carrier): Promise<Result> {
  const outcome = await ask(() => carrier.sender.publish(job.place, sent), carrier);
  return later(outcome, job, carrier) ?? { is: 'published' };
}

async function open(job: Job, sent: Sent, name: string, carrier: Carrier): Promise<Result> {
  const outcome = await ask(() => carrier.sender.open(job.place, sent, name), carrier);
  return (
    later(outcome, job, carrier) ?? { is: 'opened', ...(outcome.done ? { thread: outcome.thread } : {}) }
  );
}

/** Has an announcement show what it is to show. One that is gone, or that Discord will not have edited, stays so. */
async function edit(job: Job, sent: Sent, carrier: Carrier): Promise<Result> {
  const { sender, current } = carrier;
  const posts = await gathered(job, carrier);
  const composed = compose(posts.toSorted(byDate), job, current.content);
  const outcome = await ask(() => sender.edit(job.place, sent, composed.announcement), carrier);
  return later(outcome, job, carrier) ?? { is: 'edited', shown: composed.shown };
}

function byDate(one: { readonly date?: number }, other: { readonly date?: number }): number {
  return (one.date ?? 0) - (other.date ?? 0);
}

/**
 * Does what is left to do of an announcement that was sent: publishes it, opens its thread, edits it where that is due,
 * which only who has the newest content does. Stops at what has to wait.
 */
export async function finish(job: Job, carrier: Carrier): Promise<void> {
  const { store, now, current } = carrier;
  const { message, thread } = job;
  const keep = async (result: Result): Promise<boolean> =>
    (await store.settle(job, result, now())) && result.is !== 'later';
  if (message !== undefined) {
    const sent: Sent = { message, ...(thread === undefined ? {} : { thread }) };
    if (job.publish && !(await keep(await publish(job, sent, carrier)))) return;
    if (job.open) {
      const posts = await gathered(job, carrier);
      const { name } = compose(posts.toSorted(byDate), job, current.content);
      if (name !== '' && !(await keep(await open(job, sent, name, carrier)))) return;
      if (name === '') await keep({ is: 'opened' });
    }
    if (current.newest && !job.publish && !job.open && !(await keep(await edit(job, sent, carrier)))) return;
  }
  await keep({ is: 'done' });
}
