import type { Definition, Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { parseLong } from './parse.ts';
import { remarkProseDollars } from './prose-dollars.ts';
import { tame } from './tame.ts';

/** Made once: its plugins only add to the grammar. The CJK-friendly strikethrough must come after GFM's own. */
export const markdown = remark()
  .use(remarkCjkFriendly)
  .use(remarkGfm)
  .use(remarkStrikethrough)
  .use(remarkMath)
  .use(remarkProseDollars)
  .freeze();

/** Nodes deeper than this are flattened to their text, so that whoever walks a tree may do it by recursion. */
export const deepest = 100;

type Definitions = ReadonlyMap<string, Definition>;

/** Definitions stand at any depth; the first of a name counts, as CommonMark says. */
function definitionsIn(root: Root): Definitions {
  const found = new Map<string, Definition>();
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
    if ('children' in node) for (const child of node.children.toReversed()) waiting.push(child);
  }
  return found;
}

/** All text below a node, gathered without recursion. */
function textBelow(node: Nodes): string {
  const texts: string[] = [];
  const waiting: Nodes[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('value' in next) texts.push(next.value);
    else if ('alt' in next) texts.push(next.alt ?? '');
    else if (next.type === 'paragraph' || next.type === 'break') texts.push('\n');
    if ('children' in next) for (const child of next.children.toReversed()) waiting.push(child);
  }
  return texts.join('').trim();
}

function flattened(node: Nodes): Nodes {
  switch (node.type) {
    case 'blockquote':
    case 'list':
      return { type: 'paragraph', children: [{ type: 'text', value: textBelow(node) }] };
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
      return { type: 'text', value: textBelow(node) };
    default:
      return node;
  }
}

/** A reference as the plain link or picture that its definition makes it. */
function resolved(node: Nodes, definitions: Definitions): Nodes {
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return node;
  const definition = definitions.get(node.identifier);
  if (definition === undefined) return { type: 'text', value: textBelow(node) };
  const { url, title } = definition;
  return node.type === 'linkReference'
    ? { type: 'link', url, title, children: node.children }
    : { type: 'image', url, title, alt: node.alt };
}

/**
 * Resolves references, drops definitions, positions and all data but headings' own ids, and flattens what is too deep;
 * changes the tree in place.
 */
export function settle(root: Root): void {
  const definitions = definitionsIn(root);
  const waiting: { readonly node: Nodes; readonly depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    node.position = undefined;
    const anchor = node.type === 'heading' ? node.data?.anchor : undefined;
    node.data = anchor === undefined ? undefined : { anchor };
    if (!('children' in node)) continue;
    const children: Nodes[] = node.children;
    let kept = 0;
    for (const child of children) {
      if (child.type === 'definition') continue;
      const plain = resolved(child, definitions);
      const settled = depth < deepest ? plain : flattened(plain);
      children[kept++] = settled;
      waiting.push({ node: settled, depth: depth + 1 });
    }
    children.length = kept;
  }
}

/** What the parser, which goes as deep as the text does, has no stack for stays as it is written, in paragraphs. */
function parse(text: string, grammar = markdown): Root {
  try {
    return grammar === markdown ? parseLong(text, grammar) : grammar.parse(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const paragraphs = text.split(/\n{2,}/).filter(paragraph => paragraph.trim() !== '');
    return {
      type: 'root',
      children: paragraphs.map(value => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
    };
  }
}

/** The same grammar's tree as it is parsed, nothing settled, with each node's place in the text. Never throws. */
export function readPositioned(text: string): Root {
  return parse(tame(text), markdown);
}

/**
 * Reads Markdown (CommonMark, GFM, formulas) as a tree. Reference links and pictures have become plain ones and
 * definitions are gone; footnotes stay. Nodes carry no positions and no data, and stand at most `deepest` levels below the
 * root, or little more. Never throws, unless a `grammar` that adds to this one does.
 */
export function readMarkdown(text: string, grammar = markdown): Root {
  const root = parse(tame(text), grammar);
  settle(root);
  return root;
}
