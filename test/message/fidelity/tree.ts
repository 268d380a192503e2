import type { Image, Link, List, Nodes, Paragraph, Parents, PhrasingContent, Table } from 'mdast';
import { asCode } from '../../../src/message/markdown/blocks/table.ts';
import { addressOf, saysAddress } from './address.ts';
import { picturesIn } from './pictures.ts';
import { type Look, plain, type Reader, type Reading, reader } from './reading.ts';

const words = (node: Nodes): string => {
  if ('value' in node) return node.type === 'html' ? htmlText(node.value) : node.value;
  if ('alt' in node) return node.alt ?? '';
  if (node.type === 'footnoteReference') return `[${node.label ?? node.identifier}]`;
  return 'children' in node ? node.children.map(words).join('') : '';
};

/** All that a tree says, in order, without looks, links and marks. */
export const wordsOf = (nodes: readonly Nodes[]): string => nodes.map(words).join('');

const htmlText = (html: string): string => html.replace(/<!--.*?-->|<[^<>]*>/gs, '').replaceAll('&amp;', '&');

/** Code keeps its characters, and loses the marks around it that they would end. */
const lookOfCode = (value: string, look: Look): Look => ({
  strong: look.strong && !value.includes('*'),
  emphasis: look.emphasis && !value.includes('*'),
  strike: look.strike && !value.includes('~'),
});

/** The same reader, to whom all text is bold or none is. */
function withWeight(into: Reader, strong: boolean): Reader {
  return {
    ...into,
    text: (value, look) => into.text(value, { ...look, strong }),
    code: (value, look) => into.code(value, { ...look, strong: strong && !value.includes('*') }),
  };
}

/** A narrow table's cells as they are; of others each row's cells after their columns' names. */
function readTable(node: Table, into: Reader): void {
  const rows = node.data?.header ? [node.data.header, ...node.children] : node.children;
  const [header, ...body] = rows;
  if (body.length > 0 && asCode(rows, []) !== undefined) {
    for (const cell of rows.flatMap(({ children }) => children)) into.text(words(cell), plain);
    return;
  }
  if (body.length === 0 && header) readNodes(header.children, plain, into);
  for (const row of body) {
    for (const [index, cell] of row.children.entries()) {
      const name = header?.children[(row.data?.column ?? 0) + index];
      const named = name !== undefined && !isEmpty(name.children);
      if (named) {
        const bold = withWeight(into, true);
        readNodes(name.children, plain, bold);
        bold.text(':', plain);
      }
      readNodes(cell.children, plain, into);
      if (named && isEmpty(cell.children)) into.text('—', plain);
    }
  }
}

/** Numbers that Discord would change are text. */
function readList({ ordered, start, children }: List, into: Reader): void {
  const first = start ?? 1;
  for (const [index, item] of children.entries()) {
    if (ordered && (first < 1 || first > 99)) into.text(`${first + index}.`, plain);
    if (typeof item.checked === 'boolean') into.text(item.checked ? '☑' : '☐', plain);
    readNodes(item.children, plain, into, true);
  }
}

const unlinked = (nodes: readonly PhrasingContent[]): readonly PhrasingContent[] =>
  nodes.flatMap(node => {
    if (node.type === 'link') return unlinked(node.children);
    return 'children' in node ? { ...node, children: [...unlinked(node.children)] } : node;
  });

function readLink(node: Link, look: Look, into: Reader): void {
  const said = words(node).trim();
  const { link, shown } = addressOf(node.url);
  if (link === undefined) {
    readNodes(node.children, look, into);
    if (shown !== undefined && !said.includes(shown)) into.text(`(${shown})`, look);
    return;
  }
  if (said === '' || saysAddress(said, link)) {
    into.address(link);
    return;
  }
  into.link(link);
  // Neither a picture nor another link stands in a link: they are there by their words.
  readNodes(unlinked(node.children), look, { ...into, link: () => undefined });
}

function readImage({ url, alt }: Image, look: Look, into: Reader): void {
  const { link } = addressOf(url);
  if (link !== undefined) into.link(link);
  into.text(alt ?? '', look);
}

function readParagraph(node: Paragraph, look: Look, into: Reader): void {
  const pictures = picturesIn(node);
  for (const child of node.children) {
    const picture = pictures.get(child);
    if (picture) readImage(picture.image, plain, into);
    if (!picture || picture.link) readNode(child, look, into, false);
  }
}

function readNode(node: Nodes, look: Look, into: Reader, inList: boolean): void {
  switch (node.type) {
    case 'text':
      into.text(node.value, look);
      break;
    case 'inlineCode':
    case 'inlineMath':
      into.code(node.value, lookOfCode(node.value, look));
      break;
    case 'code':
    case 'math':
      into.code(node.value, look);
      break;
    case 'html':
      into.text(htmlText(node.value), look);
      break;
    case 'image':
      readImage(node, look, into);
      break;
    case 'footnoteReference':
      into.text(`[${node.label ?? node.identifier}]`, look);
      break;
    default:
      if ('children' in node) readParent(node, look, into, inList);
  }
}

function readParent(node: Parents, look: Look, into: Reader, inList: boolean): void {
  switch (node.type) {
    case 'strong':
    case 'emphasis':
      readNodes(node.children, { ...look, [node.type]: true }, into, inList);
      break;
    case 'delete':
      readNodes(node.children, { ...look, strike: true }, into, inList);
      break;
    case 'link':
      readLink(node, look, into);
      break;
    case 'paragraph':
      readParagraph(node, look, into);
      break;
    case 'footnoteDefinition':
      if (!isEmpty(node.children)) into.text(`[${node.label ?? node.identifier}]`, look);
      readNodes(node.children, look, into, inList);
      break;
    case 'heading':
      readNodes(node.children, look, withWeight(into, inList || node.depth > 3), inList);
      break;
    case 'list':
      readList(node, into);
      break;
    case 'table':
      readTable(node, into);
      break;
    default:
      readNodes(node.children, look, into, inList);
  }
}

function isEmpty(nodes: readonly Nodes[]): boolean {
  const { text, links } = readTree(nodes);
  return text === '' && links.length === 0;
}

function readNodes(nodes: readonly Nodes[], look: Look, into: Reader, inList = false): void {
  for (const node of nodes) readNode(node, look, into, inList);
}

/** What a reader of the site gets from a tree, and where it says something in other words, what Discord shows. */
export function readTree(nodes: readonly Nodes[]): Reading {
  const into = reader();
  readNodes(nodes, plain, into);
  return into.reading();
}
