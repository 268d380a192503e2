import type { Piece } from '../text/scan.ts';

/** Tags that show one of several branches. */
const choices = new Set(['if', 'ifchanged', 'unless', 'case', 'for', 'asyncall', 'asynceach']);

const alternatives = new Set(['else', 'elsif', 'elif', 'elseif', 'when']);

/** A tag that is not closed yet, and where its branches begin. */
interface Open {
  readonly name: string;
  readonly starts: number[];
}

/** A text, or a tag that does more than choose. */
function says({ tag, text }: Piece): boolean {
  return tag === undefined ? text.trim() !== '' : !choices.has(tag.name) && !alternatives.has(tag.name);
}

/** For each of `pieces`, how many before it say something. */
function countsOf(pieces: readonly Piece[]): readonly number[] {
  let count = 0;
  return pieces.map(piece => {
    const before = count;
    if (says(piece)) count++;
    return before;
  });
}

/** Ranges of pieces that are not shown, by where they begin. */
type Hidden = Map<number, number>;

function hide(hidden: Hidden, from: number, to: number): void {
  if (to > from) hidden.set(from, Math.max(hidden.get(from) ?? 0, to));
}

/** Hides all branches but one, of a tag that is closed at `end`. */
function choose({ starts }: Open, end: number, counts: readonly number[], hidden: Hidden): void {
  const ends = [...starts.slice(1), end];
  const countAt = (index: number) => counts[index] ?? 0;
  const first = starts.findIndex((start, at) => countAt(ends[at] ?? end) > countAt(start + 1));
  const shown = Math.max(0, first);
  hide(hidden, (starts[0] ?? 0) + 1, starts[shown] ?? 0);
  hide(hidden, ends[shown] ?? end, end);
}

/**
 * The pieces without those of branches that are not shown: since what a condition tests is not known, the first
 * branch that says anything stands for all. Tags that are never closed choose nothing. Linear.
 */
export function firstBranches(pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some(({ tag }) => tag?.marks === 'statement' && alternatives.has(tag.name))) return pieces;
  const counts = countsOf(pieces);
  const open: Open[] = [];
  const hidden: Hidden = new Map();
  for (const [index, { tag }] of pieces.entries()) {
    if (tag?.marks !== 'statement') continue;
    const { name, closes } = tag;
    if (closes && open.at(-1)?.name === name)
      choose(open.pop() ?? { name, starts: [] }, index, counts, hidden);
    else if (!closes && choices.has(name)) open.push({ name, starts: [index] });
    else if (!closes && alternatives.has(name)) open.at(-1)?.starts.push(index);
  }
  let until = 0;
  return pieces.filter((_, index) => {
    until = Math.max(until, hidden.get(index) ?? 0);
    return index >= until;
  });
}
