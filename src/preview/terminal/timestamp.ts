import type { Look } from './style.ts';

/** How Discord writes each style: https://docs.discord.com/developers/reference#message-formatting-timestamp-styles. */
const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** A timestamp in the reader's language and zone. */
export function timestampText(
  { seconds, style }: { readonly seconds: number; readonly style: string },
  look: Look,
): string {
  if (style === 'R') return relative(seconds - look.now / 1000, look.locale);
  const zone = look.timezone === undefined ? {} : { timeZone: look.timezone };
  return new Intl.DateTimeFormat(look.locale, { ...(STYLES[style] ?? STYLES.f), ...zone }).format(
    seconds * 1000,
  );
}

function relative(seconds: number, locale: string): string {
  const [unit, size] = UNITS.find(([, least]) => Math.abs(seconds) >= least) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}
