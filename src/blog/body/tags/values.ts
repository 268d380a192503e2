import type { Piece } from '../text/scan.ts';

const assignment = /^([\w-]+)\s*=\s*("[^"]*"|'[^']*')\s*$/;

/** The name that an output begins with: `notice` in `notice | markdownify`. */
const named = /^[-~]?\s*([\w-]+)\s*(?:\||[-~]?$)/;

/** The first word of what a capture or a set is given, where it holds no value itself. */
const captured = /^["']?([\w-]+)["']?\s*$/;

/** What a text says of its own names: those with a text as their value, and those whose value stands in it already. */
type Values = Map<string, string>;

function learn({ tag }: Piece, values: Values): void {
  if (tag?.marks !== 'statement' || tag.closes) return;
  const [, name, value] = /^(?:assign|set)$/.test(tag.name) ? (assignment.exec(tag.args) ?? []) : [];
  if (name !== undefined && value !== undefined) values.set(name, value);
  const held = /^(?:capture|set)$/.test(tag.name) && tag.isPaired ? captured.exec(tag.args)?.[1] : undefined;
  if (held !== undefined) values.set(held, '""');
}

/** An output of a name that is known, with its value instead. */
function said(piece: Piece, values: Values): Piece {
  const { tag } = piece;
  if (tag?.marks !== 'output') return piece;
  const value = values.get(named.exec(tag.args)?.[1] ?? '');
  return value === undefined ? piece : { ...piece, tag: { ...tag, args: value } };
}

/** The pieces of loops that show what is not known, by the index of each loop's first: the index after its last. */
function unknownLoops(pieces: readonly Piece[]): ReadonlyMap<number, number> {
  const loops = new Map<number, number>();
  const open: { readonly start: number; isUnknown: boolean }[] = [];
  for (const [index, { tag }] of pieces.entries()) {
    const loop = open.at(-1);
    if (tag?.marks === 'output' && loop !== undefined) loop.isUnknown = true;
    if (tag?.marks !== 'statement' || tag.name !== 'for' || !tag.isPaired) continue;
    if (!tag.closes) open.push({ start: index + 1, isUnknown: false });
    else if (open.pop()?.isUnknown) loops.set(loop?.start ?? index, index);
  }
  return loops;
}

/**
 * The pieces, with the values of names that the text itself gives one in place of these, and without loops over what
 * is not known. Linear.
 */
export function withValues(pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some(({ tag }) => tag?.marks === 'output')) return pieces;
  const loops = unknownLoops(pieces);
  const values: Values = new Map();
  let until = 0;
  return pieces.flatMap((piece, index) => {
    until = Math.max(until, loops.get(index) ?? 0);
    if (index < until) return [];
    learn(piece, values);
    return [said(piece, values)];
  });
}
