import { channel } from 'node:diagnostics_channel';
import { DefaultRestOptions, type RateLimitData, REST, type RESTOptions } from '@discordjs/rest';
import { agentFor } from '#agent';
import { proxyFor } from '../network/proxy.ts';
import type { Reach } from './reach.ts';
import { makeRequest } from './request.ts';

/**
 * The options of a REST client that reaches Discord as configured: its address, the proxy on the way, connections
 * that stay open, and a broken connection tried again like a timeout.
 */
export function restOptions({ apiUrl = DefaultRestOptions.api, proxy }: Reach): Partial<RESTOptions> {
  return {
    // The version is appended; an address that was copied with one has it already.
    api: apiUrl.replace(/\/v\d+$/, ''),
    agent: agentFor(proxyFor(apiUrl, proxy)),
    makeRequest,
  };
}

/** Where it is told how long Discord's limits have a request wait, in milliseconds: whoever measures listens. */
export const waits = channel('quoth.rate-limit-waits');

/**
 * A REST client whose waits are told. Each is told once, when it is waited out: after a 429 that shuts a whole
 * bucket @discordjs/rest asks a first time whether to wait, and a second time where it then does.
 */
export function restOf(options: Partial<RESTOptions>): REST {
  const { rejectOnRateLimit: refusal } = options;
  const waitedOut = new WeakSet<RateLimitData>();
  const rest = new REST({
    ...options,
    rejectOnRateLimit: async limit => {
      const isRefused = typeof refusal === 'function' && (await refusal(limit));
      // What shuts a part of a bucket is waited out where it is asked about, and told of by no event.
      const wait = waitedOut.has(limit) ? limit.timeToReset : limit.sublimitTimeout;
      if (!isRefused && wait > 0) waits.publish(wait);
      return isRefused;
    },
  });
  rest.on('rateLimited', limit => waitedOut.add(limit));
  return rest;
}

/** A REST client for everything but callbacks: it waits for rate limits and tries three times again. */
export function makeRest(reach: Reach, token: string): REST {
  return restOf(restOptions(reach)).setToken(token);
}

/** Ends a client's open connections and its timers. */
export async function closeRest(rest: REST): Promise<void> {
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
  await rest.agent?.destroy();
}
