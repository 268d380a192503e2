import type { Root } from 'mdast';
import { readHtml } from './body/read-html.ts';
import { coverOf } from './cover.ts';
import { readDate } from './date.ts';
import { excerptOf } from './excerpt.ts';
import { type Fields, isMapping } from './fields.ts';
import { lookUpName } from './former.ts';
import { hash64 } from './hash.ts';
import { insightsOf } from './insights.ts';
import { isLikely, languageOfPost, readLanguage } from './language.ts';
import { settleLinks } from './links.ts';
import type { BlogSettings, Language, Post } from './model.ts';
import { nameOf } from './name.ts';
import { readingMinutes } from './reading-time.ts';
import { sectionsOf } from './sections.ts';
import { wholeSentences } from './sentences.ts';
import { tagsOf } from './tags.ts';
import { oneLine, plainText } from './text.ts';
import { titleOf } from './title.ts';

/** A post as a feed gives it: its HTML, and what the feed says of it. */
export interface Article {
  /** HTML, like `summary`. */
  readonly title?: string;
  readonly summary?: string;
  readonly html: string;
  /** Its page on the site, absolute. */
  readonly link?: string;
  /** What relative addresses in it are seen from, absolute. */
  readonly base?: string;
  /** As the feed writes them. */
  readonly published?: string;
  readonly updated?: string;
  readonly tags: readonly string[];
  /** Address of its picture. */
  readonly image?: string;
  /** What the feed says that it is written in; many feeds say what their program was installed with. */
  readonly language?: string;
}

/** The name of a file that holds an article, as JSON. */
export const articleEnding = '.quoth.json';

/** A title that the text's beginning has to stand in for is no longer, in columns. */
const longestTitle = 60;

const texts = ['title', 'summary', 'link', 'base', 'published', 'updated', 'image', 'language'] as const;

/** An article's JSON; undefined for anything else. */
function parseArticle(json: string): Article | undefined {
  try {
    const value: unknown = JSON.parse(json);
    if (!isMapping(value) || typeof value.html !== 'string' || !Array.isArray(value.tags)) return undefined;
    const given = texts.flatMap(name => (typeof value[name] === 'string' ? [[name, value[name]]] : []));
    const tags = value.tags.filter(tag => typeof tag === 'string');
    return { ...Object.fromEntries(given), html: value.html, tags };
  } catch {
    // It was cut off or written by something else.
    return undefined;
  }
}

const wordsIn = (html: string | undefined): string =>
  html === undefined ? '' : plainText(readHtml(html).children).replace(/\s+/gu, ' ');

/** The last part of the address of its page; empty for an address without one, such as `/?p=12`. */
function slugOfLink(link: string | undefined): string {
  const path = URL.parse(link ?? '')?.pathname ?? '';
  const last = lookUpName(path).split('/').at(-1) ?? '';
  return nameOf(last);
}

function languageOf({ language }: Article, title: string, root: Root): Language {
  const named = language === undefined ? undefined : readLanguage(language);
  const written = languageOfPost(title, root, named);
  return named !== undefined && isLikely(named, written) ? named : written;
}

/**
 * Reads an article: its path within CONTENT, by which it is known whatever it is called, and its JSON. Undefined where
 * that is no article's.
 */
export function readArticle(path: string, json: string, settings: BlogSettings): Post | undefined {
  const article = parseArticle(json);
  if (article === undefined) return undefined;
  const { link: url, base = url, published, updated, tags } = article;
  const root = readHtml(article.html);
  settleLinks(root, base);
  const slug = slugOfLink(url) || nameOf(path.slice(0, -articleEnding.length));
  const own = wordsIn(article.title) || wholeSentences(oneLine(root.children.slice(0, 1)), longestTitle);
  const data: Fields = new Map<string, unknown>([
    ['title', own],
    ['image', article.image],
    ['tags', tags],
  ]);
  const title = titleOf(data, root, slug);
  const { insights, kind, sections } = insightsOf({
    data,
    root,
    sections: sectionsOf(root, title, url),
    url,
  });
  const { timezone } = settings;
  return {
    key: hash64(path),
    aliases: [],
    ...(url === undefined ? {} : { formerly: [lookUpName(url)] }),
    path,
    slug,
    url,
    title,
    date: published === undefined ? undefined : readDate(published, timezone),
    updated: updated === undefined ? undefined : readDate(updated, timezone),
    excerpt: excerptOf(root, wordsIn(article.summary) || undefined),
    tags: tagsOf(data),
    image: coverOf({ data, root, ...(base === undefined ? {} : { base }) }),
    language: languageOf(article, title, root),
    minutes: readingMinutes(root.children),
    sections,
    insights,
    insightKind: kind,
    problems: [],
  };
}
