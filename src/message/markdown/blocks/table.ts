import type { AlignType, PhrasingContent, Table, TableCell, TableRow, Text } from 'mdast';
import { fence } from '../code.ts';
import { type Flat, lines } from '../flat.ts';
import { renderLine, renderLines } from '../inline.ts';
import { runsOf, textOf } from '../runs.ts';
import { endsInCjk } from '../soft.ts';

declare module 'mdast' {
  interface TableData {
    /** The row that names the columns, where a table goes on from an earlier page. */
    header?: TableRow;
  }
  interface TableRowData {
    /** 0-based column of its first cell, where a row goes on from an earlier page. */
    column?: number;
  }
}

/** Widest table that a phone shows unwrapped as code, in Latin cells. */
const widest = 38;

const gap = '  ';

/** Characters that are one cell wide in every code font. */
const narrow = /^[\u0020-\u007e\u00a1-\u02ff\u0370-\u052f\u2010-\u2026\u20a0-\u20bf]*$/;

/** A table's rows as text; undefined where code could not show them: links, several lines, wide characters. */
function cellsOf(rows: readonly TableRow[]): readonly (readonly string[])[] | undefined {
  const simple = rows.every(row =>
    row.children.every(cell =>
      runsOf(cell.children).every(run => run.kind !== 'break' && run.style.link === undefined),
    ),
  );
  if (!simple) return undefined;
  const cells = rows.map(row => row.children.map(cell => textOf(cell.children).trim()));
  return cells.every(row => row.every(cell => narrow.test(cell))) ? cells : undefined;
}

function aligned(text: string, width: number, align: AlignType | undefined): string {
  const space = width - text.length;
  if (align === 'right') return text.padStart(width);
  return align === 'center'
    ? text.padStart(text.length + Math.floor(space / 2)).padEnd(width)
    : text.padEnd(width);
}

/** A narrow Latin table as lines of code; undefined where it is not that. */
export function asCode(rows: readonly TableRow[], align: readonly AlignType[]): string | undefined {
  const columns = rows.reduce((most, row) => Math.max(most, row.children.length), 0);
  if (gap.length * (columns - 1) > widest) return undefined;
  const cells = cellsOf(rows);
  if (cells === undefined) return undefined;
  const widths: number[] = [];
  for (const row of cells) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  if (widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1)) > widest) return undefined;
  const [head = '', ...body] = cells.map(row =>
    widths
      .map((width, column) => aligned(row[column] ?? '', width, align[column]))
      .join(gap)
      .trimEnd(),
  );
  return fence([head, widths.map(width => '─'.repeat(width)).join(gap), ...body].join('\n'));
}

const bold = (nodes: readonly PhrasingContent[]): string =>
  renderLine(nodes, style => ({ ...style, strong: true }));

/** A cell's lines, the first of them after its column's name. A name without a cell stands as well. */
function named(cell: TableCell, header: TableCell | undefined): readonly string[] {
  const written = renderLines(cell.children);
  const name = textOf(header?.children ?? []).trim();
  if (header === undefined || name === '') return written;
  const colon: Text = { type: 'text', value: endsInCjk(name) ? '：' : ':' };
  const [first = '—', ...more] = written;
  return [`${bold([...header.children, colon])} ${first}`, ...more];
}

/** A row as an item with a line for each cell, named by its column. */
function asItem(row: TableRow, header: TableRow | undefined): readonly string[] {
  const start = row.data?.column ?? 0;
  return row.children
    .flatMap((cell, index) => named(cell, header?.children[start + index]))
    .filter(line => line !== '')
    .map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}

/** A table: aligned code where it is narrow and Latin, else a list of its rows with each cell's column named. */
export function table(node: Table): readonly Flat[] {
  const earlier = node.data?.header;
  const rows = earlier ? [earlier, ...node.children] : node.children;
  const code = rows.length > 1 ? asCode(rows, node.align ?? []) : undefined;
  if (code !== undefined) return code === '' ? [] : [lines('code', ...code.split('\n'))];
  const [header, ...body] = rows;
  const items =
    body.length > 0 ? body.map(row => asItem(row, header)) : rows.map(row => asItem(row, undefined));
  return items.filter(item => item.length > 0).map(item => ({ ...lines('item', ...item), list: node }));
}
