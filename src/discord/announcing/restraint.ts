/**
 * How many bad requests in ten minutes are enough. Discord shuts out an address that sends 10,000
 * (https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans); twenty replicas
 * may share one.
 */
const most = 500;

const span = 10 * 60_000;

/** Answers that count as bad. */
const bad = new Set([401, 403, 429]);

/** Keeps Quoth from asking on where it is turned away again and again. */
export interface Restraint {
  /** Notes an answer. `isShared`: a limit that others have used up, which does not count. */
  readonly answered: (status: number, isShared: boolean) => void;
  /** Milliseconds until requests may go on; 0 where they may. */
  readonly wait: () => number;
}

/** @param now milliseconds since 1970. */
export function makeRestraint(now: () => number): Restraint {
  let times: readonly number[] = [];
  const recent = (): readonly number[] => times.filter(at => at > now() - span);
  return {
    answered: (status, isShared) => {
      if (bad.has(status) && !isShared) times = [...recent(), now()];
    },
    wait: () => {
      // Only then is it worth looking at when they came.
      if (times.length < most) return 0;
      times = recent();
      const oldest = times.at(-most);
      return oldest === undefined ? 0 : oldest + span - now();
    },
  };
}
