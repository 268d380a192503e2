import type { RESTOptions } from '@discordjs/rest';
import type { Allowance } from '../announce/parts.ts';
import { NotAsked } from '../discord/request.ts';

/**
 * The requests of one invocation, to Discord and to D1 together, of which Workers take so many and no more:
 * https://developers.cloudflare.com/workers/platform/limits/#subrequests.
 */
export interface Subrequests extends Allowance {
  /** Takes one. Throws where none is left. */
  readonly take: () => void;
  readonly taken: () => number;
}

/** So many are kept for noting what came of requests to Discord: they are used for nothing else. */
const kept = 6;

/** @param most how many the plan takes in an invocation */
export function countSubrequests(most: number): Subrequests {
  let taken = 0;
  return {
    left: () => Math.max(0, most - kept - taken),
    taken: () => taken,
    take: () => {
      if (taken >= most) throw new Error('No more requests may be made in this invocation.');
      taken += 1;
    },
  };
}

/** A way to send requests to Discord that sends none any more once the rest is kept. */
export const countedRequests =
  (subrequests: Subrequests, makeRequest: RESTOptions['makeRequest']): RESTOptions['makeRequest'] =>
  (url, init) => {
    if (subrequests.left() === 0) return Promise.reject(new NotAsked());
    subrequests.take();
    return makeRequest(url, init);
  };
