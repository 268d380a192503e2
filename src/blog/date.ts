import { Temporal } from 'temporal-polyfill';
import type { PostDate } from './model.ts';

/** Years before are how generators write "no date" (`0001-01-01T00:00:00Z`). */
const firstYear = 1000;

/** No date is written longer, in characters. */
const longest = 100;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const weekday = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\\s{1,3})?';
const dayOfMonth = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const monthName = '(?<month>[a-z]{3,9})\\.?';

const dayShapes: readonly RegExp[] = [
  // 20250612, 202506122314, 20250612231400
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?=$|T|\s|\d{4}(?:\d\d)?(?!\d))/i,
  // 2025-06-12, 2025/6/12, 2025.6.12
  /^(?<year>\d{4})\s?(?<sign>[-/.])\s?(?<month>\d{1,2})\s?\k<sign>\s?(?<day>\d{1,2})(?!\d)/,
  // 2025年6月12日
  /^(?<year>\d{4})\s?年\s?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?[日号號]/,
  // Thu, 12 Jun 2025 and 12 June 2025
  new RegExp(`^${weekday}${dayOfMonth}[\\s-]${monthName},?[\\s-](?<year>\\d{4})(?!\\d)`, 'i'),
  // Thu Jun 12 2025 and June 12th, 2025
  new RegExp(`^${weekday}${monthName}\\s{1,3}${dayOfMonth},?\\s{1,3}(?<year>\\d{4})(?!\\d)`, 'i'),
];

const timeShapes: readonly RegExp[] = [
  // 23:14:00.123, 11:14 pm, 23时14分
  /^(?:[T,]\s?|\s{0,3})(?<hour>\d{1,2})\s?[:时時]\s?(?<minute>\d{1,2})(?:\s?[:分]\s?(?<second>\d{1,2})(?:[.,](?<fraction>\d{1,9})|秒)?|分)?(?:\s?(?<half>[ap])\.?m\.?)?/i,
  // 231400 and 2314, as in 20250612231400
  /^T?(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)?/i,
];

const zoneShape =
  /^(?:Z|(?:UTC|GMT)?\s?(?<sign>[+-])(?<hours>\d{1,2}):?(?<minutes>\d\d)?|UTC|GMT)(?:\s?\([^()]{0,60}\)|\[[^[\]]{0,60}\])?$/i;

interface Matched {
  readonly groups: Readonly<Record<string, string | undefined>>;
  /** What follows. */
  readonly rest: string;
}

function firstMatch(shapes: readonly RegExp[], text: string): Matched | undefined {
  for (const shape of shapes) {
    const match = shape.exec(text);
    if (match !== null) return { groups: match.groups ?? {}, rest: text.slice(match[0].length) };
  }
  return undefined;
}

/** 0, which is no month, where the name is none. */
function monthOf(written: string): number {
  return /^\d/.test(written) ? Number(written) : months.indexOf(written.slice(0, 3).toLowerCase()) + 1;
}

/** The hour of a clock that goes round twice a day; 24, which is no hour, where it cannot be one. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return 24;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/** The zone as written after a time: UTC, an offset, a name in brackets; undefined where it is none of these. */
function readZone(text: string, timezone: string): string | undefined {
  if (text === '') return timezone;
  const match = zoneShape.exec(text);
  if (match === null) return undefined;
  const { sign, hours = '', minutes = '00' } = match.groups ?? {};
  return sign === undefined ? 'UTC' : `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

/** The moment that stands on calendar and clock of a zone; throws where it does not exist. */
function momentOf(day: Matched['groups'], time: Matched['groups'], timeZone: string): Temporal.ZonedDateTime {
  const fields = {
    year: Number(day.year),
    month: monthOf(day.month ?? ''),
    day: Number(day.day),
    hour: hourOf(Number(time.hour ?? 0), time.half),
    minute: Number(time.minute ?? 0),
    second: Number(time.second ?? 0),
    millisecond: Math.floor(Number(`0.${time.fraction ?? 0}`) * 1000),
    timeZone,
  };
  return Temporal.ZonedDateTime.from(fields, { overflow: 'reject' });
}

/** Midnight UTC is how generators write a day without a time: that day, wherever the blog is. */
function isBareDay(moment: Temporal.ZonedDateTime): boolean {
  return moment.timeZoneId === 'UTC' && moment.hour === 0 && moment.minute === 0 && moment.second === 0;
}

interface Parts {
  readonly day: Matched;
  readonly time: Matched;
  /** What stands for the zone; empty where nothing does. */
  readonly zone: string;
}

function partsOf(written: string): Parts | undefined {
  if (written.length > longest) return undefined;
  const day = firstMatch(dayShapes, written.normalize('NFKC').trim());
  if (day === undefined) return undefined;
  const time = firstMatch(timeShapes, day.rest) ?? { groups: {}, rest: day.rest };
  return { day, time, zone: time.rest.trim() };
}

/** True for a date that says in which zone it is. */
export function namesZone(written: string): boolean {
  return (partsOf(written)?.zone ?? '') !== '';
}

/**
 * Reads a date in any of the shapes that blogs write: `2025-06-12`, `2025/6/12 0:10:32`, `2025年6月12日 23:14`,
 * `20250612231400`, `Thu, 12 Jun 2025 23:14:00 GMT`, `Jun 12 2025`, with an offset as `+0800`, `+08:00`, ` +8` or
 * `Z`. Without one it belongs to `timezone`, an IANA name, and the day is that zone's day. Undefined for anything
 * else and for days that do not exist: 2020-02-31 is refused, not rolled over.
 */
export function readDate(written: string, timezone: string): PostDate | undefined {
  const parts = partsOf(written);
  const zone = parts === undefined ? undefined : readZone(parts.zone, timezone);
  if (parts === undefined || zone === undefined) return undefined;
  const { day, time } = parts;
  try {
    const moment = momentOf(day.groups, time.groups, zone);
    const { year, month, day: date } = isBareDay(moment) ? moment : moment.withTimeZone(timezone);
    return year < firstYear ? undefined : { instant: moment.epochMilliseconds, year, month, day: date };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const nameStamp = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{14}|\d{12}|\d{8})(?!\d)/;

const folderStamp = /(?:^|\/)(\d{4}\/\d{1,2}\/\d{1,2})(?:\/|$|-)/;

/**
 * The date that a file's or folder's name starts with, the innermost first: `2025-06-12-…`, or 8, 12 or 14 digits;
 * else that of folders `2025/06/12/`. Undefined where there is none.
 */
export function readDateOfPath(path: string, timezone: string): PostDate | undefined {
  for (const name of path.split('/').toReversed()) {
    const stamp = nameStamp.exec(name)?.[0];
    const date = stamp === undefined ? undefined : readDate(stamp, timezone);
    if (date !== undefined) return date;
  }
  return readDate(folderStamp.exec(path)?.[1] ?? '', timezone);
}
