import type { FootnoteDefinition } from 'mdast';
import { escapeWithin } from '../escape.ts';
import { type Flat, lines, type Place } from '../flat.ts';

const isRule = (flat: Flat): boolean => flat.kind === 'lines' && flat.role === 'rule';

/** A footnote's text after its name, as its references show it. */
export function footnoteDefinition(node: FootnoteDefinition, place: Place): readonly Flat[] {
  const name = escapeWithin(`[${node.label ?? node.identifier}]`);
  const flats = place.blocks(node.children, place);
  const [first, ...rest] = flats;
  if (first === undefined || flats.every(isRule)) return flats;
  if (first.kind === 'pictures' || first.role !== 'paragraph') return [lines('label', name), first, ...rest];
  const [head = '', ...more] = first.lines;
  return [{ ...first, lines: [`${name} ${head}`, ...more] }, ...rest];
}
