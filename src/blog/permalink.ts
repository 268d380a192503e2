import type { PostDate } from './model.ts';

function twoDigits(value: number): string {
  return value.toString().padStart(2, '0');
}

/** The 1-based day of its year. */
function dayOfYear({ year, month, day }: PostDate): number {
  return Math.round((Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
}

/** A date's parts by the names that patterns of addresses have for them, in any generator. */
export function partsOfDate(date: PostDate | undefined): Readonly<Record<string, string | undefined>> {
  if (date === undefined) return {};
  const { year, month, day } = date;
  return {
    year: year.toString().padStart(4, '0'),
    short_year: twoDigits(year % 100),
    month: twoDigits(month),
    i_month: String(month),
    day: twoDigits(day),
    i_day: String(day),
    y_day: dayOfYear(date).toString().padStart(3, '0'),
    yearday: String(dayOfYear(date)),
  };
}

/**
 * A pattern such as `/:year/:month/:title/` with what `known` says of its placeholders. One that is empty leaves
 * nothing, not even its slash; undefined where one is not known, since half an address leads nowhere.
 */
export function expand(pattern: string, known: (name: string) => string | undefined): string | undefined {
  let complete = true;
  const path = pattern.replace(/:([a-z_]+)/gi, (_, name: string) => {
    const value = known(name);
    complete &&= value !== undefined;
    return value ?? '';
  });
  return complete ? `/${path}`.replace(/\/{2,}/g, '/') : undefined;
}

/** A path decoded where it was encoded already, so that it is not encoded twice. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A path's segments encoded, without those that lead elsewhere (`.`, `..`, empty ones); a closing slash stays. */
export function encodePath(path: string): string {
  const segments = path.split('/').filter(segment => segment !== '' && segment !== '.' && segment !== '..');
  const encoded = segments.map(segment => encodeURIComponent(decoded(segment).toWellFormed())).join('/');
  return path.endsWith('/') && encoded !== '' ? `${encoded}/` : encoded;
}
