import { hash } from 'node:crypto';
import { type Article, articleEnding } from '../../blog/article.ts';
import type { Item } from './model.ts';

/** A file that holds an article. */
export interface ArticleFile {
  readonly name: string;
  readonly text: string;
}

/** An address as it stays when a site moves from http to https, or its slashes change. */
const lasting = (id: string): string =>
  id
    .trim()
    .replace(/^https?:\/\/(?:www\.)?/i, '//')
    .replace(/(?<!\/)\/+$/, '');

/** What an article is known by, from one reading of its feed to the next. */
function identityOf({ id, article }: Item): string {
  const { link, title, published, html } = article;
  const own = [id, link].find(text => text !== undefined && text.trim() !== '');
  return own === undefined ? JSON.stringify([title ?? '', published ?? html]) : lasting(own);
}

const newerOf = (one: Article, other: Article): Article =>
  Date.parse(other.updated ?? '') > Date.parse(one.updated ?? '') ? other : one;

/**
 * The articles of a feed as files, in its order. Each is named after what its feed knows it by, so that whatever is
 * corrected in it, it stays the same post. Of one that is there twice the newer counts; but where a feed calls several
 * pages by one name, their addresses tell them apart.
 */
export function collect(items: readonly Item[]): readonly ArticleFile[] {
  const pages = Map.groupBy(items, identityOf);
  const articles = new Map<string, Article>();
  for (const item of items) {
    const identity = identityOf(item);
    const links = new Set(pages.get(identity)?.map(({ article }) => lasting(article.link ?? '')));
    const key = links.size > 1 ? `${identity} ${lasting(item.article.link ?? '')}` : identity;
    const known = articles.get(key);
    articles.set(key, known ? newerOf(known, item.article) : item.article);
  }
  return [...articles].map(([key, article]) => ({
    name: `${hash('sha256', key, 'hex').slice(0, 16)}${articleEnding}`,
    text: JSON.stringify(article),
  }));
}

/**
 * Of the articles that a feed showed before, those that were taken back since. A feed shows its newest, in whatever
 * order it has, so what is missing behind its last one fell out of it and is kept; what is missing before that is gone
 * from the blog. `before` and `now` are names in the feed's order.
 */
export function takenBack(before: readonly string[], now: readonly string[]): readonly string[] {
  const shown = new Set(now);
  const end = before.indexOf(now.at(-1) ?? '');
  return before.slice(0, Math.max(0, end)).filter(name => !shown.has(name));
}
