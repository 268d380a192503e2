import type { Heading } from 'mdast';
import { withLastSigns } from '../escape.ts';
import { type Flat, lines, type Place } from '../flat.ts';
import { renderLine } from '../inline.ts';

/** Deepest heading that Discord shows as one, and the only one used within a page: its own is as deep. */
const deepest = 3;

/** A heading; a bold line where it is deeper than Discord's, or in a list, where Discord knows none. */
export function heading(node: Heading, place: Place): readonly Flat[] {
  const isLabel = node.depth > deepest || place.lists > 0;
  const written = renderLine(node.children, style => ({ ...style, strong: isLabel }));
  if (written === '') return [];
  return [isLabel ? lines('label', written) : lines('heading', `### ${withLastSigns(written)}`)];
}
