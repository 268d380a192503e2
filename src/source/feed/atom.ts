import type { AtomFeed } from 'feedsmith';
import { dateOf } from './date.ts';
import { asHtml, baseOf, escaped, paragraphs, webAddress } from './html.ts';
import type { Around, Feed, Item } from './model.ts';
import { mediaPictures, picturesAmong } from './pictures.ts';

type Links = AtomFeed.Entry<string>['links'];

/** The page that an entry or feed stands for. */
function pagesOf(links: Links = []): readonly (string | undefined)[] {
  const pages = links.filter(({ rel = 'alternate' }) => rel === 'alternate');
  const html = pages.filter(({ type = 'text/html' }) => /html/.test(type));
  return [...html, ...pages].map(({ href }) => href);
}

/** A title on one line, as HTML. */
function lineOf(text: AtomFeed.Text | undefined): string | undefined {
  return text?.type === undefined || text.type === 'text' ? text && escaped(text.value) : text.value;
}

/** A text as HTML; undefined where it lies elsewhere, or is a picture or a program. */
function htmlOf({ value, type = 'text' }: AtomFeed.Content = {}): string | undefined {
  if (value === undefined) return undefined;
  if (/^(?:text|text\/plain)$/i.test(type)) return paragraphs(value);
  return /html$/i.test(type) ? asHtml(value) : undefined;
}

function itemOf(entry: AtomFeed.Entry<string>, around: Around): Item {
  const { content, summary, links, media, categories = [], dc } = entry;
  const outer = baseOf(around.base, entry.xml?.base);
  const html = htmlOf(content);
  const short = htmlOf(summary) ?? media?.groups?.[0]?.description?.value;
  const written = html === undefined ? summary?.xml : content?.xml;
  const link = webAddress(pagesOf(links), outer);
  const isBased = around.isBased || (written?.base ?? entry.xml?.base) !== undefined;
  const base = isBased ? baseOf(outer, written?.base) : (link ?? outer);
  const enclosed = links
    ?.filter(({ rel }) => rel === 'enclosure')
    .map(({ href, type }) => ({ url: href, type }));
  return {
    id: entry.id,
    article: {
      title: lineOf(entry.title),
      html: html ?? short ?? '',
      ...(html !== undefined && short !== undefined ? { summary: short } : {}),
      link,
      base,
      published: dateOf(entry.published, dc?.dates?.[0], entry.updated),
      updated: dateOf(entry.updated),
      tags: [...categories.map(({ label, term }) => label ?? term), ...(dc?.subjects ?? [])].filter(
        tag => tag !== undefined,
      ),
      image: webAddress([...mediaPictures(media), ...picturesAmong(enclosed)], base),
      language: written?.lang ?? entry.xml?.lang ?? dc?.languages?.[0] ?? around.language,
    },
  };
}

/** Reads Atom. */
export function atomItems(feed: AtomFeed.Feed<string>, url: string): Feed {
  const base = baseOf(url, feed.xml?.base);
  const around = { base, isBased: feed.xml?.base !== undefined, language: feed.xml?.lang };
  return {
    title: lineOf(feed.title),
    site: webAddress(pagesOf(feed.links), base),
    items: (feed.entries ?? []).map(entry => itemOf(entry, around)),
  };
}
