import type { Definition, FootnoteDefinition, Nodes, Root, RootContent } from 'mdast';
import { cutIntoParts, type Part } from './parts.ts';

/** Of `unified`: what reads Markdown as a tree. */
interface Grammar {
  parse(text: string): Root;
}

type Named = Definition | FootnoteDefinition;

/** A label as references are told by: case and spaces do not count. */
const nameOf = (label: string): string => label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase();

const keyOf = (node: Named): string =>
  node.type === 'definition' ? nameOf(node.identifier) : `^${nameOf(node.identifier)}`;

/** What stands in brackets, and may be a label. */
const bracketed = /\[((?:[^[\]\\]|\\.){1,999})\]/gs;

/** All nodes of a tree, in order. */
function* walk(root: Root): Generator<Nodes> {
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if ('children' in node) for (const child of node.children.toReversed()) waiting.push(child);
  }
}

function definedIn(root: Root): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of walk(root))
    if (node.type === 'definition' || node.type === 'footnoteDefinition') names.add(keyOf(node));
  return names;
}

/** The labels in a part that only other parts define, as they are written, each once. */
function foreignLabels(
  part: string,
  own: ReadonlySet<string>,
  defined: ReadonlySet<string>,
): readonly string[] {
  const found = new Map<string, string>();
  for (const [, label = ''] of part.matchAll(bracketed)) {
    const name = nameOf(label);
    if (defined.has(name) && !own.has(name)) found.set(name, label.replace(/\s+/g, ' ').trim());
  }
  return [...found.values()];
}

/** Moves the places of nodes on, by lines and by characters. */
function move(root: Root, lines: number, characters: number): void {
  if (lines === 0 && characters === 0) return;
  for (const { position } of walk(root)) {
    for (const point of position === undefined ? [] : [position.start, position.end]) {
      point.line += lines;
      if (point.offset !== undefined) point.offset += characters;
    }
  }
}

/** Adds the blocks of a part; the first goes on with the last, where that is a list that was cut. */
function join(blocks: RootContent[], more: readonly RootContent[], goesOn: boolean): void {
  const [last, [first, ...rest]] = [blocks.at(-1), more];
  if (!goesOn || last?.type !== 'list' || first?.type !== 'list' || last.ordered !== first.ordered) {
    for (const block of more) blocks.push(block);
    return;
  }
  for (const item of first.children) last.children.push(item);
  if (last.position && first.position) last.position.end = first.position.end;
  for (const block of rest) blocks.push(block);
}

/** Stands between definitions and a text, which would go on with the last of them where it is indented. */
const rule = '***';

const linesIn = (text: string): number => text.split('\n').length - 1;

/**
 * The tree of a text that is read in parts: what a part refers to in another is defined before it, for as long as it
 * is read.
 */
export function parseParts(parts: readonly Part[], grammar: Grammar): Root {
  const read = parts.map(part => {
    const root = grammar.parse(part.text);
    return { ...part, root, own: definedIn(root) };
  });
  const defined = new Set(read.flatMap(({ own }) => [...own]));
  const children: RootContent[] = [];
  let [lines, characters] = [0, 0];
  for (const { text, root, own, goesOn } of read) {
    const labels = defined.size === 0 ? [] : foreignLabels(text, own, defined);
    const before =
      labels.length === 0 ? '' : [...labels.map(label => `[${label}]: <>`), rule, ''].join('\n\n');
    const tree = before === '' ? root : grammar.parse(before + text);
    if (before !== '') tree.children.splice(0, labels.length + 1);
    move(tree, lines - linesIn(before), characters - before.length);
    join(children, tree.children, goesOn);
    lines += linesIn(text);
    characters += text.length;
  }
  return { type: 'root', children };
}

/**
 * Reads Markdown with a grammar in which blocks at the top level stand for themselves, in a time in proportion to its
 * length, if its blocks are short. Throws what the parser does: RangeError where it has no stack.
 */
export function parseLong(text: string, grammar: Grammar): Root {
  const parts = cutIntoParts(text);
  return parts.length === 1 ? grammar.parse(text) : parseParts(parts, grammar);
}
