import { readDate } from '../../blog/date.ts';

/**
 * The first of these that is a date, written so that it is read anywhere: feeds have names of American zones as well,
 * `Thu, 12 Jun 2025 23:14:00 EST`.
 */
export function dateOf(...written: readonly (string | undefined)[]): string | undefined {
  for (const text of written) {
    if (text === undefined) continue;
    if (readDate(text, 'UTC') !== undefined) return text;
    const instant = Date.parse(text);
    if (!Number.isNaN(instant)) return new Date(instant).toISOString();
  }
  return undefined;
}
