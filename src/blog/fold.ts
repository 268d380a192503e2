/**
 * How names compare: tags, slugs, titles and headings that fold to the same text are the same name. Width and
 * compatibility forms (NFKC), case, outer and repeated white space, and leading `#` do not count. Idempotent.
 */
export function fold(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(/^[#\s]+/u, '')
    .trimEnd();
}
