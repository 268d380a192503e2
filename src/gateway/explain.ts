import type { Reach } from '../discord/reach.ts';
import { reasonOf } from '../discord/reason.ts';

const badToken =
  'Discord does not accept the token. Check DISCORD_TOKEN: Developer Portal → your application → Bot → Reset Token, and copy the new one whole.';

/** Why the gateway was closed for good, by its code, and what to do: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway. */
export function explainClose(code: number): string {
  switch (code) {
    case 4004:
      return badToken;
    case 4010:
    case 4011:
      return `Discord wants the bot split over more connections (code ${code}). Start Quoth again: it asks Discord how many.`;
    case 4012:
      return 'Discord no longer speaks the version of its gateway that this Quoth knows (code 4012). Update Quoth.';
    case 4013:
    case 4014:
      return `Discord does not grant the events that were asked for (code ${code}). Quoth asks for none: is this an altered copy?`;
    default:
      return `Discord closed the gateway for good (code ${code}).`;
  }
}

/** Why the bot could not log in, and what to do. */
export function explainLogin(error: unknown, { apiUrl = 'https://discord.com/api', proxy }: Reach): string {
  const message = error instanceof Error ? error.message : '';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'TokenInvalid' || message === 'Authentication failed') return badToken;
  const closed = closeCodes[message];
  if (closed !== undefined) return explainClose(closed);
  if (/^Not enough sessions remaining/.test(message))
    return `Discord lets the bot log in 1,000 times a day, and that is used up: ${message}`;
  const way =
    proxy === undefined ? 'If Discord is blocked where you are, set HTTPS_PROXY.' : 'Check HTTPS_PROXY.';
  return `Discord could not be reached at ${new URL(apiUrl).host}: ${reasonOf(error)}. ${way}`;
}

/** The words that discord.js has for the codes that end a login. */
const closeCodes: Readonly<Record<string, number>> = {
  'Invalid shard': 4010,
  'Sharding is required': 4011,
  'Used an invalid API version': 4012,
  'Used invalid intents': 4013,
  'Used disallowed intents': 4014,
};
