import type { FootnoteDefinition } from 'mdast';
import { escapeWithin } from '../escape.ts';
import { type Flat, lines, type Place } from '../flat.ts';

/** A footnote's text after its name, as its references show it. */
export function footnoteDefinition(node: FootnoteDefinition, place: Place): readonly Flat[] {
  const name = escapeWithin(`[${node.label ?? node.identifier}]`);
  const [first, ...rest] = place.blocks(node.children, place);
  if (first === undefined) return [];
  if (first.kind === 'pictures' || first.role !== 'paragraph') return [lines('label', name), first, ...rest];
  const [head = '', ...more] = first.lines;
  return [{ ...first, lines: [`${name} ${head}`, ...more] }, ...rest];
}
