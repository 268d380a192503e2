import { dialectNames, readDialect } from './dialects/dialects.ts';
import type { SiteSaid } from './dialects/model.ts';
import { type Around, type Recognised, recognise } from './dialects/recognise.ts';
import { fieldsOf, foldKey, isMapping, textValue } from './fields.ts';
import { readLanguage } from './language.ts';
import type { BlogSettings } from './model.ts';
import { readYaml, YamlError } from './yaml.ts';

/** What belongs to the blog stands beside its posts in this file. */
export const settingsFile = 'blog.yml';

/** A setting that cannot be used; the message names it, says what it is and what it should be. */
export class SettingsError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SettingsError';
  }
}

export interface ReadSettings {
  readonly settings: BlogSettings;
  /** What stands in the file and means nothing, a sentence each. */
  readonly warnings: readonly string[];
}

/** What the environment says of the blog, as written; empty text says nothing. */
export interface SettingOverrides {
  readonly url?: string;
  readonly postUrl?: string;
  readonly timezone?: string;
  readonly dialect?: string;
}

/** What lies around the posts, and the paths of the posts themselves, within CONTENT. */
export interface Surroundings {
  readonly around: Around;
  readonly paths: readonly string[];
}

interface Setting {
  /** The variable that overrides it. */
  readonly variable?: string;
  readonly wants: string;
  /** How a text is understood; undefined where it is not. */
  readonly read: (text: string) => string | undefined;
}

const placeholders = ['slug', 'year', 'month', 'day', 'title', 'path', 'categories'];

/** What a blog may say of itself, and how each is understood. */
export const settings = {
  title: { wants: 'a text', read: text => text },
  url: { variable: 'SITE_URL', wants: 'a whole address such as https://example.org', read: readSite },
  postUrl: {
    variable: 'POST_URL',
    wants: `a path such as /posts/:slug, made of ${placeholders.map(name => `:${name}`).join(' ')}`,
    read: readPattern,
  },
  timezone: { variable: 'TIMEZONE', wants: 'a time zone such as Asia/Shanghai or UTC', read: readTimezone },
  language: { wants: 'a language such as zh-CN, zh-TW or en', read: readLanguage },
  dialect: { variable: 'DIALECT', wants: `one of ${dialectNames.join(', ')}`, read: readDialect },
} satisfies Record<string, Setting>;

type Key = keyof typeof settings;

type Given = Partial<Record<Key, string>>;

const keys: readonly Key[] = ['title', 'url', 'postUrl', 'timezone', 'language', 'dialect'];

function readSite(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || /[?#]/.test(text)) {
    return undefined;
  }
  return url.href.replace(/(?<!\/)\/+$/, '');
}

function readPattern(text: string): string | undefined {
  const names = text.match(/(?<=:)[a-z_]+/gi) ?? [];
  const isKnown = names.length > 0 && names.every(name => placeholders.includes(name));
  return isKnown && text.startsWith('/') && !/[\s?#]/.test(text) ? text : undefined;
}

function readTimezone(text: string): string | undefined {
  if (/^[+-]/.test(text)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

function understood(key: Key, text: string, name: string): string {
  const { wants, read }: Setting = settings[key];
  const value = read(text);
  if (value !== undefined) return value;
  throw new SettingsError(`${name} is "${text.slice(0, 100)}", but it wants ${wants}.`);
}

/** The file's mapping; an empty file is one without keys. */
function readFile(text: string): Readonly<Record<string, unknown>> {
  const value = read(text) ?? {};
  if (isMapping(value)) return value;
  throw new SettingsError(`${settingsFile} wants lines such as "timezone: Asia/Shanghai".`);
}

function read(text: string): unknown {
  try {
    return readYaml(text);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const place = error.line === undefined ? settingsFile : `${settingsFile}, line ${error.line + 1}`;
    throw new SettingsError(`${place} cannot be read: ${error.message}.`, { cause: error });
  }
}

function givenIn(file: Readonly<Record<string, unknown>>): Given {
  const fields = fieldsOf(file);
  const given: Given = {};
  for (const key of keys) {
    const held = fields?.get(foldKey(key)) ?? '';
    if (held === '') continue;
    const name = `${key} in ${settingsFile}`;
    const text = textValue(held);
    if (text === undefined)
      throw new SettingsError(`${name} is no text, but it wants ${settings[key].wants}.`);
    given[key] = understood(key, text, name);
  }
  return given;
}

function givenBy(overrides: SettingOverrides): Given {
  const given: Given = {};
  for (const key of ['url', 'postUrl', 'timezone', 'dialect'] as const) {
    const text = overrides[key]?.trim() ?? '';
    if (text !== '') given[key] = understood(key, text, settings[key].variable);
  }
  return given;
}

function warningsOf(file: Readonly<Record<string, unknown>>): string[] {
  const known = new Set(keys.map(foldKey));
  return Object.keys(file)
    .filter(key => !known.has(foldKey(key)))
    .map(key => `${settingsFile} says "${key}", which means nothing here; it knows ${keys.join(', ')}.`);
}

/** Addresses that configurations hold until somebody fills in their own. */
const placeholder =
  /^https?:\/\/(?:www\.)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0|example\.(?:com|org|net)|yoursite\.com|your-?domain\.[a-z]+|your-docusaurus-site\.example\.com|username\.github\.io)(?:[:/]|$)/i;

/** What a generator's configuration says that can be used: it was not written for Quoth, and is no error here. */
function givenBySite({ title, url = '', timezone, language }: SiteSaid): Given {
  const given: Given = { title: title?.trim() || undefined };
  const address = placeholder.test(url) ? undefined : readSite(url.startsWith('//') ? `https:${url}` : url);
  if (address !== undefined) given.url = address;
  const zone = timezone === undefined ? undefined : readTimezone(timezone);
  if (zone !== undefined) given.timezone = zone;
  const own = language === undefined ? undefined : readLanguage(language);
  if (own !== undefined) given.language = own;
  return given;
}

function siteOf({ site, said }: Recognised): BlogSettings['site'] {
  const { permalinks, contents, ending, future } = said;
  return {
    ...site,
    ...(permalinks && { permalinks }),
    ...(contents && { contents }),
    ...(ending !== undefined && { ending }),
    ...(future && { future }),
  };
}

/**
 * What belongs to the blog: by the environment, else by its blog.yml (empty text where it has none), else by the
 * configuration of the generator that its posts are written for, else by default. Dates without a zone belong to the
 * machine's where nothing names one. Throws SettingsError.
 */
export function readSettings(
  text: string,
  overrides: SettingOverrides = {},
  surroundings?: Surroundings,
): ReadSettings {
  const file = readFile(text);
  const own = { ...givenIn(file), ...givenBy(overrides) };
  const named = own.dialect === undefined ? undefined : readDialect(own.dialect);
  const recognised = surroundings && recognise(surroundings.around, surroundings.paths, named);
  const dialect = recognised?.dialect ?? named;
  const given = { ...(recognised && givenBySite(recognised.said)), ...own };
  const { title, url, postUrl, language } = given;
  const timezone = given.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    settings: {
      title,
      url,
      postUrl,
      timezone,
      language,
      ...(given.timezone === undefined ? {} : { zoned: true }),
      ...(dialect !== undefined && dialect !== 'unknown' && { dialect }),
      ...(recognised && { site: siteOf(recognised) }),
    },
    warnings: [...warningsOf(file), ...(recognised?.warnings ?? [])],
  };
}
