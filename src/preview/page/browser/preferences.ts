import type { Locale } from '../../../words/model.ts';
import { localeOf, locales } from '../../../words/words.ts';
import type { Start } from '../wire.ts';

/** What can be switched. */
export interface Preferences {
  /** Index of the reader who looks at the channel. */
  readonly reader: number;
  /** Each reader's language. */
  readonly locales: readonly Locale[];
  readonly guildLocale: Locale;
  readonly theme: 'dark' | 'light';
  readonly width: 'desktop' | 'phone';
}

const KEPT = 'quoth-preview';

/** What the address says, else what was chosen before, else what fits this browser. */
export function readPreferences(start: Start): Preferences {
  const own = start.locale ?? localeOf(navigator.language);
  const standard: Preferences = {
    reader: 0,
    locales: [own, own === 'en' ? 'zh-CN' : 'en'],
    guildLocale: start.guildLocale,
    theme: matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark',
    width: 'desktop',
  };
  const preferences = { ...standard, ...kept() };
  const asked = new URLSearchParams(location.search);
  const reader = localeIn(asked.get('reader'));
  return {
    ...preferences,
    locales: reader ? [reader, ...preferences.locales.slice(1)] : preferences.locales,
    guildLocale: localeIn(asked.get('server')) ?? preferences.guildLocale,
    theme: oneOf(['dark', 'light'], asked.get('theme')) ?? preferences.theme,
    width: oneOf(['desktop', 'phone'], asked.get('width')) ?? preferences.width,
  };
}

export function keepPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(preferences));
  } catch {
    // A browser that keeps nothing forgets the switches too.
  }
}

/** What was kept, as far as it is still something that can be switched. */
function kept(): Partial<Preferences> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    const { guildLocale, theme, width, locales: own } = value as Readonly<Record<string, unknown>>;
    const server = localeIn(guildLocale);
    const look = oneOf(['dark', 'light'], theme);
    const frame = oneOf(['desktop', 'phone'], width);
    const readers = Array.isArray(own) ? own.flatMap(one => localeIn(one) ?? []) : [];
    return {
      ...(server ? { guildLocale: server } : {}),
      ...(look ? { theme: look } : {}),
      ...(frame ? { width: frame } : {}),
      ...(readers.length === 2 ? { locales: readers } : {}),
    };
  } catch {
    // Nothing is kept that could be read.
    return {};
  }
}

function localeIn(value: unknown): Locale | undefined {
  return locales.find(known => known === value);
}

function oneOf<const Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find(known => known === value);
}
