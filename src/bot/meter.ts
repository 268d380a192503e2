import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js';

/** A window, in seconds. */
const window = 60;

/** How many are remembered within a window, at about 500 bytes each; of more, those are forgotten who came first. */
const mostKnown = 20_000;

/** What somebody has used of what they may have within a window. */
export interface Used {
  /** 1 is all of it. */
  readonly share: number;
  /** Whole seconds until the window is over, and nothing is used. */
  readonly seconds: number;
  /** Whether this is the first that was too much. */
  readonly isFirstOver: boolean;
}

/** Counts `points` for somebody, and tells what they have used with them. */
export type Meter = (who: string, points: number) => Promise<Used>;

/** A meter of which everybody may use `most` points a minute, counted from their first one on. The clock is the machine's. */
export function makeMeter(most: number): Meter {
  const limiter = new RateLimiterMemory({ points: most, duration: window });
  const known = new Set<string>();
  // It goes on where it was, past all that are gone: looking from the beginning each time would take long.
  const oldest = known.values();
  const remember = async (who: string): Promise<void> => {
    known.delete(who);
    known.add(who);
    if (known.size <= mostKnown) return;
    const { value: first = who } = oldest.next();
    known.delete(first);
    await limiter.delete(first);
  };
  return async (who, points) => {
    // `consume` would tell the same by rejecting.
    const { consumedPoints, msBeforeNext, isFirstInDuration } = await limiter.penalty(who, points);
    if (isFirstInDuration) await remember(who);
    return {
      share: consumedPoints / most,
      seconds: Math.max(1, Math.ceil(msBeforeNext / 1_000)),
      isFirstOver: consumedPoints > most && consumedPoints - points <= most,
    };
  };
}
