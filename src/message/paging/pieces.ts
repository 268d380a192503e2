import type { Code, List, ListItem, Literal, PhrasingContent, Table, TableRow } from 'mdast';
import { columnsOf } from '../../blog/sentences.ts';
import { asCode } from '../markdown/blocks/table.ts';
import { htmlAsText } from '../markdown/html.ts';
import { textOf } from '../markdown/runs.ts';
import { type Block, isBlock } from '../markdown/tame.ts';
import { breaksOfCode, type Level, levels } from './breaks.ts';
import { type Load, load, sum } from './load.ts';
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

/** A row stands as a line of code or as a line for each cell, of which each may name its column. */
function piecesOfRow(row: TableRow, names: Load): readonly Piece[] {
  const cells = row.children.map(cell =>
    closed(cell.children.length === 0 ? whole({}) : piecesOfProse(cell.children), levels.part),
  );
  const pieces = row.children.length === 0 ? whole({}) : cells.flat();
  const total = pieces.map(piece => piece.load).reduce(sum, names);
  if (total.length > longestRow) return opened(pieces, names);
  return [{ size: pieces.reduce((size, piece) => size + piece.size, 0), level: levels.part, load: total }];
}

/** What a list adds to each row: the names of its columns. */
const namesOf = ({ children }: TableRow): Load =>
  load({ length: textOf(children).length + 10 * children.length, marks: children.length });

function piecesOfTable({ children, align }: Table): readonly Piece[] {
  const [header, ...rows] = children;
  if (header === undefined) return whole({});
  const added = asCode(children, align ?? []) === undefined ? namesOf(header) : load({ length: 8 });
  const head = closed(
    piecesOfRow(header, sum(added, load({ length: 40 }))),
    rows.length > 0 ? levels.bound : levels.part,
  );
  return [...head, ...rows.flatMap(row => piecesOfRow(row, added))];
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
