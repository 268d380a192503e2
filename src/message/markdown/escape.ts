/** Breaks what Discord would read as a mark, and is not seen. */
export const zeroWidthSpace = '\u200b';

/**
 * What Discord reads as a mark anywhere in a line: pairs, links and code; `<` before what can follow it in a
 * mention, timestamp, emoji or address; the colon of an address or of an emoji's name; `(` after a bracket,
 * which would make a link of what stands before it.
 */
const mark =
  /[\\*_~|[\]`]|<(?=[@#:/]|[a-z]{1,10}:)|(?<!\d):(?=\/\/|[\w+-]{1,64}:)|(?<=\d):(?=\/\/)|(?<=\])\(|@(?=everyone|here)/gi;

/** What Discord reads as a mark where a line begins. */
const opening = /^([ \t]*)(?:(#{1,3}(?=\s|$)|-(?=\s|$|#)|\+(?=\s|$)|>(?=\s|$|>))|(\d+)(?=\.(?:\s|$)))/gm;

/** Escapes text that stands within a line. */
export function escapeWithin(text: string): string {
  return text.replace(mark, found => (found === '@' ? `@${zeroWidthSpace}` : `\\${found}`));
}

/** Escapes what would make a heading, list or quote of lines of Discord Markdown. */
export function escapeOpenings(markdown: string): string {
  return markdown.replace(opening, (_, space: string, sign?: string, number?: string) =>
    sign === undefined ? `${space}${number}\\` : `${space}\\${sign}`,
  );
}

/** Keeps number signs at a line's end, which Discord drops from a heading. */
export const withLastSigns = (line: string): string => (line.endsWith('#') ? line + zeroWidthSpace : line);

/**
 * Text as Discord Markdown that shows exactly that text, wherever it is put except into a link's label (see
 * `link`). Newlines stay. An address in it stays text: nobody knows whether it is whole.
 */
export function escapeText(text: string): string {
  return withLastSigns(escapeOpenings(escapeWithin(text)));
}

/** What text says whose marks were escaped, as it stands in a message that Quoth wrote before. */
export const unescaped = (written: string): string =>
  written.replace(/\\(?=[^\p{L}\p{N}\s])/gu, '').replaceAll(zeroWidthSpace, '');
