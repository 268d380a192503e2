import type { BlockContent, Break, Code, ListItem, Nodes, PhrasingContent, Text } from 'mdast';
import { plainText } from '../../text.ts';

const phrasingTypes: { readonly [Type in PhrasingContent['type']]: true } = {
  break: true,
  delete: true,
  emphasis: true,
  footnoteReference: true,
  html: true,
  image: true,
  imageReference: true,
  inlineCode: true,
  inlineMath: true,
  link: true,
  linkReference: true,
  strong: true,
  text: true,
};

/** Whether a node stands within a line. */
export function isPhrasing(node: Nodes): node is PhrasingContent {
  return Object.hasOwn(phrasingTypes, node.type);
}

const lineEnd = (): Break => ({ type: 'break' });

const text = (value: string): Text => ({ type: 'text', value });

function linesOf(node: Exclude<Nodes, PhrasingContent>): readonly PhrasingContent[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return node.children;
    case 'list':
      return within(node.children);
    case 'listItem':
      return [text('• '), ...within(node.children)];
    case 'blockquote':
    case 'table':
    case 'tableRow':
    case 'footnoteDefinition':
    case 'root':
      return within(node.children);
    case 'code':
      return codeLines(node);
    case 'math':
      return [{ type: 'inlineMath', value: node.value }];
    default:
      return [text(plainText([node]))];
  }
}

function codeLines({ value }: Code): readonly PhrasingContent[] {
  return value
    .split('\n')
    .flatMap<PhrasingContent>(line => [lineEnd(), { type: 'inlineCode', value: line }])
    .slice(1);
}

/** Any nodes as what may stand within a line or a cell: blocks on lines of their own. */
export function within(nodes: readonly Nodes[]): PhrasingContent[] {
  const lines: PhrasingContent[] = [];
  let wasBlock = false;
  for (const node of nodes) {
    const isBlock = !isPhrasing(node);
    const now = isBlock ? linesOf(node) : [node];
    if (now.length === 0) continue;
    if (lines.length > 0 && (isBlock || wasBlock)) lines.push(lineEnd());
    for (const one of now) lines.push(one);
    wasBlock = isBlock;
  }
  return lines;
}

/** Any nodes as a heading has them, on one line. */
export function onOneLine(nodes: readonly Nodes[]): PhrasingContent[] {
  return within(nodes).map(node => (node.type === 'break' ? text(' ') : node));
}

/** A line of bold text above what it names. */
export function boldLine(children: readonly Nodes[]): BlockContent[] {
  const inside = within(children).flatMap(node => (node.type === 'strong' ? node.children : [node]));
  return inside.length === 0 ? [] : [{ type: 'paragraph', children: [{ type: 'strong', children: inside }] }];
}

/** An item of a list that holds these blocks. */
export function itemOf(children: ListItem['children']): ListItem {
  return { type: 'listItem', spread: false, children };
}
