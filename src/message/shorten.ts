import { beginning, columnsOf } from '../blog/sentences.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Cuts text after at most `most` UTF-16 units, ending with … where something was cut; never inside a grapheme. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text.slice(0, most + 1))) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** A short title's widest: 16 Chinese characters, twice as many Latin ones. The part before a colon may be wider. */
const shortColumns = 32;
const headColumns = 40;

/**
 * A title for small lines: the part before `：`, `:` or `｜` where that has at least 4 characters and at most the
 * width of 20 Chinese ones, else as much of it as 16 Chinese characters are wide, whole words, with ….
 */
export function shortTitle(title: string): string {
  const head = title.split(/[：:｜]/u, 1)[0]?.trim() ?? '';
  if (head !== title && [...head].length >= 4 && columnsOf(head) <= headColumns) return head;
  // An ellipsis in place of a single character would save nothing.
  return columnsOf(title) <= shortColumns + 2 ? title : beginning(title, shortColumns + 1);
}
