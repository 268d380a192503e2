import type { Nodes, PhrasingContent } from 'mdast';
import { columnsOf } from '../../blog/sentences.ts';
import { htmlAsText } from '../markdown/html.ts';
import { renderParts } from '../markdown/render.ts';
import { textOf } from '../markdown/runs.ts';
import type { Block } from '../markdown/tame.ts';
import type { PagePart } from '../model.ts';
import { type Level, levels } from './breaks.ts';
import { type Extents, ownText, sizeOf } from './extent.ts';
import { fits, type Limits } from './limits.ts';
import { type Load, load, nothing, sum } from './load.ts';
import { piecesOf } from './pieces.ts';
import { markLoad, type Piece } from './prose.ts';

/** A stretch of the tree that stands on one page: a block, or a piece of one that is too long for a page. */
export interface Unit extends Piece {
  /** The block that it is, where it is whole. */
  readonly whole?: Block | PhrasingContent;
  /** The runs of text and the galleries that it makes; none where it shows nothing. */
  readonly parts: readonly PagePart['kind'][];
}

/** What a block takes up for the reader, and its marks. */
function tally(node: Nodes): Load {
  const text = node.type === 'html' ? htmlAsText(node.value) : ownText(node);
  const own = load({ weight: columnsOf(text ?? ''), marks: node.type === 'listItem' ? 1 : 0 });
  const marked = sum(own, markLoad(node) ?? nothing);
  return 'children' in node ? node.children.map(tally).reduce(sum, marked) : marked;
}

/** What a reader expects to see more after: headings, lines that end with a colon, bold lines. */
function leadsOn(node: Block | PhrasingContent): boolean {
  if (node.type === 'heading') return true;
  if (node.type !== 'paragraph') return false;
  const [only] = node.children;
  return (
    (node.children.length === 1 && only?.type === 'strong') ||
    /[:：]\s*$/.test(textOf(node.children.slice(-1)))
  );
}

const levelAfter = (node: Block | PhrasingContent): Level => (leadsOn(node) ? levels.bound : levels.block);

/** A block in pieces. */
export function cutUp(node: Block | PhrasingContent): readonly Unit[] {
  const pieces = piecesOf(node);
  return pieces.map((piece, index) => ({
    ...piece,
    level: index === pieces.length - 1 ? levelAfter(node) : piece.level,
    parts: piece.load.pictures > 0 ? ['pictures', 'text'] : ['text'],
  }));
}

/** What a gallery takes up for the reader, beside text. */
const pictureWeight = 100;

/** A block as one unit where it fits a page, else in pieces. */
export function unitsOf(node: Block | PhrasingContent, extents: Extents, limits: Limits): readonly Unit[] {
  const read = tally(node);
  const leastLength = read.weight / 2;
  if (!fits(load({ length: leastLength }), 0, limits)) return cutUp(node);
  const parts = renderParts([node]);
  const pictures = parts.reduce(
    (count, part) => count + (part.kind === 'pictures' ? part.pictures.length : 0),
    0,
  );
  const whole: Load = {
    weight: parts.length === 0 ? 0 : read.weight + pictures * pictureWeight,
    length: parts.reduce((length, part) => length + (part.kind === 'text' ? part.text.length + 3 : 0), 0),
    marks: read.marks,
    links: Math.max(0, read.links - pictures),
    pictures,
  };
  if (!fits(whole, parts.length, limits)) return cutUp(node);
  const kinds = parts.map(({ kind }) => kind);
  return [{ size: sizeOf(node, extents), level: levelAfter(node), load: whole, whole: node, parts: kinds }];
}
