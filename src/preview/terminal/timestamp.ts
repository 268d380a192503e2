/** Whose language, zone and time it is. */
export interface Here {
  readonly locale: string;
  /** IANA name; the machine's own zone where absent. */
  readonly timezone?: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

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
  here: Here,
): string {
  if (style === 'R') return relative(seconds - here.now / 1000, here.locale);
  const zone = here.timezone === undefined ? {} : { timeZone: here.timezone };
  return new Intl.DateTimeFormat(here.locale, { ...(STYLES[style] ?? STYLES.f), ...zone }).format(
    seconds * 1000,
  );
}

function relative(seconds: number, locale: string): string {
  const [unit, size] = UNITS.find(([, least]) => Math.abs(seconds) >= least) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}
