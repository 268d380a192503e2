import stringWidth from 'string-width';
import type { Line, Span, Style } from './style.ts';

/** What must not begin a line. */
const CLOSING = new Set('，。、；：？！）】》」』〉〕〗｝］…—～·％‰℃’”〞々ー,.:;?!)]}%›»');
/** What must not end one. */
const OPENING = new Set('（【《「『〈〔〖｛［‘“〝([{‹«#@$￥');

interface Cell {
  readonly text: string;
  readonly style: Style;
  readonly width: number;
  readonly holds: Span['holds'];
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Breaks one paragraph into lines of at most `width` cells: at spaces, and beside Chinese, Japanese and Korean
 * characters, but so that no line begins with a closing sign or ends with an opening one. What fits nowhere, such
 * as a long address, is broken between graphemes. Spaces at a break are dropped.
 * @returns at least one line
 */
export function wrap(paragraph: Line, width: number): readonly Line[] {
  const cells = paragraph.flatMap(cellsOf);
  const lines: Line[] = [];
  let start = 0;
  while (start < cells.length) {
    const end = lineEnd(cells, start, width);
    lines.push(spansOf(cells.slice(start, withoutSpaces(cells, start, end))));
    start = end;
    while (start > 0 && cells[start]?.text === ' ') start++;
  }
  return lines.length > 0 ? lines : [[]];
}

/** Cells that a text fills. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

function cellsOf({ text, style, holds }: Span): readonly Cell[] {
  return Array.from(graphemes.segment(text), ({ segment }) => ({
    text: segment,
    style,
    width: stringWidth(segment),
    holds,
  }));
}

/** End of the line that begins at `start`: after its last place to break, else where it is full. */
function lineEnd(cells: readonly Cell[], start: number, width: number): number {
  let filled = 0;
  let breakAt = start;
  for (let at = start; at < cells.length; at++) {
    const cell = cells[at];
    if (at > start && mayBreak(cells[at - 1], cell)) breakAt = at;
    filled += cell?.width ?? 0;
    if (filled > width && cell?.text !== ' ') return breakAt > start ? breakAt : forcedEnd(cells, start, at);
  }
  return cells.length;
}

/** Where a row that is full at `at` ends, if nothing in it may be broken: a closing sign takes one along. */
function forcedEnd(cells: readonly Cell[], start: number, at: number): number {
  const end = CLOSING.has(cells[at]?.text ?? '') && at - 1 > start ? at - 1 : at;
  return Math.max(end, start + 1);
}

function mayBreak(before: Cell | undefined, after: Cell | undefined): boolean {
  if (!before || !after || after.text === ' ') return false;
  if (before.holds === 'next' || after.holds === 'before') return false;
  if (before.text === ' ') return true;
  if (CLOSING.has(after.text) || OPENING.has(before.text)) return false;
  return before.width > 1 || after.width > 1;
}

function withoutSpaces(cells: readonly Cell[], start: number, end: number): number {
  let last = end;
  while (last > start && cells[last - 1]?.text === ' ') last--;
  return last;
}

/** Neighbours of one style together. */
function spansOf(cells: readonly Cell[]): Line {
  const spans: { text: string; readonly style: Style }[] = [];
  for (const { text, style } of cells) {
    const last = spans.at(-1);
    if (last?.style === style) last.text += text;
    else spans.push({ text, style });
  }
  return spans;
}
