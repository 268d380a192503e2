import { parseFeed } from 'feedsmith';
import type { Article } from '../../blog/article.ts';
import { atomItems } from './atom.ts';
import { jsonItems } from './json.ts';
import { rssItems } from './rss.ts';

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

/**
 * Reads a feed, whichever of RSS, RDF, Atom and JSON Feed it is. `url` is its own address. Throws where it is none.
 * Entities that it defines itself mean nothing, so that none of them can grow.
 */
export function readFeed(text: string, url: string): Feed {
  const read = parseFeed(text);
  switch (read.format) {
    case 'rss':
    case 'rdf':
      return rssItems(read.feed, url);
    case 'atom':
      return atomItems(read.feed, url);
    case 'json':
      return jsonItems(read.feed, url);
  }
}
