import { parseFeed } from 'feedsmith';
import { atomItems } from './atom.ts';
import { jsonItems } from './json.ts';
import type { Feed } from './model.ts';
import { rssItems } from './rss.ts';

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
