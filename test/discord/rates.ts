import type { Clock } from './clock.ts';
import { type Answer, tooMany } from './problems.ts';

/** How often something may be done. */
export interface Limit {
  readonly name: string;
  readonly most: number;
  /** Milliseconds. */
  readonly per: number;
}

export const limits = {
  /** All requests of a bot but those that answer interactions. */
  global: { name: 'global', most: 50, per: 1_000 },
  /** In one channel; editing is counted by itself. */
  sending: { name: 'sending', most: 5, per: 5_000 },
  editing: { name: 'editing', most: 5, per: 5_000 },
  /** In one announcement channel. */
  publishing: { name: 'publishing', most: 10, per: 3_600_000 },
  /** Of one published message. */
  editingPublished: { name: 'editing published', most: 3, per: 3_600_000 },
  /** In one server. */
  givingRoles: { name: 'giving roles', most: 10, per: 10_000 },
} as const satisfies Record<string, Limit>;

/** After so many bad requests in ten minutes, whoever sends them is shut out for the rest of those. */
const mostBad = 10_000;
const badPer = 10 * 60_000;
const bad = new Set([401, 403, 429]);

/** Counts requests by the fake's clock. */
export interface Rates {
  /** What a bucket has left once one more is taken out of it; `wait` where it was empty. */
  readonly take: (
    limit: Limit,
    of?: string,
  ) => { readonly wait?: number; readonly headers: Readonly<Record<string, string>> };
  /** What is answered instead, where all requests together came too often, or too many bad ones did. */
  readonly refuses: () => Answer | undefined;
  /** Notes what was answered. */
  readonly answered: (status: number) => void;
  /** How many of the last ten minutes' requests were answered 401, 403 or 429. */
  readonly badRequests: () => number;
}

export function makeRates(clock: Clock): Rates {
  const windows = new Map<string, { readonly startedAt: number; used: number }>();
  let badAt: number[] = [];

  const take: Rates['take'] = ({ name, most, per }, of = '') => {
    const key = `${name} ${of}`;
    const now = clock.now();
    const last = windows.get(key);
    const window = last && now < last.startedAt + per ? last : { startedAt: now, used: 0 };
    windows.set(key, window);
    const wait = window.startedAt + per - now;
    const full = window.used >= most;
    if (!full) window.used += 1;
    return {
      ...(full && { wait }),
      headers: {
        'x-ratelimit-limit': String(most),
        'x-ratelimit-remaining': String(most - window.used),
        'x-ratelimit-reset': String((now + wait) / 1_000),
        'x-ratelimit-reset-after': String(wait / 1_000),
        'x-ratelimit-bucket': Buffer.from(name).toString('hex'),
      },
    };
  };

  const badRequests = (): number => {
    badAt = badAt.filter(at => at > clock.now() - badPer);
    return badAt.length;
  };

  return {
    take,
    badRequests,
    refuses: () => {
      const [first] = badAt;
      if (badAt.length >= mostBad && badRequests() >= mostBad && first !== undefined) {
        const body = '<html><title>Access denied</title>error code: 1015</html>';
        return { ...tooMany(first + badPer - clock.now(), 'user'), body };
      }
      const { wait } = take(limits.global);
      return wait === undefined ? undefined : tooMany(wait, 'global');
    },
    answered: status => {
      if (bad.has(status)) badAt.push(clock.now());
    },
  };
}
