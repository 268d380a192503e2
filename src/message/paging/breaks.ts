/** How well a page may end at a place: the lower the better. */
export const levels = {
  /** Between blocks. */
  block: 0,
  /** Between the items, rows, lines or blocks within a block. */
  part: 1,
  sentence: 2,
  /** After a comma or a space. */
  clause: 3,
  grapheme: 4,
  /** Between what belongs together, such as a heading and what follows it: only where there is no other way. */
  bound: 5,
} as const;

export type Level = (typeof levels)[keyof typeof levels];

/** A stretch of text that is not cut, and how well a page may end after it. */
export interface Break {
  readonly end: number;
  readonly level: Level;
}

/** Longest stretch that is not cut, in UTF-16 units. */
const longest = 200;

const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const clauseEnd = /[，、；：,;:\s]/u;

/** The end of the last clause that ends in the second half of a stretch; undefined where none does. */
function clauseEndIn(text: string, from: number, to: number): number | undefined {
  for (let end = to; end > from + longest / 2; end--) if (clauseEnd.test(text[end - 1] ?? '')) return end;
  return undefined;
}

/** The last end of a grapheme in a stretch; of a character where one grapheme is longer than that. */
function graphemeEndIn(text: string, from: number, to: number): number {
  const segment = graphemes.segment(text.slice(from, to + longest)).containing(to - from);
  if (segment && segment.index > 0) return from + segment.index;
  return /[\ud800-\udbff]/.test(text[to - 1] ?? '') ? to - 1 : to;
}

/** The breaks within a stretch that is too long, and the one at its end. */
function breaksWithin(text: string, from: number, end: Break): readonly Break[] {
  const breaks: Break[] = [];
  let at = from;
  while (end.end - at > longest) {
    const clause = clauseEndIn(text, at, at + longest);
    at = clause ?? graphemeEndIn(text, at, at + longest);
    breaks.push({ end: at, level: clause === undefined ? levels.grapheme : levels.clause });
  }
  return [...breaks, end];
}

/**
 * Where prose may be cut: after sentences, and where one is longer than 200 UTF-16 units at clauses, else between
 * graphemes. `masked` is as long as `text` and shows no sentence end where none should be seen, such as in code.
 */
export function breaksOfProse(text: string, masked = text): readonly Break[] {
  const breaks: Break[] = [];
  for (const { index, segment } of sentences.segment(masked)) {
    const end = { end: index + segment.length, level: levels.sentence };
    for (const one of breaksWithin(text, index, end)) breaks.push(one);
  }
  return breaks;
}

/** Where code may be cut: after lines, best after blank ones, and where a line is too long between graphemes. */
export function breaksOfCode(text: string): readonly Break[] {
  const breaks: Break[] = [];
  let from = 0;
  while (from < text.length) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline + 1;
    const blank = text.slice(from, end).trim() === '';
    const line = { end, level: blank ? levels.part : levels.sentence };
    for (const one of breaksWithin(text, from, line)) breaks.push(one);
    from = end;
  }
  return breaks;
}
