import { isUnspaced } from './scripts.ts';

/** Longer texts are not compared letter by letter, in UTF-16 units: a name fits easily. */
const longestCompared = 60;
const longestName = 300;

/** How many typos a text of this length may have: one Chinese character of three, one Latin letter of four. */
export const mostTyposIn = (text: string): number => {
  const characters = Array.from(text);
  if (characters.length > longestCompared) return 0;
  const [one, two] = characters.some(isUnspaced) ? [3, 6] : [4, 8];
  if (characters.length < one) return 0;
  return characters.length < two ? 1 : 2;
};

/**
 * The fewest characters to change, add or leave out so that `typed` stands somewhere in `name`; more than `most`
 * where it is not worth counting. Sellers' algorithm, over at most 60 by 300 characters.
 */
export const typosIn = (name: string, typed: string, most: number): number => {
  const sought = Array.from(typed);
  const letters = Array.from(name.slice(0, longestName));
  const missing = sought.filter(letter => !letters.includes(letter)).length;
  if (missing > most || sought.length > longestCompared) return most + 1;
  let before = letters.map(() => 0);
  let beforeFirst = 0;
  for (const [row, letter] of sought.entries()) {
    let left = row + 1;
    let diagonal = beforeFirst;
    before = before.map((above, at) => {
      const changed = diagonal + (letters[at] === letter ? 0 : 1);
      left = Math.min(changed, above + 1, left + 1);
      diagonal = above;
      return left;
    });
    beforeFirst = row + 1;
  }
  return Math.min(beforeFirst, ...before);
};
