import { DiscordAPIError, HTTPError, RateLimitError } from '@discordjs/rest';
import type { Outcome } from '../../announce/model.ts';
import { codes, reasonOf } from '../reason.ts';
import { hasNotArrived, NotDiscord } from '../request.ts';

/** Why nothing came of a request. */
export type Failed = Extract<Outcome<object>, { readonly done: false }>;

type Refused = Extract<Failed, { readonly refused: unknown }>['refused'];

/** Milliseconds until a request is tried again; whoever tries lets them grow. */
const pauses = {
  /** Discord stumbled, or the connection broke. */
  stumble: 2_000,
  /** Nothing listens there, or the name is not found. */
  away: 10_000,
  /** Something that is not Discord answered: a proxy, a wall. */
  stranger: 60_000,
  /** Discord does not take the token, and will not before somebody has changed it. */
  token: 10 * 60_000,
};

const forbidden = new Set<number | string>([
  codes.missingAccess,
  codes.missingPermissions,
  codes.threadLocked,
]);

const gone = new Set<number | string>([codes.unknownChannel, codes.unknownGuild, codes.unknownMessage]);

/** What became of a request that failed: whether somebody must mend something, or when it is tried again. */
export function failureOf(error: unknown): Failed {
  if (error instanceof RateLimitError) return later(error, waitOf(error), false);
  if (error instanceof DiscordAPIError) return refusalOf(error);
  if (error instanceof HTTPError) return later(error, pauses.stumble, true);
  // With an error in its place, what was sent did not get to Discord; with anything else it may have.
  if (error instanceof NotDiscord) return later(error, pauses.stranger, error.status < 400);
  return hasNotArrived(error) ? later(error, pauses.away, false) : later(error, pauses.stumble, true);
}

/** Whether Discord does not take the token. */
export function isTokenRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 401;
}

function later(error: unknown, after: number, unsure: boolean): Failed {
  return { done: false, after, unsure, detail: reasonOf(error) };
}

/** At least a second where Discord names none: it counts bad requests. */
function waitOf({ retryAfter, timeToReset }: RateLimitError): number {
  const asked = retryAfter > 0 ? retryAfter : timeToReset;
  return asked > 0 && Number.isFinite(asked) ? asked : 1_000;
}

function refusalOf(error: DiscordAPIError): Failed {
  if (isTokenRefused(error)) return later(error, pauses.token, false);
  // Discord's own refusals have a code; pages of proxies and walls have none.
  if (!error.code) return later(error, pauses.stranger, false);
  return { done: false, refused: becauseOf(error), detail: reasonOf(error) };
}

function becauseOf({ code, status }: DiscordAPIError): Refused {
  if (forbidden.has(code)) return 'forbidden';
  if (gone.has(code)) return 'gone';
  return status === 403 ? 'forbidden' : 'refused';
}
