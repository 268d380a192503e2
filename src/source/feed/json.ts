import type { JsonFeed } from 'feedsmith';
import { dateOf } from './date.ts';
import { escaped, paragraphs, webAddress } from './html.ts';
import type { Feed, Item } from './model.ts';
import { picturesAmong } from './pictures.ts';

const plain = (text: string | undefined): string | undefined => text && escaped(text);

function itemOf(entry: JsonFeed.Item<string>, around: string, usual: string | undefined): Item {
  const { content_html: html, content_text: text, summary } = entry;
  const link = webAddress([entry.url, entry.external_url], around);
  const base = link ?? around;
  const attached = entry.attachments?.map(({ url, mime_type: type }) => ({ url, type }));
  return {
    id: entry.id,
    article: {
      title: plain(entry.title),
      html: html ?? paragraphs(text ?? summary ?? ''),
      ...(html === undefined && text === undefined ? {} : { summary: plain(summary) }),
      link,
      base,
      published: dateOf(entry.date_published, entry.date_modified),
      updated: dateOf(entry.date_modified),
      tags: entry.tags ?? [],
      image: webAddress([entry.image, entry.banner_image, ...picturesAmong(attached)], base),
      language: entry.language ?? usual,
    },
  };
}

/** Reads JSON Feed. */
export function jsonItems(feed: JsonFeed.Feed<string>, url: string): Feed {
  return {
    title: plain(feed.title),
    site: webAddress([feed.home_page_url], url),
    items: (feed.items ?? []).map(entry => itemOf(entry, url, feed.language)),
  };
}
