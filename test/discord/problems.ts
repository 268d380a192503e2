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
