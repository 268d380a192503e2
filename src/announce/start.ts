import { type Announcer, makeAnnouncer } from './announcer.ts';
import type { Moment } from './model.ts';
import type { Parts } from './parts.ts';
import { sentenceOf } from './sentence.ts';

/** How often what was read and what waits is looked at, and how often what others made due, in milliseconds. */
const keepEvery = 5_000;
const deliverEvery = 2_000;

/** The longest pause while the store or Discord is away, in milliseconds. */
const longestPause = 60_000;

/** How often this machine's clock is compared with the database's, in milliseconds. */
const compareEvery = 10 * 60_000;

/**
 * The database's time, where it has a clock of its own: a claim must end at the same moment for all who share it,
 * though their machines' clocks differ.
 */
function sharedClock({ store, now }: Parts): {
  readonly now: () => Moment;
  readonly set: () => Promise<void>;
} {
  let ahead = 0;
  let next = Number.NEGATIVE_INFINITY;
  return {
    now: () => now() + ahead,
    set: async () => {
      if (now() < next) return;
      const there = await store.clock();
      ahead = there === undefined ? 0 : there - now();
      next = now() + compareEvery;
    },
  };
}

/** Announcing that goes on by itself. */
export interface Running extends Pick<Announcer, 'announcing' | 'seen' | 'formerKeys'> {
  /** Ends once what was claimed is done. */
  readonly close: () => Promise<void>;
}

/**
 * Announces new posts from now on, beside any number of others that share the store. Nothing ends it but `close`: what
 * fails is said once in the log, and tried again.
 */
export function startAnnouncing(given: Parts): Running {
  const { wait, log } = given;
  const clock = sharedClock(given);
  const parts = { ...given, now: clock.now };
  const end = new AbortController();
  let isRung = false;
  let wake: () => void = () => undefined;
  const ring = () => {
    isRung = true;
    wake();
  };
  const announcer = makeAnnouncer(parts, ring);
  const isOver = () => end.signal.aborted;

  const sleep = async (ms: number): Promise<void> => {
    const woken = new AbortController();
    wake = () => woken.abort();
    if (!isRung) await wait(ms, AbortSignal.any([end.signal, woken.signal]));
    isRung = false;
  };
  const repeat = async (work: () => Promise<void>, every: number, pause: (ms: number) => Promise<void>) => {
    let said: string | undefined;
    let failures = 0;
    while (!isOver()) {
      try {
        await work();
        if (said !== undefined) log.info({}, 'announcing goes on');
        said = undefined;
        failures = 0;
      } catch (error) {
        const sentence = sentenceOf(error);
        if (sentence !== said) log.warn({}, `Announcing has to wait. ${sentence}`);
        said = sentence;
        failures += 1;
      }
      await pause(Math.min(longestPause, every * 2 ** Math.min(failures, 10)));
    }
  };
  const keep = async () => {
    await clock.set();
    await announcer.keep();
  };
  const keeping = repeat(keep, keepEvery, sleep);
  const delivering = repeat(
    () => announcer.deliver(isOver),
    deliverEvery,
    ms => wait(ms, end.signal),
  );
  return {
    announcing: announcer.announcing,
    seen: announcer.seen,
    formerKeys: announcer.formerKeys,
    close: async () => {
      end.abort();
      await Promise.all([keeping, delivering]);
    },
  };
}
