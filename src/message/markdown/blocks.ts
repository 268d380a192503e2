import type { Nodes, Paragraph, PhrasingContentMap, RootContentMap } from 'mdast';
import { blockquote } from './blocks/blockquote.ts';
import { code, html, math } from './blocks/code.ts';
import { footnoteDefinition } from './blocks/footnote.ts';
import { heading } from './blocks/heading.ts';
import { list } from './blocks/list.ts';
import { paragraph } from './blocks/paragraph.ts';
import { table } from './blocks/table.ts';
import { zeroWidthSpace } from './escape.ts';
import { type Flat, lines, type Place } from './flat.ts';
import { isPhrasing } from './runs.ts';

/** Every node type that makes lines of its own; what stands within a line is known to `runs`. */
type BlockMap = Omit<RootContentMap, Exclude<keyof PhrasingContentMap, 'html'>>;

type Handlers = {
  readonly [Type in keyof BlockMap]: (node: BlockMap[Type], place: Place) => readonly Flat[];
};

const nothing = (): readonly Flat[] => [];

const handlers: Handlers = {
  paragraph,
  heading,
  blockquote,
  list,
  code,
  math,
  table,
  html,
  footnoteDefinition,
  thematicBreak: () => [lines('rule', '───')],
  definition: nothing,
  yaml: nothing,
  listItem: (node, place) => place.blocks(node.children, place),
  tableRow: (node, place) => place.blocks(node.children, place),
  tableCell: node => paragraph({ type: 'paragraph', children: node.children }),
};

type Block = BlockMap[keyof BlockMap];

const isBlock = (node: Nodes): node is Block => Object.hasOwn(handlers, node.type);

function flatten<Type extends keyof BlockMap>(
  type: Type,
  node: BlockMap[Type],
  place: Place,
): readonly Flat[] {
  return handlers[type](node, place);
}

/** What is not known, by its children or its text. */
function flattenAny(node: Nodes, place: Place): readonly Flat[] {
  if (isBlock(node)) return flatten(node.type, node, place);
  if ('children' in node) return place.blocks(node.children, place);
  const value = 'value' in node && typeof node.value === 'string' ? node.value : '';
  return paragraph({ type: 'paragraph', children: [{ type: 'text', value }] });
}

/** Two lists in a row would read as one. */
const apart = lines('rule', zeroWidthSpace);

const isItem = (flat: Flat | undefined): boolean => flat?.kind === 'lines' && flat.role === 'item';

/** Blocks in a place, each as what has nothing in it but lines or pictures. What stands within lines makes a paragraph. */
export function blocks(nodes: readonly Nodes[], place: Place): readonly Flat[] {
  const flats: Flat[] = [];
  const add = (all: readonly Flat[]): void => {
    if (isItem(flats.at(-1)) && isItem(all[0])) flats.push(apart);
    for (const flat of all) flats.push(flat);
  };
  let line: Paragraph = { type: 'paragraph', children: [] };
  for (const node of nodes) {
    if (isPhrasing(node) && node.type !== 'html') {
      line.children.push(node);
      continue;
    }
    add(paragraph(line));
    line = { type: 'paragraph', children: [] };
    add(flattenAny(node, place));
  }
  add(paragraph(line));
  return flats;
}
