import { cutIntoParts } from '../../parts.ts';

/** Most work on JavaScript in braces: at each `}` all since its `{` is parsed anew; in characters. */
const mostRead = 2_000_000;

/** Most expressions of a text. */
const mostExpressions = 1_000;

/** Most parts of a text: MDX is parsed at once, since its elements go on over blank lines. */
const mostParts = 20;

/**
 * False for what would hold up the parser of MDX, which takes the square of how long an expression is and of how many
 * blocks there are: nobody writes that much. Linear.
 */
export function isTameMdx(text: string): boolean {
  let expressions = 0;
  let depth = 0;
  let closed = 0;
  let from = 0;
  let read = 0;
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{' && depth++ === 0) [from, closed] = [index, 0];
    if (brace === '{' || depth === 0) continue;
    depth--;
    closed++;
    if (depth > 0) continue;
    expressions++;
    read += closed * (index - from);
  }
  if (depth > 0) read += closed * (text.length - from);
  return expressions <= mostExpressions && read <= mostRead && cutIntoParts(text).length <= mostParts;
}
