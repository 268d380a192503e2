import { type Fields, field, fieldsOf, foldKey, isMapping, textField, textValue, truth } from '../fields.ts';
import { languageOfName } from '../language.ts';
import type { BlogSettings, HiddenReason } from '../model.ts';
import { nameOf } from '../name.ts';
import { expand, partsOfDate } from '../permalink.ts';
import type { Addressed, Dialect } from './model.ts';
import { below, folderPage, joined, ownAddress, pagePath, pathOnSite, withName } from './paths.ts';

const own = ['url'];

const monthNames =
  'January February March April May June July August September October November December'.split(' ');

/** Hugo's own way with names in addresses: lower case, hyphens for spaces, letters, digits and some signs. */
function urlized(path: string): string {
  return path
    .toLowerCase()
    .replace(/[\s]+/gu, '-')
    .replace(/[^\p{L}\p{M}\p{N}._/~+@-]/gu, '')
    .replace(/-{2,}/g, '-');
}

/** Where posts lie where the configuration does not say so. */
const usual: Readonly<Record<string, string>> = { content: '' };

/** A path below the folder of the site that holds it, and what stands before its address: `en`, by its folder or name. */
function placed(path: string, settings: BlogSettings): { readonly path: string; readonly prefix: string } {
  const contents = settings.site?.contents ?? usual;
  const onSite = pathOnSite(path, settings);
  const folder = Object.keys(contents)
    .toSorted((one, other) => other.length - one.length)
    .find(name => `/${onSite}`.includes(`/${name}/`));
  const before = folder === undefined ? '' : (contents[folder] ?? '');
  const language = languageOfName(path);
  const written = /\.([^./]+)\.[^./]+$/.exec(path)?.[1] ?? '';
  const isOwn = language === undefined || language === settings.language;
  const within = folder === undefined ? onSite : below(onSite, [folder]);
  return { path: within, prefix: isOwn ? before : written.toLowerCase() };
}

/** What the configuration says of the site's own language. */
function ownLanguage(configuration: Fields): Fields {
  const name = textField(configuration, ['defaultContentLanguage']) ?? 'en';
  const languages = fieldsOf(field(configuration, 'languages'));
  return fieldsOf(languages?.get(foldKey(name))) ?? new Map();
}

/** The folder of all posts, or one for each language; that of the site's own has no language before its addresses. */
function contentsOf(configuration: Fields): Record<string, string> | undefined {
  const trimmed = (folder: string) => folder.replace(/^\.?\/+|(?<!\/)\/+$/g, '');
  const own = textField(configuration, ['defaultContentLanguage']) ?? 'en';
  const inFolder = truth(field(configuration, 'defaultContentLanguageInSubdir')) === true;
  const before = (language: string) => (language === own && !inFolder ? '' : language);
  const all = textField(configuration, ['contentDir']);
  const named = field(configuration, 'languages');
  const languages = Object.entries(isMapping(named) ? named : {}).flatMap(([language, held]) => {
    const folder = textField(fieldsOf(held) ?? new Map(), ['contentDir']);
    return folder === undefined ? [] : [[trimmed(folder), before(language)] as const];
  });
  if (all === undefined && languages.length === 0 && !inFolder) return undefined;
  return Object.fromEntries([[trimmed(all ?? 'content'), before(own)] as const, ...languages]);
}

function partOf(post: Addressed, path: string, name: string): string | undefined {
  const [section = '', ...rest] = path.split('/').slice(0, -1);
  const slug = textField(post.data, ['slug']);
  const file = nameOf(post.path);
  const title = textField(post.data, ['title']);
  switch (name) {
    case 'section':
      return section;
    case 'sections':
      return [section, ...rest].join('/');
    case 'slug':
      return slug ?? title ?? file;
    case 'title':
      return title ?? file;
    case 'filename':
    case 'contentbasename':
      return file;
    case 'slugorfilename':
    case 'slugorcontentbasename':
      return slug ?? file;
    case 'monthname':
      return monthNames[(post.date?.month ?? 0) - 1];
    default:
      return partsOfDate(post.date)[name];
  }
}

function address(post: Addressed, settings: BlogSettings): string | undefined {
  const given = ownAddress(post.data, own);
  if (given !== undefined) return given;
  const { path: file, prefix } = placed(post.path, settings);
  const path = pagePath(file);
  const { permalinks = {}, ending = '/' } = settings.site ?? {};
  const section = path.split('/')[0] ?? '';
  const pattern = path.includes('/') ? permalinks[section] : permalinks['/'];
  const expanded =
    pattern === undefined
      ? withName(path, textField(post.data, ['slug']) ?? path.split('/').at(-1) ?? '')
      : expand(pattern, name => partOf(post, path, name));
  if (expanded === undefined) return undefined;
  const lower = urlized(`${prefix}/${expanded}`);
  return ending === '/'
    ? folderPage(lower.replace(/^\/+/, ''))
    : joined(`${lower.replace(/\/$/, '')}${ending}`);
}

function hidden(data: Fields, path: string): HiddenReason | undefined {
  if (/(?:^|\/)_index\.[^/]+$/.test(path)) return 'list';
  if (truth(field(data, 'headless')) === true) return 'hidden';
  const builds = [fieldsOf(field(data, 'build')), fieldsOf(field(data, '_build'))];
  const says = (name: string) =>
    builds.some(build => /^(?:never|false|link)$/.test(textValue(build?.get(name)) ?? ''));
  if (says('render')) return 'hidden';
  return says('list') ? 'unlisted' : undefined;
}

/** Patterns by section, also in the form that tells pages from lists of terms (`[permalinks.page]`). */
function permalinksOf(configuration: Fields): Record<string, string> {
  const all = fieldsOf(field(configuration, 'permalinks')) ?? new Map();
  const entries = [...all, ...(fieldsOf(all.get('page')) ?? [])];
  return Object.fromEntries(
    entries.flatMap(([section, pattern]) => (typeof pattern === 'string' ? [[section, pattern]] : [])),
  );
}

/** Settings by which a `config.*`, which anything may be called, is known. */
const settingsOfHugo =
  /^[\s{]*"?(?:baseurl|languagecode|theme|paginate|permalinks|defaultcontentlanguage)"?\s*[=:]/im;

/** Hugo: https://gohugo.io/content-management/urls/ and /front-matter/. */
export const hugo: Dialect = {
  name: 'hugo',
  marks: [
    'hugo.toml',
    'hugo.yaml',
    'hugo.yml',
    'hugo.json',
    'config/_default/hugo.toml',
    'config/_default/hugo.yaml',
    'config/_default/config.toml',
    'config/_default/config.yaml',
    'config.toml',
    'config.yaml',
    'config.yml',
    'config.json',
    'archetypes',
  ],
  besides: ['archetypes', 'content'],
  parts: Object.fromEntries(
    ['languages', 'permalinks'].map(key => [
      key,
      ['toml', 'yaml', 'yml'].map(ending => `config/_default/${key}.${ending}`),
    ]),
  ),
  isOwn: (text, has, path) =>
    has('archetypes') || /(?:^|\/)hugo\.[a-z]+$/.test(path) || (has('content') && settingsOfHugo.test(text)),
  isLike: paths => paths.some(path => /(?:^|\/)_index(?:\.[\w-]+)?\.md$/.test(path)),
  folders: ['content'],
  said: configuration => ({
    title:
      textField(configuration, ['title']) ?? textField(ownLanguage(configuration), ['title', 'params.title']),
    url: textField(configuration, ['baseURL']),
    timezone: textField(configuration, ['timeZone']),
    language:
      textField(configuration, ['languageCode', 'locale']) ??
      textField(ownLanguage(configuration), ['languageCode', 'locale']) ??
      textField(configuration, ['defaultContentLanguage']),
    permalinks: permalinksOf(configuration),
    contents: contentsOf(configuration),
    ending: truth(field(configuration, 'uglyURLs')) === true ? '.html' : undefined,
    future: truth(field(configuration, 'buildFuture')),
  }),
  names: { excerpt: ['summary'] },
  hidden,
  own,
  address,
};
