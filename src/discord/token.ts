/** Quotes of any language around a pasted value, and whatever cannot be seen. */
const wrapping = /^[\s\p{Cf}"'`“”‘’「」«»]+|[\s\p{Cf}"'`“”‘’「」«»;,]+$/gu;

/**
 * A bot token as it was meant: without quotes, spaces, line breaks, the name of the variable or "Bot " around it.
 * What is no token stays none: {@link applicationIdOf} tells.
 */
export function cleanToken(pasted: string): string {
  const bare = pasted
    .replace(wrapping, '')
    .replace(/^(?:DISCORD_TOKEN\s*=\s*|Authorization:\s*|Bot\s+)/i, '');
  return bare === pasted ? bare : cleanToken(bare);
}

/**
 * The application's id, which is the first of a token's three parts in base64.
 * Undefined where the text is no bot token: a client secret, a public key, a token cut short.
 */
export function applicationIdOf(token: string): string | undefined {
  const first = /^([\w-]{20,36})={0,2}\.[\w-]+\.[\w-]+$/.exec(token)?.[1];
  if (first === undefined) return undefined;
  try {
    const id = atob(first.replaceAll('-', '+').replaceAll('_', '/'));
    return /^\d{17,20}$/.test(id) ? id : undefined;
  } catch {
    // Not base64: nothing that Discord gave out.
    return undefined;
  }
}
