/** Three parts of base64url. Nothing that Discord gave out is shorter. */
const tokenShape = /(?<![\w-])[\w-]{20,}\.[\w-]{4,}\.[\w-]{20,}/;

/** No line that a token stands in is longer; what is, is looked at no further. */
const longest = 1_000;

/**
 * A bot token as it was meant: without the quotes, spaces, line breaks, name of the variable or "Bot " around it.
 * Where there is none the text comes back trimmed, and {@link applicationIdOf} knows it for none.
 */
export function cleanToken(pasted: string): string {
  const text = pasted.trim().slice(0, longest);
  return tokenShape.exec(text)?.[0] ?? text;
}

/**
 * The application's id, which is the first of a token's three parts in base64.
 * Undefined where the text is no bot token: a client secret, a public key, a token cut short.
 */
export function applicationIdOf(token: string): string | undefined {
  const first = /^([\w-]{20,36})\.[\w-]+\.[\w-]+$/.exec(token)?.[1];
  if (first === undefined) return undefined;
  try {
    const id = atob(first.replaceAll('-', '+').replaceAll('_', '/'));
    return /^\d{17,20}$/.test(id) ? id : undefined;
  } catch {
    // Not base64: nothing that Discord gave out.
    return undefined;
  }
}
