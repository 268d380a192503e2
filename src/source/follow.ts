import { setTimeout } from 'node:timers/promises';
import type { Snapshot } from './snapshot-model.ts';
import type { Watch } from './watch.ts';

export interface Following {
  readonly first: Snapshot;
  /** Reads the folder again, but for what did not change since. */
  readonly reread: (previous: Snapshot) => Promise<Snapshot>;
  /** Hints are heard sooner than the next look at the folder, and may be missed. */
  readonly watch: (hint: () => void) => Promise<Watch>;
  /** Is given what was seen before it is known that it will stay, so that what is made of it is ready when it does. */
  readonly seen?: (now: Snapshot) => void;
  /** Is given each new snapshot once the folder is quiet; no next one before it is done with this. */
  readonly changed: (now: Snapshot, before: Snapshot) => Promise<void>;
  /** Is told why the folder cannot be read; what was read before is still good. */
  readonly fault: (error: unknown) => void;
  /** The folder is looked at so often, hint or not, in milliseconds. */
  readonly every?: number;
  /** It is quiet when nothing changed for so long, in milliseconds. */
  readonly quiet?: number;
}

/** A folder that never is quiet is taken as it is after so many looks. */
const mostLooks = 40;

/** Waits; ends at once, and well, when it is aborted. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal, ref: false }).catch(() => undefined);

/**
 * Follows a folder until it is closed. After a hint, and each minute without any, the folder is read again until two
 * readings agree: so what is half written, half renamed or half checked out is not shown, and an event that was
 * missed costs a minute at most.
 */
export async function follow({
  first,
  reread,
  watch,
  seen = () => undefined,
  changed,
  fault,
  every = 60_000,
  quiet = 250,
}: Following): Promise<Watch> {
  const end = new AbortController();
  let hinted = Promise.withResolvers<void>();
  const watching = await watch(() => hinted.resolve());

  const hintWithin = async (ms: number): Promise<boolean> => {
    const over = new AbortController();
    const wait = pause(ms, AbortSignal.any([end.signal, over.signal]));
    const isHint = await Promise.race([wait.then(() => false), hinted.promise.then(() => true)]);
    over.abort();
    return isHint;
  };

  /** Waits until no hint has come for a while. */
  const untilQuiet = async (): Promise<void> => {
    for (let looks = 0; looks < mostLooks; looks++) {
      hinted = Promise.withResolvers();
      if (!(await hintWithin(quiet))) return;
      await pause(quiet / 5, end.signal);
    }
  };

  /** Reads until two readings agree: soon after one another where hints say that it is quiet. */
  const settled = async (served: Snapshot, isQuiet: boolean): Promise<Snapshot> => {
    let latest = served;
    for (let looks = 0; looks < mostLooks; looks++) {
      const now = await reread(latest);
      if (now.blog === latest.blog || end.signal.aborted) return now;
      latest = now;
      if (looks === 0) seen(now);
      if (looks > 0 || !isQuiet || (await hintWithin(quiet / 5))) await untilQuiet();
    }
    return latest;
  };

  const run = async (): Promise<void> => {
    let served = first;
    while (!end.signal.aborted) {
      const isHinted = await hintWithin(every);
      if (isHinted) await untilQuiet();
      if (end.signal.aborted) return;
      try {
        const now = await settled(served, isHinted);
        const before = served;
        served = now;
        if (now.blog !== before.blog && !end.signal.aborted) await changed(now, before);
      } catch (error) {
        fault(error);
      }
    }
  };
  const running = run();

  return {
    close: async () => {
      end.abort();
      await watching.close();
      await running;
    },
  };
}
