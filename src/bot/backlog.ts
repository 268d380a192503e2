import type { Parts } from './model.ts';

/** What waits to be answered. */
export interface Backlog {
  /** Whether an interaction has waited so long that Discord must be told now that its answer is coming. */
  readonly isOverdue: (id: string) => boolean;
  /** Begins work when its turn comes: after all that was put off before it, and with a pause in which others are heard. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

/** How long an interaction may have waited, in milliseconds: Discord waits for three seconds. */
const patience = 1_500;

/** What is said to have waited longer, in milliseconds, has not: it is somebody's clock that jumped, or all is lost. */
const believed = 10_000;

/** How long it is remembered how soon interactions came, in milliseconds. */
const memory = 10 * 60_000;

/** The first millisecond of ids: https://docs.discord.com/developers/reference#snowflakes. */
const epoch = 1_420_070_400_000;

/** When Discord made an id, in milliseconds since 1970; undefined where it is none. */
function madeAt(id: unknown): number | undefined {
  return typeof id === 'string' && /^\d{15,20}$/.test(id) ? epoch + Number(BigInt(id) >> 22n) : undefined;
}

/**
 * Sees how long interactions have waited for their turn, wherever that was: by when Discord made them, and by how soon
 * after that others came lately, so that a clock that is wrong does no harm.
 */
export function makeBacklog({ now, wait }: Pick<Parts, 'now' | 'wait'>): Backlog {
  let [soonest, formerly] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let begun = now();
  let last: Promise<unknown> = Promise.resolve();
  return {
    isOverdue: id => {
      const made = madeAt(id);
      if (made === undefined) return false;
      const time = now();
      if (time - begun > memory) {
        [soonest, formerly] = [Number.POSITIVE_INFINITY, soonest];
        begun = time;
      }
      soonest = Math.min(soonest, time - made);
      const waited = time - made - Math.min(soonest, formerly);
      return waited > patience && waited < believed;
    },
    inTurn: work => {
      // A signal of its own: whoever waits hears it for as long as it is there.
      const turn = last.then(() => wait(0, new AbortController().signal));
      last = turn;
      return turn.then(work);
    },
  };
}
