import { postAddress } from './address.ts';
import { coverOf } from './cover.ts';
import { decodeEntities } from './entities.ts';
import { excerptOf } from './excerpt.ts';
import { type Fields, textField } from './fields.ts';
import { readFrontMatter } from './front-matter.ts';
import { hash64 } from './hash.ts';
import { hiddenReason } from './hidden.ts';
import { insightsOf } from './insights.ts';
import { languageOfName, languageOfPost, readLanguage } from './language.ts';
import { settleLinks } from './links.ts';
import { readMarkdown } from './markdown.ts';
import type { BlogSettings, Hidden, Language, Post } from './model.ts';
import { datesOf } from './post-dates.ts';
import { readingMinutes } from './reading-time.ts';
import { sectionsOf } from './sections.ts';
import { slugOf } from './slug.ts';
import { tagsOf } from './tags.ts';
import { titleOf } from './title.ts';

const excerptNames = [
  'excerpt',
  'description',
  'summary',
  'spoiler',
  'abstract',
  'desc',
  'customExcerpt',
  'subtitle',
];

/** The author's own words, where they are words: some generators want `excerpt: true`. */
function ownExcerpt(data: Fields): string | undefined {
  const name = excerptNames.find(key => !/^(?:true|false)$/i.test(textField(data, [key]) ?? 'false'));
  const text = name === undefined ? undefined : textField(data, [name]);
  return text === undefined ? undefined : decodeEntities(text);
}

function namedLanguage(data: Fields, path: string): Language | undefined {
  const own = textField(data, ['lang', 'locale', 'language']);
  return (own === undefined ? undefined : readLanguage(own)) ?? languageOfName(path);
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

  const dates = datesOf(data, path, settings.timezone);
  const slug = slugOf(data, path);
  const url = postAddress(settings, { path, slug, date: dates.date });
  const root = readMarkdown(body);
  settleLinks(root, url);
  const title = titleOf(data, root, path);
  const { insights, kind, sections } = insightsOf({ data, root, sections: sectionsOf(root, title), url });
  return {
    key: hash64(path),
    aliases: [],
    path,
    slug,
    url,
    title,
    date: dates.date,
    updated: dates.updated,
    excerpt: excerptOf(root, ownExcerpt(data)),
    tags: tagsOf(data),
    image: coverOf(data, root, url),
    language: namedLanguage(data, path) ?? languageOfPost(title, root, settings.language),
    minutes: readingMinutes(root.children),
    sections,
    insights,
    insightKind: kind,
    problems: [...problems, ...dates.problems],
  };
}

/** True for what readers must not see. */
export function isHidden(read: Post | Hidden): read is Hidden {
  return 'hidden' in read;
}
