import { splitFences } from '../text/scan.ts';

const edge = /<(\/?)table(?=[\s>])/gi;

/** A tag so far from the margin that after a blank line it would be code. */
const indentedTag = /^(?: {4}|\t)\s*(?=<\/?[a-z])/i;

/**
 * Moves the tags of HTML tables to the margin: kramdown and its like read a table to its end, where CommonMark has
 * code after a blank line. Fenced code stays as it is.
 */
export function dedentTables(text: string): string {
  if (!/<table/i.test(text)) return text;
  let depth = 0;
  const dedented = (line: string): string => {
    const isInside = depth > 0;
    for (const [, slash] of line.matchAll(edge)) depth = Math.max(0, depth + (slash === '' ? 1 : -1));
    return isInside ? line.replace(indentedTag, '') : line;
  };
  return splitFences(text)
    .map(({ kind, text: piece }) => (kind === 'prose' ? piece.split('\n').map(dedented).join('\n') : piece))
    .join('');
}
