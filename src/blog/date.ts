import { Temporal } from 'temporal-polyfill';
import type { PostDate } from './model.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Years before are how generators write "no date" (`0001-01-01T00:00:00Z`). */
const firstYear = 1000;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

const midnight: Time = { hour: 0, minute: 0, second: 0, millisecond: 0 };

/** A day as written at the start of a text, and what follows it. */
interface DayAndRest {
  readonly day: Day;
  readonly rest: string;
}

const dayShapes: readonly [RegExp, (parts: readonly string[]) => Day][] = [
  // 20250612, 202506122314, 20250612231400
  [/^(\d{4})(\d\d)(\d\d)(?=$|T|\s|\d{4}(?:\d\d)?(?!\d))/i, ymd],
  // 2025-06-12, 2025/6/12, 2025.6.12
  [
    /^(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/,
    ([y, , m, d]) => ymd([y ?? '', m ?? '', d ?? '']),
  ],
  // 2025年6月12日
  [/^(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号號]/, ymd],
  // Thu, 12 Jun 2025 and 12 June 2025
  [/^(?:[a-z]{3,9},?\s{1,3})?(\d{1,2})(?:st|nd|rd|th)?[\s-]([a-z]{3,9})\.?,?[\s-](\d{4})(?!\d)/i, dmy],
  // Thu Jun 12 2025 and June 12, 2025
  [
    /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s{1,3})?([a-z]{3,9})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})(?!\d)/i,
    mdy,
  ],
];

function ymd([year, month, day]: readonly string[]): Day {
  return { year: Number(year), month: Number(month), day: Number(day) };
}

/** 0, which is no month, where the name is none. */
function monthNamed(name: string | undefined): number {
  return months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

function dmy([day, month, year]: readonly string[]): Day {
  return { year: Number(year), month: monthNamed(month), day: Number(day) };
}

function mdy([month, day, year]: readonly string[]): Day {
  return { year: Number(year), month: monthNamed(month), day: Number(day) };
}

function readDay(text: string): DayAndRest | undefined {
  for (const [shape, read] of dayShapes) {
    const match = shape.exec(text);
    if (match !== null) return { day: read(match.slice(1)), rest: text.slice(match[0].length) };
  }
  return undefined;
}

const timeShape =
  /^(?:[T,]\s?|\s{1,3})?(?:(\d{1,2})\s?[:：时時]\s?(\d{1,2})(?:\s?[:：分]\s?(\d{1,2})(?:[.,](\d{1,9})|秒)?|分)?|(\d\d)(\d\d)(\d\d)?)(?:\s?([ap])\.?m\.?)?/i;

/** The hour of a clock that goes round twice a day; 24, which is no hour, where it cannot be one. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return 24;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

function readTime(text: string): { readonly time: Time; readonly rest: string } | undefined {
  const match = timeShape.exec(text);
  if (match === null) return undefined;
  const [all, hour, minute, second, fraction, hour2, minute2, second2, half] = match;
  const time = {
    hour: hourOf(Number(hour ?? hour2), half),
    minute: Number(minute ?? minute2),
    second: Number(second ?? second2 ?? 0),
    millisecond: Math.floor(Number(`0.${fraction ?? 0}`) * 1000),
  };
  return { time, rest: text.slice(all.length) };
}

/** The zone as written after a time: UTC, an offset, a name in brackets; undefined where it is none of these. */
function readZone(text: string, timezone: string): string | undefined {
  const written = text.trim();
  if (written === '') return timezone;
  const match =
    /^(?:Z|(?:UTC|GMT)?\s?([+-])(\d{1,2}):?(\d\d)?|UTC|GMT)(?:\s?\([^()]{0,60}\)|\[[^[\]]{0,60}\])?$/i.exec(
      written,
    );
  if (match === null) return undefined;
  const [, sign, hours, minutes] = match;
  return sign === undefined ? 'UTC' : `${sign}${hours?.padStart(2, '0')}:${minutes ?? '00'}`;
}

function toPostDate(day: Day, time: Time | undefined, zone: string, timezone: string): PostDate | undefined {
  try {
    const fields = { ...day, ...(time ?? midnight), timeZone: zone };
    const written = Temporal.ZonedDateTime.from(fields, { overflow: 'reject' });
    const instant = written.epochMilliseconds;
    // Midnight UTC is how generators write a day without a time: that day, wherever the blog is.
    const isBareDay = zone === 'UTC' && written.hour === 0 && written.minute === 0 && written.second === 0;
    const { year, month, day: dayOfMonth } = isBareDay ? written : written.withTimeZone(timezone);
    return year < firstYear ? undefined : { instant, year, month, day: dayOfMonth };
  } catch {
    return undefined;
  }
}

/**
 * Reads a date in any of the shapes that blogs write: `2025-06-12`, `2025/6/12 0:10:32`, `2025年6月12日 23:14`,
 * `20250612231400`, `Thu, 12 Jun 2025 23:14:00 GMT`, `Jun 12 2025`, with an offset as `+0800`, `+08:00`, ` +8` or
 * `Z`. Without one it belongs to `timezone`, an IANA name, and the day is that zone's day. Undefined for anything
 * else and for days that do not exist: 2020-02-31 is refused, not rolled over.
 */
export function readDate(written: string, timezone: string): PostDate | undefined {
  if (written.length > 100) return undefined;
  const start = readDay(written.normalize('NFKC').trim());
  if (start === undefined) return undefined;
  if (start.rest.trim() === '') return toPostDate(start.day, undefined, timezone, timezone);
  const clock = readTime(start.rest);
  const zone = readZone(clock?.rest ?? start.rest, timezone);
  return zone === undefined ? undefined : toPostDate(start.day, clock?.time, zone, timezone);
}

/** The date that a file's or folder's name starts with (`2025-06-12-…`, 8, 12 or 14 digits), or `2025/06/12/` folders. */
export function readDateOfPath(path: string, timezone: string): PostDate | undefined {
  const names = path
    .replace(/\.[^./]*$/, '')
    .split('/')
    .toReversed();
  for (const name of names) {
    const stamp = /^(?:\d{4}-\d{1,2}-\d{1,2}(?=$|\D)|\d{14}(?=$|\D)|\d{12}(?=$|\D)|\d{8}(?=$|\D))/.exec(
      name,
    )?.[0];
    const date = stamp === undefined ? undefined : readDate(stamp, timezone);
    if (date !== undefined) return date;
  }
  const folders = /(?:^|\/)(\d{4}\/\d{1,2}\/\d{1,2})(?:\/|$|-)/.exec(path)?.[1];
  return folders === undefined ? undefined : readDate(folders, timezone);
}
