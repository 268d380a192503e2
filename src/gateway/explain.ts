import type { Reach } from '../discord/reach.ts';
import { reasonOf } from '../discord/reason.ts';

/** Why a connection is over. */
export interface Over {
  /** A sentence or more. */
  readonly why: string;
  /** Whether only a person can mend that; else it is tried again. */
  readonly forGood: boolean;
  /** Whether Discord would have the bot split over more shards; those that hold go on as long as Discord lets them. */
  readonly isCrowded?: boolean;
}

const badToken: Over = {
  why: 'Discord does not accept the token. Check DISCORD_TOKEN: Developer Portal → your application → Bot → Reset Token, and copy the new one whole.',
  forGood: true,
};

/** Why the gateway ended a session for good, by its code, and what to do: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway. */
export function explainClose(code: number): Over {
  switch (code) {
    case 4004:
      return badToken;
    case 4010:
    case 4011:
      return {
        why: `Discord wants the bot split over more connections (code ${code}). It is asked how many.`,
        forGood: false,
        isCrowded: true,
      };
    case 4012:
      return {
        why: 'Discord no longer speaks the version of its gateway that this Quoth knows (code 4012). Update Quoth.',
        forGood: true,
      };
    case 4013:
    case 4014:
      return {
        why: `Discord does not grant the events that were asked for (code ${code}). Quoth asks for none: is this an altered copy? Install it anew.`,
        forGood: true,
      };
    default:
      return { why: `Discord closed the gateway (code ${code}).`, forGood: false };
  }
}

/** Why the bot could not log in, and what to do. */
export function explainLogin(error: unknown, { apiUrl = 'https://discord.com/api', proxy }: Reach): Over {
  const message = error instanceof Error ? error.message : '';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (code === 'TokenInvalid' || status === 401) return badToken;
  if (/^Not enough sessions remaining/.test(message)) {
    const why = `Discord lets the bot log in 1,000 times a day, and that is used up: ${reasonOf(error)}.`;
    return { why, forGood: false };
  }
  const way =
    proxy === undefined ? 'If Discord is blocked where you are, set HTTPS_PROXY.' : 'Check HTTPS_PROXY.';
  // discord.js has its own copy of the errors that `reasonOf` knows.
  const reason = typeof status === 'number' ? `Discord answered ${status} ${message}` : reasonOf(error);
  const why = `Discord could not be reached at ${new URL(apiUrl).host}: ${reason}. ${way}`;
  return { why, forGood: false };
}
