import { changeProse } from '../text/scan.ts';

/** Attributes, ids and extensions of kramdown. */
const marker = /\{:(:|\/)?([^{}\n]{0,500})\}/g;

/** What stands where a table of contents will: a list of one item, with its attribute. */
const contents =
  /^[ \t]{0,3}(?:[-*+]|\d{1,9}\.)[ \t]+\S[^\n]{0,80}\n[ \t]{0,3}\{:[ \t]?toc[^{}\n]{0,80}\}/gim;

/** `{:name: .class}` gives attributes a name. */
const named = /\{:[ \t]?([\w-]{1,40}):[ \t][^{}\n]{0,300}\}/g;

/** What abbreviations stand for, which sites show where somebody points at one; and the mark that sets blocks apart. */
const unseen = /^[ \t]{0,3}\*\[[^\]\n]{1,100}\]:[^\n]{0,500}$|^\^[ \t]*$/gm;

/** `.class`, `#id`, `name="value"`, `toc`: what tells them from braces that belong to the text. */
function areAttributes(inside: string, known: ReadonlySet<string>): boolean {
  const words = inside
    .replace(/"[^"]*"|'[^']*'/g, 'value')
    .split(/\s+/)
    .filter(word => word !== '');
  return (
    words.length > 0 &&
    words.every(word => /^(?:[.#][\w.#:-]+|[\w:-]+=\S+|toc|no_toc)$/i.test(word) || known.has(word))
  );
}

/** A heading's own id stays, in the form that all other generators write. */
function idOf(inside: string, before: string): string {
  const id = /#([\w:-]+)/.exec(inside)?.[1];
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return id !== undefined && /^#{1,6}\s/.test(line) ? `{#${id}}` : '';
}

/** An element that says that Markdown stands in it: a blank line says the same. */
const holder =
  /^( {0,3}<[a-z][^<>\n]{0,300}\bmarkdown\s?=\s?["']?(?:1|block|span)\b["']?[^<>\n]{0,300}>)[ \t]*$/gim;

/** A text without kramdown's attributes, tables of contents and extensions. Code stays as it is. */
export function lowerKramdown(text: string): string {
  if (!/\{:|markdown|^\^|^[ \t]*\*\[/m.test(text)) return text;
  const known = new Set(Array.from(text.matchAll(named), ([, name = '']) => name));
  return changeProse(text, prose =>
    prose
      .replace(holder, '$1\n')
      .replace(contents, '')
      .replace(named, '')
      .replace(unseen, '')
      .replace(marker, (written: string, extension: string | undefined, inside: string, at: number) => {
        if (extension !== undefined) return '';
        if (!areAttributes(inside, known)) return written;
        return idOf(inside, prose.slice(Math.max(0, at - 300), at));
      }),
  );
}
