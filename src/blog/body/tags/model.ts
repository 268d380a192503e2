import type { Tag } from '../text/tag.ts';

/** A tag as it stands in the text; `body` where it has one that is not Markdown. */
export interface Given extends Tag {
  readonly body?: string;
  /** True where nothing else stands on its line. */
  readonly isAlone?: boolean;
}

/** What a tag comes to as Markdown; undefined where it is no tag and stays as written. */
export type Meaning = (given: Given) => string | undefined;

export type Meanings = Readonly<Record<string, Meaning>>;
