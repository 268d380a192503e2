import type { RdfFeed, RssFeed } from 'feedsmith';
import type { Article } from '../../blog/article.ts';
import { dateOf } from './date.ts';
import { asHtml, baseOf, webAddress } from './html.ts';
import type { Around, Feed, Item } from './model.ts';
import { mediaPictures, picturesAmong } from './pictures.ts';

type Channel = RssFeed.Feed<string> | RdfFeed.Feed<string>;

type Entry = RssFeed.Item<string> | RdfFeed.Item<string>;

/** What only one of the two has. */
const rssOf = (entry: Entry): Partial<RssFeed.Item<string>> => ('rdf' in entry ? {} : entry);

/** Its text, whole where the feed gives that, and what it gives beside that in a few lines. */
function textsOf({ content, description, atom, media }: Entry): Pick<Article, 'html' | 'summary'> {
  const whole = content?.encoded ?? atom?.content?.value;
  const short = description ?? atom?.summary?.value ?? media?.description?.value;
  if (whole === undefined) return { html: asHtml(short ?? '') };
  return { html: asHtml(whole), ...(short === undefined ? {} : { summary: asHtml(short) }) };
}

function itemOf(entry: Entry, around: Around): Item {
  const { atom, dc, dcterms, media } = entry;
  const { guid, pubDate, categories = [], enclosures, itunes } = rssOf(entry);
  const about = 'rdf' in entry ? entry.rdf?.about : undefined;
  const isBased = around.isBased || entry.xml?.base !== undefined;
  const base = baseOf(around.base, entry.xml?.base);
  const permanent = guid?.isPermaLink === false ? undefined : guid?.value;
  const links = (atom?.links ?? []).filter(({ rel = 'alternate' }) => rel === 'alternate');
  // A guid that is no address would be one when seen from another.
  const named = [permanent, about].filter(text => /^https?:/i.test(text ?? ''));
  const link = webAddress([entry.link, ...links.map(({ href }) => href), ...named], base);
  const image = webAddress(
    [...mediaPictures(media), ...picturesAmong(enclosures), itunes?.image],
    link ?? base,
  );
  return {
    id: guid?.value ?? about ?? atom?.id ?? dc?.identifiers?.[0],
    article: {
      title: entry.title ?? media?.title?.value,
      ...textsOf(entry),
      link,
      base: isBased ? base : (link ?? base),
      published: dateOf(
        pubDate,
        dc?.dates?.[0],
        atom?.published,
        dcterms?.issued?.[0],
        dcterms?.created?.[0],
        atom?.updated,
      ),
      updated: dateOf(atom?.updated, dcterms?.modified?.[0]),
      tags: [...categories.map(({ name }) => name), ...(dc?.subjects ?? [])].filter(tag => tag !== undefined),
      image,
      language: dc?.languages?.[0] ?? entry.xml?.lang ?? around.language,
    },
  };
}

/** Reads RSS in any version, RDF included. */
export function rssItems(feed: Channel, url: string): Feed {
  const base = baseOf(url, feed.xml?.base);
  const own = 'language' in feed ? feed.language : undefined;
  const language = own ?? feed.dc?.languages?.[0] ?? feed.xml?.lang;
  const around = { base, isBased: feed.xml?.base !== undefined, language };
  const items: readonly Entry[] = feed.items ?? [];
  return {
    title: feed.title,
    site: webAddress([feed.link], base),
    items: items.map(entry => itemOf(entry, around)),
  };
}
