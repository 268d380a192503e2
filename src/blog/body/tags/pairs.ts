import type { Piece } from '../text/scan.ts';

/** Tags that are open, and those that any end closes. */
interface Open {
  /** By marks and name, innermost last. */
  readonly byName: Map<string, number[]>;
  readonly all: number[];
}

/**
 * The pieces, with each tag marked that has an end, and each end that ends something; Zola's `{% end %}` ends the
 * innermost. Tags that are not marked stand for themselves. Linear.
 */
export function pairTags(pieces: readonly Piece[]): readonly Piece[] {
  const open: Open = { byName: new Map(), all: [] };
  /** For the index of each tag that is one of a pair, its name. */
  const paired = new Map<number, string>();
  const keyOf = (marks: string, name: string) => `${marks} ${name}`;
  const innermost = (): number | undefined => {
    while (paired.has(open.all.at(-1) ?? -1)) open.all.pop();
    return open.all.pop();
  };
  const lastOpen = (same: number[] | undefined): number | undefined => {
    while (paired.has(same?.at(-1) ?? -1)) same?.pop();
    return same?.pop();
  };
  for (const [index, { tag, body }] of pieces.entries()) {
    if (tag === undefined || tag.marks === 'output') continue;
    const key = keyOf(tag.marks, tag.name);
    if (body !== undefined) {
      paired.set(index, tag.name);
    } else if (!tag.closes) {
      open.all.push(index);
      const same = open.byName.get(key);
      if (same === undefined) open.byName.set(key, [index]);
      else same.push(index);
    } else {
      const start = tag.name === '' ? innermost() : lastOpen(open.byName.get(key));
      if (start === undefined) continue;
      const name = pieces[start]?.tag?.name ?? '';
      paired.set(start, name).set(index, name);
    }
  }
  return pieces.map((piece, index) => {
    const name = paired.get(index);
    return name === undefined || piece.tag === undefined
      ? piece
      : { ...piece, tag: { ...piece.tag, name, isPaired: true } };
  });
}
