import { titleLine } from '../text/markdown.ts';
import { splitBlocks } from '../text/scan.ts';

/** Most definitions in a text: lists between paragraphs take the parser the square of their number. */
const most = 500;

const definitions = /^ {0,3}:[ \t]+\S/gm;

/** A definition: a colon and spaces where a list would have its sign. */
const definition = /^( {0,3}):([ \t]+\S)/;

/** What begins a block that is no term. */
const noTerm =
  /^(?: {4}|\t| {0,3}(?:[-*+](?=\s)|[>#|:]|\d{1,9}[.)][ \t]|<[a-z/!]|={3,}[ \t]*$|\[[^\]\n]{1,99}\]:))/i;

/** Most terms that one definition may be of. */
const mostTerms = 3;

/** A paragraph of terms, which ends with the last of the lines before, or a blank line after it; else 0. */
function termsBefore(lines: readonly string[]): number {
  const end = lines.at(-1)?.trim() === '' ? lines.length - 1 : lines.length;
  let start = end;
  while (start > 0 && end - start <= mostTerms && lines[start - 1]?.trim() !== '') start--;
  const terms = lines.slice(start, end);
  const areTerms = terms.length > 0 && terms.length <= mostTerms && !terms.some(line => noTerm.test(line));
  return areTerms ? lines.length - start : 0;
}

function lowered(prose: string): string {
  const lines: string[] = [];
  let isOpen = false;
  for (const line of prose.split('\n')) {
    const found = definition.exec(line);
    const count = found === null ? 0 : termsBefore(lines);
    if (found !== null && (count > 0 || isOpen)) {
      const terms = lines.splice(lines.length - count, count).filter(term => term.trim() !== '');
      lines.push(...terms.map(titleLine));
      isOpen = true;
      lines.push(`${found[1]}-${line.slice((found[1] ?? '').length + 1)}`);
      continue;
    }
    isOpen &&= line.trim() === '' || /^[ \t]{2}/.test(line);
    lines.push(line);
  }
  return lines.join('\n');
}

/**
 * Definition lists, `: ` below their terms, with each term in bold above the list of its definitions. Code stays as it
 * is.
 */
export function lowerDefinitions(text: string): string {
  const count = text.match(definitions)?.length ?? 0;
  if (count === 0 || count > most) return text;
  return splitBlocks(text)
    .map(({ kind, text: piece }) => (kind === 'prose' ? lowered(piece) : piece))
    .join('');
}
