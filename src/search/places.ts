import type { QueryTerm } from './query.ts';
import { isSpacedLetter } from './scripts.ts';
import { termOf } from './terms.ts';
import { wordEndFrom } from './tokens.ts';

/** `[start, end)` of a folded text. */
export type Range = readonly [number, number];

/** Where a run of characters stands in a text, apart from each other, at most so many. */
export const placesOfRun = (text: string, run: string, most: number): readonly Range[] => {
  const places: Range[] = [];
  if (run === '') return places;
  for (let at = text.indexOf(run); at >= 0 && places.length < most; at = text.indexOf(run, at + run.length)) {
    places.push([at, at + run.length]);
  }
  return places;
};

/** Whether a range cuts no word of a script with spaces: `rl` in `world` does. */
export const isWhole = (text: string, [start, end]: Range): boolean =>
  !(isSpacedLetter(text, start - 1) && isSpacedLetter(text, start)) &&
  !(isSpacedLetter(text, end - 1) && isSpacedLetter(text, end));

/** Where forms of a term stand in a folded text, at most so many. Words of Chinese are found across word borders. */
export const placesOf = (
  text: string,
  { term, probe, spaced }: QueryTerm,
  most: number,
): readonly Range[] => {
  if (!spaced) return placesOfRun(text, probe, most);
  const places: Range[] = [];
  for (let at = text.indexOf(probe); at >= 0 && places.length < most; ) {
    const end = isSpacedLetter(text, at - 1) ? at + 1 : wordEndFrom(text, at);
    if (!isSpacedLetter(text, at - 1) && termOf(text.slice(at, end)) === term) places.push([at, end]);
    at = text.indexOf(probe, Math.max(end, at + 1));
  }
  return places;
};
