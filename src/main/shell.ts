import process from 'node:process';
import type { Library } from '../bot/model.ts';
import type { Config } from '../config.ts';
import type { Locale } from '../words/model.ts';
import { localeOf } from '../words/words.ts';

/** The language of a shell: LC_ALL, LC_MESSAGES or LANG, where they name one (C and POSIX do not). */
export function shellLocale({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Locale | undefined {
  const tag = (LC_ALL || LC_MESSAGES || LANG || '').split('.', 1)[0] ?? '';
  return /^(?:C|POSIX)?$/.test(tag) ? undefined : localeOf(tag);
}

/** The language to speak in the terminal. */
export function terminalLocale(config: Config, { blog }: Pick<Library, 'blog'>): Locale {
  return config.locale ?? shellLocale(process.env) ?? localeOf(blog.language);
}
