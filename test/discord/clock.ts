/** The fake's time. It runs with the machine's, and jumps ahead when a test says so: no test waits for it. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Lets time pass at once. */
  readonly passes: (milliseconds: number) => void;
}

/** @param base what the clock runs with; `() => someFixedNumber` makes it stand still between jumps. */
export function makeClock(base: () => number = Date.now): Clock {
  let ahead = 0;
  return {
    now: () => base() + ahead,
    passes: milliseconds => {
      ahead += milliseconds;
    },
  };
}

/** The first millisecond of Discord's ids. */
const epoch = 1_420_070_400_000n;

/** Ids as Discord makes them: later ones sort behind earlier ones, and none comes twice. */
export function makeIds(clock: Clock): () => string {
  let last = 0n;
  return () => {
    const fromTime = (BigInt(clock.now()) - epoch) << 22n;
    last = fromTime > last ? fromTime : last + 1n;
    return String(last);
  };
}

/** A deep copy of a value as it arrives after going over the wire: undefined is gone, nothing is shared. */
export function wire<T>(value: object): T {
  return JSON.parse(JSON.stringify(value));
}
