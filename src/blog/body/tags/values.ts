import { type Fields, field, textValue } from '../../fields.ts';
import type { Piece } from '../text/scan.ts';
import { galleryOf } from './galleries.ts';

const assignment = /^([\w-]+)\s*=\s*("[^"]*"|'[^']*')\s*$/;

/** The name that an output begins with: `notice` in `notice | markdownify`. */
const named = /^[-~]?\s*([\w$.-]+)\s*(?:\||[-~]?$)/;

/** How generators call what front matter says: `page.title`, `$frontmatter.title`. */
const ofPage = /^(?:page|\$?frontmatter|\$page\.frontmatter)\.([\w-]+)$/;

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

/** What front matter says under a name of one line without quotation marks, as a text in such. */
function saidByPage(name: string, data: Fields): string | undefined {
  const key = ofPage.exec(name)?.[1];
  const text = key === undefined ? undefined : textValue(field(data, key));
  return text === undefined || /["\n]/.test(text) ? undefined : `"${text}"`;
}

/** An output of a name that is known, with its value instead. */
function said(piece: Piece, values: Values, data: Fields): Piece {
  const { tag } = piece;
  if (tag?.marks !== 'output') return piece;
  const name = named.exec(tag.args)?.[1] ?? '';
  const value = values.get(name) ?? saidByPage(name, data);
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
 * The pieces, with the values of names that the text itself or its front matter gives in place of these, and without
 * loops over what is not known. Linear.
 */
export function withValues(pieces: readonly Piece[], data: Fields): readonly Piece[] {
  const loops = unknownLoops(pieces);
  const values: Values = new Map();
  let until = 0;
  return pieces.flatMap((piece, index) => {
    until = Math.max(until, loops.get(index) ?? 0);
    if (index < until) return [];
    learn(piece, values);
    const gallery = galleryOf(piece, data);
    if (gallery !== undefined) return [{ kind: 'prose' as const, text: gallery, start: piece.start }];
    return [said(piece, values, data)];
  });
}
