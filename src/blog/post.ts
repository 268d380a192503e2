import type { Root } from 'mdast';
import { postAddress } from './address.ts';
import { readDate, readDateOfPath } from './date.ts';
import { excerptOf } from './excerpt.ts';
import { type Fields, field, fieldsOf, textField, textValue } from './fields.ts';
import { fold } from './fold.ts';
import { readFrontMatter } from './front-matter.ts';
import { hash64 } from './hash.ts';
import { hiddenReason } from './hidden.ts';
import { insightsOf } from './insights.ts';
import { languageOfName, languageOfText, readLanguage } from './language.ts';
import { absoluteUrl, settleLinks } from './links.ts';
import { readMarkdown } from './markdown.ts';
import type { BlogSettings, Hidden, Language, Picture, Post, PostDate, Problem } from './model.ts';
import { readingMinutes } from './reading-time.ts';
import { sectionsOf } from './sections.ts';
import { oneLine, plainText } from './text.ts';

const names = {
  title: ['title', 'titleText', 'name'],
  date: [
    'date',
    'publishDate',
    'pubDate',
    'pubDatetime',
    'published',
    'publishedDate',
    'publishedAt',
    'datetime',
    'created',
    'createdTime',
    'createdAt',
    'createTime',
  ],
  updated: ['updated', 'lastmod', 'modDatetime', 'updatedDate', 'lastEditedTime', 'last_update.date'],
  excerpt: ['excerpt', 'description', 'summary', 'spoiler', 'abstract', 'desc', 'customExcerpt', 'subtitle'],
  cover: [
    'featuredImage',
    'cover',
    'cover.image',
    'image',
    'image.src',
    'image.path',
    'heroImage',
    'ogImage',
    'feature',
    'featureImage',
    'thumbnail',
    'banner',
    'titlePic',
    'header.image',
  ],
  language: ['lang', 'locale', 'language'],
} as const;

function titleOfName(path: string): string {
  const segments = path.split('/');
  const file = (segments.at(-1) ?? '').replace(/\.[^.]+$/, '');
  const name = /^(?:index|readme|_index)$/i.test(file) ? (segments.at(-2) ?? file) : file;
  return name.replace(/^(?:\d{4}-\d{1,2}-\d{1,2}|\d{14}|\d{12}|\d{8}|\d{1,3}[.-])[-_\s]*/, '') || name;
}

function titleOf(data: Fields, root: Root, path: string): string {
  const own = textField(data, names.title)?.replace(/\s+/gu, ' ');
  if (own !== undefined) return own;
  const heading = root.children.find(node => node.type === 'heading' && node.depth === 1);
  return (heading === undefined ? '' : oneLine([heading])) || titleOfName(path);
}

interface ReadDateField {
  readonly date?: PostDate;
  readonly problems: readonly Problem[];
}

function dateOf(data: Fields, path: string, timezone: string): ReadDateField {
  const texts = names.date
    .flatMap(name => textField(data, [name]) ?? [])
    .filter(text => !/^(?:true|false)$/i.test(text));
  for (const text of texts) {
    const date = readDate(text, timezone);
    if (date !== undefined) return { date, problems: [] };
  }
  const [unread] = texts;
  const problem: Problem =
    unread === undefined ? { code: 'date-missing' } : { code: 'date-unreadable', detail: unread };
  const date = readDateOfPath(path, timezone);
  return { date, problems: date !== undefined && unread === undefined ? [] : [problem] };
}

function updatedOf(data: Fields, timezone: string): PostDate | undefined {
  const text = textField(data, names.updated);
  return text === undefined ? undefined : readDate(text, timezone);
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') return value.split(/[,，、]/u);
  return value === undefined ? [] : [value];
}

function tagName(value: unknown): string | undefined {
  const held = fieldsOf(value);
  const text = held === undefined ? textValue(value) : textField(held, ['label', 'name']);
  const name = text?.replace(/^[#\s]+/u, '').trim();
  return name === '' ? undefined : name;
}

/** As first written, each once. */
function tagsOf(data: Fields): string[] {
  const tags = new Map<string, string>();
  for (const name of ['tags', 'tag', 'taxonomies.tags', 'categories', 'category']) {
    for (const value of listOf(field(data, name))) {
      const tag = tagName(value);
      if (tag !== undefined && fold(tag) !== '' && !tags.has(fold(tag))) tags.set(fold(tag), tag);
    }
  }
  return [...tags.values()];
}

function slugOf(data: Fields, path: string): string {
  const own = textField(data, ['slug']);
  const segments = path.split('/');
  const file = (segments.at(-1) ?? '').replace(/\.[^.]+$/, '');
  const name = /^(?:index|readme|_index)$/i.test(file) ? (segments.at(-2) ?? file) : file;
  return own?.replace(/^\/+|\/+$/g, '') || name;
}

function pictureOf(data: Fields, base: string | undefined): Picture | undefined {
  const source = textField(data, names.cover);
  if (source === undefined || !/[./]/.test(source)) return undefined;
  const url = absoluteUrl(source, base);
  return { source, url: url !== undefined && /^https?:/i.test(url) ? url : undefined, alt: '' };
}

function languageOf(data: Fields, path: string, root: Root, title: string, settings: BlogSettings): Language {
  const own = textField(data, names.language);
  return (
    (own === undefined ? undefined : readLanguage(own)) ??
    languageOfName(path) ??
    languageOfText(`${title}\n${plainText(root.children)}`, settings.language)
  );
}

/**
 * Reads a post: its path within CONTENT (with `/`), its text, and the blog's settings. Never throws: what is wrong
 * with it is listed in its problems, and what can be read is served. What its author keeps from readers comes back
 * with the reason alone.
 */
export function readPost(path: string, text: string, settings: BlogSettings): Post | Hidden {
  const { data, body, problems } = readFrontMatter(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  const hidden = hiddenReason(path, data);
  if (hidden !== undefined) return { path, hidden };

  const root = readMarkdown(body);
  const { date, problems: dateProblems } = dateOf(data, path, settings.timezone);
  const slug = slugOf(data, path);
  const url = postAddress(settings, { path, slug, date });
  settleLinks(root, url);
  const title = titleOf(data, root, path);
  const { insights, kind, sections } = insightsOf(data, root, sectionsOf(root, title));
  return {
    key: hash64(path),
    aliases: [],
    path,
    slug,
    url,
    title,
    date,
    updated: updatedOf(data, settings.timezone),
    excerpt: excerptOf(root, textField(data, names.excerpt)),
    tags: tagsOf(data),
    image: pictureOf(data, url),
    language: languageOf(data, path, root, title, settings),
    minutes: readingMinutes(root.children),
    sections,
    insights,
    insightKind: kind,
    problems: [...problems, ...dateProblems],
  };
}

/** True for what readers must not see. */
export function isHidden(read: Post | Hidden): read is Hidden {
  return 'hidden' in read;
}
