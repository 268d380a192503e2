import type {
  FootnoteDefinition,
  List,
  ListItem,
  Nodes,
  PhrasingContent,
  Table,
  TableCell,
  TableRow,
} from 'mdast';
import { type Block, isBlock } from '../markdown/tame.ts';
import { type Extents, sizeOf } from './extent.ts';

/** A stretch of a node's extent, in a tree that was measured. */
interface Stretch {
  readonly extents: Extents;
  readonly from: number;
  readonly to: number;
}

/** The index of the child that `place` lies in or that begins there. */
function childAt(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** The children of `parent` in a stretch of it; `cut` cuts the one that it begins in, and the one that it ends in. */
function within<T extends Nodes>(
  parent: Nodes & { readonly children: readonly T[] },
  { extents, from, to }: Stretch,
  cut: (child: T, stretch: Stretch) => readonly T[],
): T[] {
  const starts = extents.get(parent)?.starts ?? [];
  const kept: T[] = [];
  for (let index = childAt(starts, from); index < parent.children.length; index++) {
    const child = parent.children[index];
    const start = starts[index] ?? 0;
    if (child === undefined || start >= to) break;
    const size = sizeOf(child, extents);
    const [first, last] = [Math.max(0, from - start), Math.min(size, to - start)];
    if (first === 0 && last === size) kept.push(child);
    else if (first < last) kept.push(...cut(child, { extents, from: first, to: last }));
  }
  return kept;
}

function cutPhrasing(node: PhrasingContent, stretch: Stretch): readonly PhrasingContent[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'inlineMath':
      return [{ ...node, value: node.value.slice(stretch.from, stretch.to) }];
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'linkReference':
      return [{ ...node, children: within(node, stretch, cutPhrasing) }];
    default:
      return [node];
  }
}

const cutItem = (node: ListItem, stretch: Stretch): readonly ListItem[] => [
  { ...node, children: within(node, stretch, cutBlock) },
];

/** A list from its item `index` on, where the stretch begins. */
function listFrom(node: List, index: number, stretch: Stretch): List {
  const children = within(node, stretch, cutItem);
  return node.ordered ? { ...node, start: (node.start ?? 1) + index, children } : { ...node, children };
}

/** A list that goes on in the middle of an item: what is left of that item stands before it, unmarked. */
function cutList(node: List, stretch: Stretch): readonly Block[] {
  const { extents, from, to } = stretch;
  const starts = extents.get(node)?.starts ?? [];
  const index = childAt(starts, from);
  const start = starts[index] ?? 0;
  const item = node.children[index];
  if (item === undefined || from === start) return [listFrom(node, index, stretch)];
  const end = start + sizeOf(item, extents);
  const rest = within(item, { extents, from: from - start, to: Math.min(to, end) - start }, cutBlock);
  return to > end ? [...rest, listFrom(node, index + 1, { extents, from: end, to })] : rest;
}

const cutCell = (node: TableCell, stretch: Stretch): readonly TableCell[] => [
  { ...node, children: within(node, stretch, cutPhrasing) },
];

/** A row that goes on in the middle knows which column it goes on in. */
function cutRow(node: TableRow, stretch: Stretch): readonly TableRow[] {
  const column = childAt(stretch.extents.get(node)?.starts ?? [], stretch.from);
  return [{ ...node, children: within(node, stretch, cutCell), data: { ...node.data, column } }];
}

/** A table that goes on keeps the row that names its columns. */
function cutTable(node: Table, stretch: Stretch): Table {
  const children = within(node, stretch, cutRow);
  const [header] = node.children;
  if (stretch.from === 0 || header === undefined) return { ...node, children };
  return { ...node, children, data: { ...node.data, header } };
}

/** A footnote that goes on does so without its name. */
function cutFootnote(node: FootnoteDefinition, stretch: Stretch): readonly Block[] {
  const children = within(node, stretch, cutBlock);
  return stretch.from === 0 ? [{ ...node, children }] : children;
}

function cutBlock(node: Block, stretch: Stretch): readonly Block[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [{ ...node, children: within(node, stretch, cutPhrasing) }];
    case 'blockquote':
      return [{ ...node, children: within(node, stretch, cutBlock) }];
    case 'footnoteDefinition':
      return cutFootnote(node, stretch);
    case 'list':
      return cutList(node, stretch);
    case 'table':
      return [cutTable(node, stretch)];
    case 'code':
    case 'math':
      return [{ ...node, value: node.value.slice(stretch.from, stretch.to) }];
    default:
      return [node];
  }
}

/**
 * The nodes of a tree from one place to another, counted as `measure` counts. Whole nodes are the tree's own; those
 * at the ends are cut, and what they stand in is there on both sides. Together such slices hold every character once.
 */
export function slice(
  parent: Nodes & { readonly children: readonly (Block | PhrasingContent)[] },
  stretch: Stretch,
): readonly (Block | PhrasingContent)[] {
  return within(parent, stretch, (node, inside) =>
    isBlock(node) ? cutBlock(node, inside) : cutPhrasing(node, inside),
  );
}
