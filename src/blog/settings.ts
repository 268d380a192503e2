import { type Fields, fieldsOf, textValue } from './fields.ts';
import { readLanguage } from './language.ts';
import type { BlogSettings } from './model.ts';
import { readYaml, YamlError } from './yaml.ts';

/** A setting that cannot be used; the message names it, what it got and what it wants. */
export class SettingsError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SettingsError';
  }
}

export interface ReadSettings {
  readonly settings: BlogSettings;
  /** One sentence each: what stands in the file and means nothing. */
  readonly warnings: readonly string[];
}

/** What the environment says of the blog, as written; it overrides blog.yml. */
export interface SettingOverrides {
  readonly url?: string;
  readonly postUrl?: string;
  readonly timezone?: string;
}

const variables = { url: 'SITE_URL', postUrl: 'POST_URL', timezone: 'TIMEZONE' } as const;

const keys = ['title', 'url', 'postUrl', 'timezone', 'language'] as const;
type Key = (typeof keys)[number];

const placeholders = ['slug', 'year', 'month', 'day', 'title', 'path'];

/** Each says how a value is understood, undefined where it is not, and what is wanted. */
const readers: Readonly<
  Record<Key, { readonly wants: string; readonly read: (text: string) => string | undefined }>
> = {
  title: { wants: 'a text', read: text => text },
  url: { wants: 'an address such as https://example.org', read: readSite },
  postUrl: {
    wants: `a path such as /posts/:slug, made of ${placeholders.map(name => `:${name}`).join(' ')}`,
    read: readPattern,
  },
  timezone: { wants: 'a time zone such as Asia/Shanghai or UTC', read: readTimezone },
  language: { wants: 'a language such as zh-CN, zh-TW or en', read: readLanguage },
};

function readSite(text: string): string | undefined {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, origin, pathname } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  return `${origin}${pathname.replace(/\/+$/, '')}`;
}

function readPattern(text: string): string | undefined {
  const names = [...text.matchAll(/:([a-z]+)/gi)].map(match => match[1] ?? '');
  if (/^https?:/i.test(text) || /[\s?#]/.test(text) || names.length === 0) return undefined;
  if (!names.every(name => placeholders.includes(name))) return undefined;
  return text.startsWith('/') ? text : `/${text}`;
}

function readTimezone(text: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

function understood(key: Key, text: string, name: string): string {
  const { wants, read } = readers[key];
  const value = read(text);
  if (value === undefined)
    throw new SettingsError(`${name} is "${text.slice(0, 100)}", but it wants ${wants}.`);
  return value;
}

function readFile(text: string, file: string): Fields {
  try {
    const value = readYaml(text);
    const fields = value === null || value === undefined ? new Map<string, unknown>() : fieldsOf(value);
    if (fields === undefined)
      throw new SettingsError(`${file} wants lines such as "timezone: Asia/Shanghai".`);
    return fields;
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const place = error.line === undefined ? file : `${file}, line ${error.line + 1}`;
    throw new SettingsError(`${place} cannot be read: ${error.message}.`, { cause: error });
  }
}

function valueIn(fields: Fields, key: Key, file: string): string | undefined {
  const held = fields.get(key.toLowerCase());
  if (held === undefined || held === null || held === '') return undefined;
  const text = textValue(held);
  if (text === undefined)
    throw new SettingsError(`${key} in ${file} is not a text, but it wants ${readers[key].wants}.`);
  return understood(key, text, `${key} in ${file}`);
}

function overriding(overrides: SettingOverrides): Partial<Record<Key, string>> {
  const found: Partial<Record<Key, string>> = {};
  for (const key of ['url', 'postUrl', 'timezone'] as const) {
    const text = overrides[key]?.trim();
    if (text) found[key] = understood(key, text, variables[key]);
  }
  return found;
}

/**
 * What belongs to the blog: from the text of its blog.yml (empty where it has none), overridden by the environment.
 * Dates without a zone belong to the machine's zone where nothing names one. Throws SettingsError.
 */
export function readSettings(
  text: string,
  overrides: SettingOverrides = {},
  file = 'blog.yml',
): ReadSettings {
  const fields = readFile(text, file);
  const own = Object.fromEntries(keys.map(key => [key, valueIn(fields, key, file)]));
  const given = { ...own, ...overriding(overrides) };
  const settings = {
    title: given.title,
    url: given.url,
    postUrl: given.postUrl ?? '/posts/:slug',
    timezone: given.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    language: given.language,
  };
  const known = new Set(keys.map(key => key.toLowerCase()));
  const warnings = [...fields.keys()]
    .filter(key => !known.has(key))
    .map(key => `${file} says "${key}", which means nothing here; it knows ${keys.join(', ')}.`);
  return { settings, warnings };
}
