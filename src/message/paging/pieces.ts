import type { Code, List, ListItem, Literal, PhrasingContent, Table, TableRow } from 'mdast';
import { columnsOf } from '../../blog/sentences.ts';
import { asCode } from '../markdown/blocks/table.ts';
import { htmlAsText } from '../markdown/html.ts';
import { textOf } from '../markdown/runs.ts';
import { type Block, isBlock } from '../markdown/tame.ts';
import { breaksOfCode, type Level, levels } from './breaks.ts';
import { type Load, load, nothing, sum } from './load.ts';
import { type Piece, piecesOfProse } from './prose.ts';

/** Longest row of a table that is not cut, in UTF-16 units. */
const longestRow = 600;

/** What a line takes up before its text: marker, indent and the newlines around it. */
const lineLoad = (indent: number, marks = 0): Load => load({ length: indent + 6, marks });

const opened = ([first, ...rest]: readonly Piece[], added: Load): readonly Piece[] =>
  first === undefined ? [] : [{ ...first, load: sum(first.load, added) }, ...rest];

const closed = (pieces: readonly Piece[], level: Level): readonly Piece[] =>
  pieces.map((piece, index) => (index === pieces.length - 1 ? { ...piece, level } : piece));

/** What takes up room but has no extent of its own to be cut. */
const whole = (part: Partial<Load>): readonly Piece[] => [{ size: 1, level: levels.part, load: load(part) }];

function inBlock(children: readonly Block[], indent: number): readonly Piece[] {
  if (children.length === 0) return whole({ length: indent });
  return children.flatMap(child => closed(piecesOf(child, indent), levels.part));
}

function piecesOfCode({ value }: Code | Literal): readonly Piece[] {
  if (value === '') return whole({});
  let from = 0;
  return breaksOfCode(value).map(({ end, level }) => {
    const text = value.slice(from, end);
    from = end;
    return { size: text.length, level, load: load({ weight: columnsOf(text), length: text.length + 2 }) };
  });
}

const piecesOfItem = (item: ListItem, indent: number): readonly Piece[] =>
  opened(inBlock(item.children, indent + 2), lineLoad(indent, 1));

function piecesOfList({ children }: List, indent: number): readonly Piece[] {
  return children.length === 0 ? whole({}) : children.flatMap(item => piecesOfItem(item, indent));
}

/** What stands before each cell of a row, where it stands in a list: the name of its column. */
type Names = readonly Load[];

const namesOf = ({ children }: TableRow): Names =>
  children.map(cell => load({ length: textOf([cell]).length + 10, marks: 1 }));

/** A row stands as a line of code or as a line for each cell, of which each may name its column. */
function piecesOfRow(row: TableRow, added: Load, names: Names): readonly Piece[] {
  const cells = row.children.map((cell, column) => {
    const pieces = cell.children.length === 0 ? whole({}) : piecesOfProse(cell.children);
    return closed(opened(pieces, names[column] ?? nothing), levels.part);
  });
  const pieces = opened(row.children.length === 0 ? whole({}) : cells.flat(), added);
  const total = pieces.map(piece => piece.load).reduce(sum, nothing);
  if (total.length > longestRow) return pieces;
  return [{ size: pieces.reduce((size, piece) => size + piece.size, 0), level: levels.part, load: total }];
}

/** What the line of a row takes up beside its cells, at most. */
const rowLoad = load({ length: 8 });
const headerLoad = load({ length: 48 });

function piecesOfTable({ children, align }: Table): readonly Piece[] {
  const [header, ...rows] = children;
  if (header === undefined) return whole({});
  const names = asCode(children, align ?? []) === undefined ? namesOf(header) : [];
  const head = closed(piecesOfRow(header, headerLoad, names), rows.length > 0 ? levels.bound : levels.part);
  return [...head, ...rows.flatMap(row => piecesOfRow(row, rowLoad, names))];
}

/** A block in pieces, each small enough for any page. `indent` is how far in its lines begin. */
export function piecesOf(node: Block | PhrasingContent, indent = 0): readonly Piece[] {
  if (!isBlock(node)) return piecesOfProse([node]);
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return node.children.length === 0 ? whole({}) : opened(piecesOfProse(node.children), lineLoad(indent));
    case 'blockquote':
      return inBlock(node.children, indent + 4);
    case 'footnoteDefinition':
      return opened(
        inBlock(node.children, indent),
        load({ length: 2 * (node.label ?? node.identifier).length + 6 }),
      );
    case 'list':
      return piecesOfList(node, indent);
    case 'table':
      return piecesOfTable(node);
    case 'code':
    case 'math':
      return piecesOfCode(node);
    case 'html': {
      const text = htmlAsText(node.value);
      return whole({ weight: columnsOf(text), length: 2 * text.length + 6 });
    }
    case 'thematicBreak':
    case 'definition':
      return whole({});
  }
}
