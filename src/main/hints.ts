import { setTimeout } from 'node:timers/promises';
import type { Log } from '../bot/model.ts';
import type { Config } from '../config.ts';
import { openBell } from '../store/bell.ts';
import type { LiveLibrary } from './live.ts';

/** Words that there is something new, which all replicas hear that share a PostgreSQL. */
export interface Hints extends Pick<LiveLibrary, 'hurry'> {
  readonly close: () => Promise<void>;
}

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal, ref: false }).catch(() => undefined);

/** Passes on to all other replicas what a webhook tells this one, and does what one tells another. */
export function shareHints(
  { hook, announcing: { database } }: Config,
  { hurry }: Pick<LiveLibrary, 'hurry'>,
  log: Log,
): Hints {
  // Also after the connection was lost, while nobody was heard.
  const heard = (): void => {
    log.info({}, 'another replica says, or may have said, that the posts have changed');
    hurry();
  };
  const warn = (sentence: string) => log.warn({}, sentence);
  const bell = hook && openBell({ address: database, heard, warn, wait });
  return {
    hurry: () => {
      hurry();
      bell?.ring();
    },
    close: async () => bell?.close(),
  };
}
