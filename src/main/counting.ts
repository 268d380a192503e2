import { existsSync } from 'node:fs';
import { sentenceOf } from '../announce/sentence.ts';
import type { Log } from '../bot/model.ts';
import { inTime } from '../http/in-time.ts';
import { fileOf } from '../store/address.ts';
import type { MissedStore } from '../store/missed.ts';
import { openStore } from '../store/open.ts';
import { teller } from './telling.ts';

const day = 86_400_000;

/** How long what is being counted may take when all ends, in milliseconds. */
const patience = 1_000;

/** So many countings may be on their way at once; what comes beside them is not counted. */
const mostPending = 100;

type Counted = Pick<MissedStore, 'countMissed' | 'forgetMissed'>;

/** Counts what was searched for and not found, until it is closed. */
export interface Counting {
  /** Returns at once and never throws: no answer waits for it. */
  readonly missed: (query: string) => void;
  /** Deletes what is older than it may be, likewise behind whatever else is done. */
  readonly forget: () => void;
  /** Ends once all is counted, or a second later. */
  readonly close: () => Promise<void>;
}

/** Counts in a store, and deletes each day what is old. Where the database is away, one line tells of it. */
export function countMissed(store: Counted, log: Log): Counting {
  const tell = teller(sentence => log.warn({}, `What is searched for in vain is not counted. ${sentence}`));
  const pending = new Set<Promise<void>>();
  const behind = (work: (now: number) => Promise<void>): void => {
    if (pending.size >= mostPending) return;
    const done = work(Date.now())
      .then(
        () => tell([]),
        (error: unknown) => tell([sentenceOf(error)]),
      )
      .then(() => {
        pending.delete(done);
      });
    pending.add(done);
  };
  const forget = () => behind(store.forgetMissed);
  const daily = setInterval(forget, day);
  daily.unref();
  return {
    missed: query => behind(now => store.countMissed(query, now)),
    forget,
    close: async () => {
      clearInterval(daily);
      await inTime(Promise.all(pending), patience);
    },
  };
}

/** The same where nothing else needs the database: a file that is not there is made when there is something to count. */
export function countAlone(
  address: string,
  log: Log,
): Pick<Counting, 'missed'> & { readonly close: () => Promise<void> } {
  const store = openStore(address);
  const { missed, forget, close } = countMissed(store, log);
  const file = fileOf(address);
  if (file === undefined || existsSync(file)) forget();
  return {
    missed,
    close: async () => {
      await close();
      await store.close();
    },
  };
}
