import type { SearchIndex } from './build.ts';
import type { Allowed } from './look.ts';

/** Longest query that is looked for letter by letter in every passage, in UTF-16 units once folded. */
const longestScanned = 16;

/** Most passages found this way. */
const mostFound = 200;

/** The passages in which a short query stands as it is, across word borders too; none for a longer one. */
export const literalMatches = (index: SearchIndex, text: string, allowed?: Allowed): readonly number[] => {
  if (text === '' || text.length > longestScanned) return [];
  const found: number[] = [];
  for (const [id, { heading, body, tags }] of index.passages.entries()) {
    if (found.length >= mostFound) break;
    if (!body.text.includes(text) && !heading.text.includes(text) && !tags.includes(text)) continue;
    if (!allowed || allowed(id)) found.push(id);
  }
  return found;
};
