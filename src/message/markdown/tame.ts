import type {
  BlockContent,
  Break,
  DefinitionContent,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
  Text,
} from 'mdast';
import { limits } from '../limits.ts';
import { htmlAsText } from './html.ts';
import { isPhrasing, textOf } from './runs.ts';

/** Deepest nesting that is kept: readers see no difference beyond, and a tree can be walked by recursion. */
const deepest = 120;

/** Longest that a node may be which cannot be cut: a block of HTML, a picture's alt text, a footnote's name. */
const longestHtml = 1_000;
const longestAlt = limits.pictureDescription;
const longestName = 100;

/** What makes lines of its own. */
export type Block = BlockContent | DefinitionContent;

const asText = (node: Nodes): Text => ({ type: 'text', value: textOf([node]) });

/** Nodes that neither cutting nor rendering knows, by their text. */
const asParagraph = (node: Nodes): Paragraph => ({ type: 'paragraph', children: [asText(node)] });

function withBreaks(text: string): Paragraph {
  const children = text
    .split('\n')
    .flatMap<Text | Break>(value => [{ type: 'break' }, { type: 'text', value }]);
  return { type: 'paragraph', children: children.slice(1) };
}

const blockTypes: { readonly [Type in Block['type']]: true } = {
  paragraph: true,
  heading: true,
  blockquote: true,
  list: true,
  table: true,
  code: true,
  math: true,
  html: true,
  thematicBreak: true,
  definition: true,
  footnoteDefinition: true,
};

export const isBlock = (node: Nodes): node is Block => Object.hasOwn(blockTypes, node.type);

/** What stands where lines of its own do: an item without its list is a list of one. */
function asBlock(node: Nodes): Block {
  if (isBlock(node)) return node;
  return node.type === 'listItem' ? { type: 'list', children: [node] } : asParagraph(node);
}

const isStray = (child: Nodes, parent: Nodes): boolean => child.type === 'listItem' && parent.type !== 'list';

const isKnown = (node: Nodes): boolean =>
  isPhrasing(node) || isBlock(node) || /^(?:listItem|tableRow|tableCell)$/.test(node.type);

function isLong(node: Nodes): boolean {
  switch (node.type) {
    case 'html':
      return node.value.length > longestHtml;
    case 'image':
    case 'imageReference':
      return (node.alt ?? '').length > longestAlt;
    case 'footnoteReference':
      return (node.label ?? node.identifier).length > longestName;
    default:
      return false;
  }
}

/** True where nothing in the tree is too deep, too long or out of place: almost always. */
function isTame(nodes: readonly Nodes[]): boolean {
  const waiting: { readonly node: Nodes; readonly depth: number }[] = nodes.map(node => ({ node, depth: 1 }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth > deepest || isLong(node) || !isKnown(node)) return false;
    if (!('children' in node)) continue;
    for (const child of node.children) {
      if (isStray(child, node)) return false;
      waiting.push({ node: child, depth: depth + 1 });
    }
  }
  return true;
}

function inline(node: PhrasingContent, depth: number): PhrasingContent {
  if (node.type === 'image' && isLong(node)) return { type: 'link', url: node.url, children: [asText(node)] };
  if (isLong(node) || !isPhrasing(node)) return asText(node);
  if (!('children' in node)) return node;
  if (depth >= deepest) return asText(node);
  return { ...node, children: node.children.map(child => inline(child, depth + 1)) };
}

function block(given: Nodes, depth: number): Block {
  const node = asBlock(given);
  if (node.type === 'html' && isLong(node)) return withBreaks(htmlAsText(node.value));
  if (!('children' in node)) return node;
  if (depth >= deepest) return asParagraph(node);
  const next = depth + 1;
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return { ...node, children: node.children.map(child => inline(child, next)) };
    case 'blockquote':
    case 'footnoteDefinition':
      return { ...node, children: node.children.map(child => block(child, next)) };
    case 'list': {
      const children = node.children.map(item => ({
        ...item,
        children: item.children.map(child => block(child, next + 1)),
      }));
      return { ...node, children };
    }
    case 'table': {
      const children = node.children.map(row => ({
        ...row,
        children: row.children.map(cell => ({
          ...cell,
          children: cell.children.map(child => inline(child, next + 2)),
        })),
      }));
      return { ...node, children };
    }
  }
}

/**
 * The same tree without what cannot be walked by recursion or cut into pages: what stands deeper than 120 levels,
 * pictures' alt texts and HTML that are too long, and nodes that are not Markdown's become their text. Items without
 * a list get one.
 */
export function tame(nodes: readonly RootContent[]): readonly (Block | PhrasingContent)[] {
  const known = nodes
    .filter(node => node.type !== 'yaml')
    .map(node => (isPhrasing(node) ? node : asBlock(node)));
  if (isTame(known)) return known;
  return known.map(node => (isBlock(node) ? block(node, 1) : inline(node, 1)));
}
