import type { Range } from './places.ts';

const wideCharacter =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Width of a text in columns: a Chinese character takes two, a Latin one. */
export const columnsOf = (text: string): number => {
  let columns = 0;
  for (const character of text) columns += wideCharacter.test(character) ? 2 : 1;
  return columns;
};

/** Characters that take no column of their own may make a text longer than wide, but not more than this. */
const unitsPerColumn = 8;

/** Whether a text is at most so many columns wide. */
export const fitsInto = (text: string, columns: number): boolean =>
  text.length <= columns * unitsPerColumn && columnsOf(text) <= columns;

// A full stop ends a sentence before a space only (3.5, node.js), a question mark not within an address.
const sentenceEnd =
  /(?:[。！？]|[!?](?![\w=&]))+[”’」』）)\]"'】》]*|\.[”’"')\]]{0,4}(?=\s|$)|[\n\r\u2028\u2029]+/gu;

/** A text's sentences and lines, without the white space around them. */
export const sentencesOf = (text: string): readonly Range[] => {
  const sentences: Range[] = [];
  const add = (from: number, to: number): void => {
    const part = text.slice(from, to);
    const start = from + part.length - part.trimStart().length;
    const end = from + part.trimEnd().length;
    if (start < end) sentences.push([start, end]);
  };
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(sentenceEnd)) {
    add(start, index + mark.length);
    start = index + mark.length;
  }
  add(start, text.length);
  return sentences;
};

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

const partsOf = (text: string, by: Intl.Segmenter): readonly string[] =>
  Array.from(by.segment(text), ({ segment }) => segment);

/** How many UTF-16 units of a list of parts fit into so many columns. */
const unitsThatFit = (parts: readonly string[], columns: number): number => {
  let units = 0;
  let left = columns;
  for (const part of parts) {
    left -= columnsOf(part);
    if (left < 0) break;
    units += part.length;
  }
  return units;
};

const clauseEnd = /[，、；：,;:\s]/u;

/** What an ellipsis stands in place of. */
const pauses = /(?<![，、；：。,;:.…\s])[，、；：。,;:.…\s]+$/u;

/** A cut that would leave out no more than this, in columns, is not worth its ellipsis. */
const slack = 8;

/**
 * Where a text is cut so that what stands before it fits: after a clause if one ends late enough, else after a
 * word, else after a grapheme; never within one.
 */
export const cutAfter = (text: string, columns: number): number => {
  if (fitsInto(text, columns + slack)) return text.length;
  const head = text.slice(0, columns * unitsPerColumn);
  const end = unitsThatFit(partsOf(head, words), columns) || unitsThatFit(partsOf(head, graphemes), columns);
  let at = end;
  while (at > end / 2 && !clauseEnd.test(text.charAt(at))) at -= 1;
  const cut = at > end / 2 ? at : end;
  return text.slice(0, cut).replace(pauses, '').length;
};

/** The same from the other end: where what stands from there on fits, and begins a clause or a word. */
export const cutBefore = (text: string, columns: number): number => {
  if (fitsInto(text, columns + slack)) return 0;
  const tail = text.slice(-columns * unitsPerColumn || text.length);
  const backwards = (by: Intl.Segmenter): number => unitsThatFit(partsOf(tail, by).toReversed(), columns);
  const start = text.length - (backwards(words) || backwards(graphemes));
  for (let at = start; at < text.length; at += 1) if (clauseEnd.test(text.charAt(at - 1))) return at;
  return start;
};
