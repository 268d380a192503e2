import type { Root } from 'mdast';
import { postAddress } from './address.ts';
import { readBody } from './body/body.ts';
import { coverOf } from './cover.ts';
import { dialectOf } from './dialects/dialects.ts';
import type { Dialect } from './dialects/model.ts';
import { decodeEntities } from './entities.ts';
import { excerptOf } from './excerpt.ts';
import { type Fields, textField } from './fields.ts';
import { formerOf } from './former.ts';
import { readFrontMatter } from './front-matter.ts';
import { hash64 } from './hash.ts';
import { hiddenReason } from './hidden.ts';
import { insightsOf } from './insights.ts';
import { isLikely, languageOfFolder, languageOfName, languageOfPost, readLanguage } from './language.ts';
import { referencesIn } from './linked.ts';
import { settleLinks } from './links.ts';
import { withoutLong } from './long-sections.ts';
import type { BlogSettings, Hidden, Insight, Language, Post, Section } from './model.ts';
import { datesOf } from './post-dates.ts';
import { readingMinutes } from './reading-time.ts';
import { sectionsOf } from './sections.ts';
import { seriesOf } from './series.ts';
import { slugOf } from './slug.ts';
import { categoriesOf, tagsOf } from './tags.ts';
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
function ownExcerpt(data: Fields, dialect: Dialect): string | undefined {
  const name = [...(dialect.names?.excerpt ?? []), ...excerptNames].find(
    key => !/^(?:true|false)$/i.test(textField(data, [key]) ?? 'false'),
  );
  const text = name === undefined ? undefined : textField(data, [name]);
  return text === undefined ? undefined : decodeEntities(text);
}

function namedLanguage(data: Fields): Language | undefined {
  const own = textField(data, ['lang', 'locale', 'language']);
  return own === undefined ? undefined : readLanguage(own);
}

/** As front matter, name or folders say, else by its letters; folders are believed where letters do not speak against. */
function languageOf(data: Fields, path: string, title: string, root: Root, usual?: Language): Language {
  const named = namedLanguage(data) ?? languageOfName(path);
  if (named !== undefined) return named;
  const folder = languageOfFolder(path);
  const written = languageOfPost(title, root, folder ?? usual);
  return folder !== undefined && isLikely(folder, written) ? folder : written;
}

/** What an author calls a work and its versions in other languages: a key of theirs, else a slug that all give. */
function workOf(data: Fields): string | undefined {
  const key = textField(data, ['translationKey', 'translationId', 'i18nKey']);
  if (key !== undefined) return key;
  const slug = textField(data, ['slug']);
  return slug !== undefined && namedLanguage(data) !== undefined ? `slug ${slug}` : undefined;
}

function referencesOf(
  sections: readonly Section[],
  insights: readonly Insight[],
  { url }: BlogSettings,
): Pick<Post, 'references'> {
  const nodes = [...sections.flatMap(one => one.nodes), ...insights.flatMap(one => one.quote)];
  const references = referencesIn(nodes, url);
  return references.length === 0 ? {} : { references };
}

/**
 * Reads a post: its path within CONTENT (with `/`), its text, the blog's settings, and the name of a picture beside it
 * that is its cover where it names none itself. Never throws: what is wrong
 * with it is listed in its problems, and what can be read is served. What its author keeps from readers comes back
 * with the reason alone.
 */
export function readPost(path: string, text: string, settings: BlogSettings, cover?: string): Post | Hidden {
  const { data, body, problems } = readFrontMatter(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  const dialect = dialectOf(settings);
  const hidden = hiddenReason(path, data, dialect, settings.site);
  const dates = datesOf(data, path, settings, dialect);
  const slug = slugOf(data, path, dialect);
  const categories = categoriesOf(data, dialect);
  const url = postAddress(settings, { path, slug, date: dates.date, categories, data });
  if (hidden !== undefined && hidden !== 'unlisted')
    return { path, hidden, ...(url !== undefined && { url }) };

  const root = readBody({ text: body, path, dialect: dialect.name, data });
  settleLinks(root, url, dialect.movesPictures);
  const title = titleOf(data, root, path, dialect);
  const all = sectionsOf(root, title, url);
  const { insights, kind, sections: joined } = insightsOf({ data, root, sections: all, url });
  const sections = withoutLong(joined);
  return {
    key: hash64(path),
    ...formerOf(data),
    path,
    slug,
    url,
    title,
    date: dates.date,
    updated: dates.updated,
    excerpt: excerptOf(root, ownExcerpt(data, dialect)),
    tags: tagsOf(data, root, dialect),
    image: coverOf({ data, root, base: url, dialect, beside: cover }),
    language: languageOf(data, path, title, root, settings.language),
    series: seriesOf(data),
    visible: dates.visible,
    ...(hidden === 'unlisted' ? { unlisted: true } : {}),
    work: workOf(data),
    minutes: readingMinutes(root.children),
    sections,
    insights,
    insightKind: kind,
    ...referencesOf(sections, insights, settings),
    problems: [...problems, ...dates.problems],
  };
}

/** True for what readers must not see. */
export function isHidden(read: Post | Hidden): read is Hidden {
  return 'hidden' in read;
}
