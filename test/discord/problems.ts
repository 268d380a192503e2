/** A place in a payload that Discord would refuse, and why. */
export interface Problem {
  /** Keys from the payload's root: `['data', 'components', 0, 'content']`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** One line for a person: `data.components.0.content: longer than 4,000`. */
export function describe({ path, message }: Problem): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`;
}

/** What Discord answers a request with. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error of Discord's: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json. */
function refusal(status: number, code: number, message: string): Answer {
  return { status, body: { message, code } };
}

export const unknownInteraction = refusal(404, 10_062, 'Unknown interaction');
export const unknownWebhook = refusal(404, 10_015, 'Unknown Webhook');
export const unknownMessage = refusal(404, 10_008, 'Unknown Message');
export const unknownCommand = refusal(404, 10_063, 'Unknown application command');
export const acknowledgedAlready = refusal(400, 40_060, 'Interaction has already been acknowledged.');
export const tokenExpired = refusal(401, 50_027, 'Invalid Webhook Token');
export const unauthorized = refusal(401, 0, '401: Unauthorized');
export const noSuchRoute = refusal(404, 0, '404: Not Found');

export const unknownChannel = refusal(404, 10_003, 'Unknown Channel');
export const unknownGuild = refusal(404, 10_004, 'Unknown Guild');
export const unknownMember = refusal(404, 10_007, 'Unknown Member');
export const unknownRole = refusal(404, 10_011, 'Unknown Role');
export const tooManyWebhooks = refusal(400, 30_007, 'Maximum number of webhooks reached (15)');
export const publishedAlready = refusal(400, 40_033, 'This message has already been crossposted.');
export const tagRequired = refusal(400, 40_067, 'A tag is required to create a forum post in this channel');
export const missingAccess = refusal(403, 50_001, 'Missing Access');
export const notTheAuthor = refusal(403, 50_005, 'Cannot edit a message authored by another user');
export const noTextChannel = refusal(400, 50_008, 'Cannot send messages in a non-text channel');
export const missingPermissions = refusal(403, 50_013, 'Missing Permissions');
export const wrongChannelType = refusal(400, 50_024, 'Cannot execute action on this channel type');
export const invalidRole = refusal(400, 50_028, 'Invalid Role');
export const threadArchived = refusal(400, 50_083, 'Thread is archived');
export const threadThere = refusal(400, 160_004, 'A thread has already been created for this message');
export const threadLocked = refusal(400, 160_005, 'Thread is locked');

/**
 * What is answered to whoever asks too often: https://docs.discord.com/developers/topics/rate-limits.
 *
 * @param wait milliseconds until the next request is taken.
 */
export function tooMany(wait: number, scope: 'user' | 'global', more: object = {}): Answer {
  const isGlobal = scope === 'global';
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: wait / 1_000, global: isGlobal, ...more },
    headers: {
      'retry-after': String(Math.ceil(wait / 1_000)),
      'x-ratelimit-scope': scope,
      ...(isGlobal && { 'x-ratelimit-global': 'true' }),
    },
  };
}

interface Errors {
  [key: string]: Errors | { code: string; message: string }[];
}

/** The body of Discord's 400 for a payload with problems: errors nested as the payload is. */
export function invalidForm(problems: readonly Problem[]): Answer {
  const errors: Errors = {};
  for (const { path, message } of problems) {
    let at = errors;
    for (const key of path) {
      const next = at[key];
      const inner: Errors = next && !Array.isArray(next) ? next : {};
      at[key] = inner;
      at = inner;
    }
    const said = at._errors;
    at._errors = [...(Array.isArray(said) ? said : []), { code: 'BASE_TYPE_BAD', message }];
  }
  return { status: 400, body: { message: 'Invalid Form Body', code: 50_035, errors } };
}
