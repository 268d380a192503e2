import type { Moment } from './model.ts';
import type { Parts } from './parts.ts';

/** Requests of all senders together come this far apart, in milliseconds: 40 a second of the 50 that Discord takes. */
const spacing = 25;

/** So many are reserved at once, so that the one row that holds the reservations is not asked for each. */
const batch = 4;

/** Nobody reserves further ahead, in milliseconds. */
const horizon = 5_000;

/** How long who finds everything reserved waits before asking again, in milliseconds. */
const full = 500;

/** A reservation that was not used for so long is void, in milliseconds: it would come too close to others'. */
const stale = 250;

/** When requests may go out. */
export interface Pace {
  /** Resolves when it is the caller's turn to make one request. Rejects where the store is away. */
  readonly turn: () => Promise<void>;
}

/** Keeps to 40 requests a second over all who share the store. */
export function makePace({ store, now, wait }: Pick<Parts, 'store' | 'now' | 'wait'>): Pace {
  const never = new AbortController().signal;
  let free: Moment[] = [];
  // A store that is slow may give what is past already: that counts from when it was given.
  let givenAt: Moment = 0;
  let reserving: Promise<void> | undefined;

  const reserve = async (): Promise<void> => {
    const start = await store.reserve(batch, now(), spacing, horizon);
    if (start === undefined) await wait(full, never);
    else free = Array.from({ length: batch }, (_, at) => start + at * spacing);
    givenAt = now();
  };
  const next = async (): Promise<Moment> => {
    for (;;) {
      const slot = free.shift();
      if (slot !== undefined && Math.max(slot, givenAt) >= now() - stale) return slot;
      if (slot !== undefined) continue;
      reserving ??= reserve().finally(() => {
        reserving = undefined;
      });
      await reserving;
    }
  };
  return {
    turn: async () => {
      const ahead = (await next()) - now();
      if (ahead > 0) await wait(ahead, never);
    },
  };
}
