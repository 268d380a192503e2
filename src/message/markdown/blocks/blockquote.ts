import type { Blockquote } from 'mdast';
import type { Flat, Place } from '../flat.ts';

/** Most bars that show how deep a quote stands in quotes. */
const mostBars = 3;

const bar = '│ ';

/**
 * A quote. Discord knows no quote within a quote: a bar begins each line of an inner one. Code and pictures stand
 * between the quote's pieces.
 */
export function blockquote(node: Blockquote, place: Place): readonly Flat[] {
  const inner = place.quotes > 0 && place.quotes <= mostBars;
  return place.blocks(node.children, { ...place, quotes: place.quotes + 1 }).map(flat => {
    if (flat.kind === 'pictures' || flat.role === 'code') return flat;
    const barred = inner && flat.role === 'paragraph';
    return { ...flat, quote: node, lines: barred ? flat.lines.map(line => bar + line) : flat.lines };
  });
}
