import type { Article } from '../../blog/article.ts';

/** An article, and what its feed knows it by. */
export interface Item {
  readonly id?: string;
  readonly article: Article;
}

/** What stands around the articles of a feed. */
export interface Around {
  /** What they are seen from, absolute. */
  readonly base: string;
  /** Whether the feed says so: else an article is seen from its own page. */
  readonly isBased: boolean;
  /** What the feed says that they are written in. */
  readonly language?: string;
}

/** What a feed says of its blog, and its articles in its order. */
export interface Feed {
  /** HTML. */
  readonly title?: string;
  /** Address of the site, absolute. */
  readonly site?: string;
  readonly items: readonly Item[];
}
