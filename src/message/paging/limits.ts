import type { Load } from './load.ts';

/** What a page should weigh, and what it can hold. */
export interface Limits {
  /** Weight (see `Load`) that a page comes near without a block being cut. */
  readonly aim: number;
  /** UTF-16 units of Markdown. */
  readonly most: number;
}

/** Formatted nodes and links of a page: clients stop formatting where there are 100 to 200, and 25 rows of links. */
const mostMarks = 100;
const mostLinks = 25;
/** Pictures of a page: one gallery's. */
const mostPictures = 10;
/** Runs of text and galleries of a page, each a component of its message. */
const mostParts = 10;

/** Whether a page can hold what takes up so much, in so many runs of text and galleries. */
export const fits = ({ length, marks, links, pictures }: Load, parts: number, { most }: Limits): boolean =>
  length <= most &&
  marks <= mostMarks &&
  links <= mostLinks &&
  pictures <= mostPictures &&
  parts <= mostParts;
