import { DefaultRestOptions, type RESTOptions } from '@discordjs/rest';
import type { z } from 'zod';
import type { Log } from '../../bot/model.ts';
import type { Reach } from '../reach.ts';
import { codeOf } from '../reason.ts';
import { closeRest, restOf, restOptions } from '../rest.ts';
import { type Failed, failureOf, isTokenRefused } from './outcome.ts';
import { makeRestraint } from './restraint.ts';

export interface LineOptions {
  readonly reach: Reach;
  readonly token: string;
  readonly log: Log;
  /** Milliseconds that a request may take; 10 s unless told. A lease on a delivery is under 60 s. */
  readonly timeout?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Options of the REST client in place of its own. */
  readonly client?: Partial<RESTOptions>;
}

interface Request<T> {
  readonly method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  readonly path: `/${string}`;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** What the answer must look like. */
  readonly shape: z.ZodType<T>;
}

/** What came of a request; `code` is Discord's own, where it has one. */
export type Asked<T> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly failed: Failed; readonly code: number | string | undefined };

/** A way to Discord's REST API that never rejects. */
export interface Line {
  readonly ask: <T>(request: Request<T>) => Promise<Asked<T>>;
  /** Ends the connections; what is under way fails. */
  readonly close: () => Promise<void>;
}

const strange = 'what was answered is not what Discord answers';

/** So many times as long as it may take itself a request may wait for others to the same channel. */
const queued = 2;

/**
 * Opens a line of its own, apart from the one that answers go over: what is sent here, and every limit that it runs
 * into, holds up no reader.
 *
 * @param patience how many milliseconds of a rate limit are waited out here; what must wait longer fails.
 */
export function openLine(options: LineOptions, patience: number): Line {
  const { reach, token, log, timeout = 10_000, now = Date.now, client = {} } = options;
  const restraint = makeRestraint(now);
  const base = { ...restOptions(reach), ...client };
  const { makeRequest = DefaultRestOptions.makeRequest } = base;
  const rest = restOf({
    timeout,
    retries: 0,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > patience,
    ...base,
    // Given here and not by setToken: a client forgets its token with the first 401.
    headers: { Authorization: `Bot ${token}` },
    makeRequest: async (url, init) => {
      const response = await makeRequest(url, init);
      restraint.answered(response.status, response.headers.get('x-ratelimit-scope') === 'shared');
      return response;
    },
  });
  let shutUntil = 0;

  /** Keeps the line shut for a while, which is logged once. */
  const shut = (wait: number, why: string): void => {
    if (shutUntil > now()) return;
    shutUntil = now() + wait;
    log.error({}, `nothing is asked of Discord for ${Math.ceil(wait / 60_000)} min: ${why}`);
  };

  const failed = (error: unknown): Asked<never> => {
    const failure = failureOf(error);
    if (isTokenRefused(error) && 'after' in failure)
      shut(failure.after, 'Discord does not take the bot token');
    return { ok: false, failed: failure, code: codeOf(error) };
  };

  return {
    ask: async ({ method, path, query, body, shape }) => {
      const wait = restraint.wait();
      if (wait > 0) shut(wait, 'Discord turned too many requests away');
      if (shutUntil > now()) {
        const detail = 'Quoth asks nothing of Discord for a while, since it was turned away too often';
        const failure: Failed = { done: false, after: shutUntil - now(), unsure: false, detail };
        return { ok: false, failed: failure, code: undefined };
      }
      try {
        const answer = await rest[method](path, {
          auth: false,
          signal: AbortSignal.timeout(timeout * (1 + queued)),
          ...(query && { query: new URLSearchParams(query) }),
          ...(body && { body }),
        });
        const parsed = shape.safeParse(answer);
        return parsed.success ? { ok: true, answer: parsed.data } : failed(new Error(strange));
      } catch (error) {
        return failed(error);
      }
    },
    close: () => closeRest(rest),
  };
}
