/**
 * What a log line says of an error: its kind, its sentence, where it came from. Nothing else of it, since REST
 * errors carry the address that was asked, which holds an interaction's token, and the body that was sent.
 */
export function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? { code: error.code } : {};
  const status = 'status' in error ? { status: error.status } : {};
  return { type: error.name, message: error.message, ...code, ...status, stack: error.stack };
}

/** Tokens of interactions and webhooks in an address; they open what was answered for fifteen minutes. */
const tokens = /(\/(?:interactions|webhooks)\/\d+\/)[\w.~%-]{20,}/g;

/** A line of the log without what opens something: tokens of interactions, and the given secrets wherever they stand. */
export const hidden = (line: string, secrets: readonly string[]): string =>
  secrets.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line.replace(tokens, '$1[secret]'));
