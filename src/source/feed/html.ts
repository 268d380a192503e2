/** Text as HTML that shows it. */
export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Plain text as HTML: its blank lines part paragraphs. */
export function paragraphs(text: string): string {
  return text
    .split(/\n[^\S\n]*\n/)
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(part => `<p>${escaped(part).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
}

/** What may be HTML or plain text, as HTML. */
export const asHtml = (written: string): string =>
  /<\/?[a-z][^<>]*>/i.test(written) ? written : paragraphs(written);

/** The first of these that is a web address, seen from `base`, absolute. */
export function webAddress(written: readonly (string | undefined)[], base: string): string | undefined {
  for (const text of written) {
    const url = text === undefined || text.trim() === '' ? null : URL.parse(text.trim(), base);
    if (url !== null && /^https?:$/.test(url.protocol)) return url.href;
  }
  return undefined;
}

/** What relative addresses are seen from: each base is seen from the one around it, the innermost last. */
export function baseOf(outer: string, ...bases: readonly (string | undefined)[]): string {
  return bases.reduce<string>((around, base) => webAddress([base], around) ?? around, outer);
}
