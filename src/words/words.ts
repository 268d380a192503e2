import { en } from './en.ts';
import type { Locale, Words } from './model.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

const all: Readonly<Record<Locale, Words>> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };

/** The languages that Quoth speaks; English first, as Discord's default. */
export const locales: readonly Locale[] = ['en', 'zh-CN', 'zh-TW'];

/** The words of a language. */
export const wordsOf = (locale: Locale): Words => all[locale];

/**
 * The language in which to address someone whose language is `tag` (a BCP 47 tag, as Discord, browsers and
 * posts write it): Chinese by its script, English for everyone else.
 */
export function localeOf(tag: string): Locale {
  const folded = tag.toLowerCase().replaceAll('_', '-');
  if (!/^zh(?:-|$)/.test(folded)) return 'en';
  return /-(?:hant|tw|hk|mo)(?:-|$)/.test(folded) ? 'zh-TW' : 'zh-CN';
}
