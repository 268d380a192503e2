import { cutIntoParts } from '../../parts.ts';
import { splitBlocks } from '../text/scan.ts';

/** Most JavaScript that is parsed: at each `}` all since its `{` is, anew; in characters. */
const mostRead = 2_000_000;

/** Most times that it is parsed. */
const mostReadings = 1_000;

/** Most parts of a text: MDX is parsed at once, since its elements go on over blank lines. */
const mostParts = 20;

/** Braces that are no JavaScript. */
const formulas = /\$\$[^$]*\$\$|\$[^$\n]*\$/g;

function isTameProse(prose: string): boolean {
  let [readings, read] = [0, 0];
  let [depth, from] = [0, 0];
  for (const { 0: brace, index } of prose.matchAll(/[{}]/g)) {
    if (brace === '{') {
      if (depth++ === 0) from = index;
    } else if (depth > 0) {
      depth--;
      readings++;
      read += index - from;
    }
  }
  return readings <= mostReadings && read <= mostRead;
}

/**
 * False for what would hold up the parser of MDX, which takes the square of how long an expression is and of how many
 * blocks there are: nobody writes that much. Linear.
 */
export function isTameMdx(text: string): boolean {
  const prose = splitBlocks(text).map(piece => (piece.kind === 'prose' ? piece.text : ''));
  return isTameProse(prose.join('\n').replace(formulas, '')) && cutIntoParts(text).length <= mostParts;
}
