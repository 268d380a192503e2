import { DiscordAPIError, HTTPError, RateLimitError } from '@discordjs/rest';

/** Codes of Discord's that Quoth does something about: https://docs.discord.com/developers/topics/opcodes-and-status-codes. */
export const codes = {
  unknownChannel: 10_003,
  unknownGuild: 10_004,
  unknownMember: 10_007,
  unknownMessage: 10_008,
  unknownRole: 10_011,
  unknownWebhook: 10_015,
  unknownInteraction: 10_062,
  tooManyWebhooks: 30_007,
  publishedAlready: 40_033,
  acknowledgedAlready: 40_060,
  missingAccess: 50_001,
  missingPermissions: 50_013,
  tokenExpired: 50_027,
  wrongChannelType: 50_024,
  invalidRole: 50_028,
  threadArchived: 50_083,
  threadThere: 160_004,
  threadLocked: 160_005,
} as const;

/** The code of an error that Discord answered with. */
export function codeOf(error: unknown): number | string | undefined {
  return error instanceof DiscordAPIError ? error.code : undefined;
}

/** Whether Discord understood the request and will not have it, so that the same one is not sent again. */
export function isRefusal(error: unknown): error is DiscordAPIError {
  return error instanceof DiscordAPIError && error.status >= 400 && error.status < 500;
}

/**
 * Why a request failed, in one line without a full stop at its end, to stand in a sentence. Never the address that
 * was asked: interaction tokens stand in it.
 */
export function reasonOf(error: unknown): string {
  return told(error).replace(/(?<!\.)\.$/, '');
}

function told(error: unknown): string {
  const known = error instanceof DiscordAPIError ? sentences[error.code] : undefined;
  if (known !== undefined) return known;
  if (error instanceof DiscordAPIError)
    return `${error.status}, code ${error.code}: ${oneLine(error.message)}`;
  if (error instanceof HTTPError) return `Discord answered ${error.status} ${oneLine(error.message)}`;
  if (error instanceof RateLimitError) return `Discord asks to wait ${error.retryAfter} ms`;
  if (error instanceof Error && error.name === 'AbortError') return 'no answer in time';
  return error instanceof Error ? oneLine(error.message) : String(error);
}

/** What Discord means by its codes. */
const sentences: Readonly<Record<number | string, string>> = {
  [codes.unknownInteraction]: 'it came later than the three seconds that Discord waits (code 10062)',
  [codes.unknownMessage]: 'the message is gone (code 10008)',
  [codes.tokenExpired]: 'it came later than the 15 minutes that an answer can be changed in (code 50027)',
};

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 500);
}
