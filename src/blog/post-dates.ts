import { namesZone, readDate, readDateOfPath } from './date.ts';
import type { Dialect } from './dialects/model.ts';
import { unknown } from './dialects/unknown.ts';
import { type Fields, field, textField, textValue } from './fields.ts';
import type { BlogSettings, PostDate, Problem, Visible } from './model.ts';

const names = [
  'date',
  'publishDate',
  'pubDate',
  'pubDatetime',
  'published',
  'publishedDate',
  'publishedAt',
  'datetime',
  'created',
  'createdTime',
  'createdAt',
  'createTime',
  'meta.date',
];

const updatedNames = [
  'updated',
  'updatedAt',
  'updatedDate',
  'updateDate',
  'lastmod',
  'lastModified',
  'lastUpdated',
  'modified',
  'modDatetime',
  'lastEditedTime',
  'last_update.date',
];

/** Dates before which a post is not to be seen, beside its own. */
const publishNames = ['publishDate', 'publishAt', 'publishOn', 'scheduled', 'scheduledDate'];

/** Dates after which it no longer is. */
const expiryNames = [
  'expiryDate',
  'expiry',
  'expires',
  'expireDate',
  'expiresAt',
  'unpublishDate',
  'validUntil',
];

/** Where an address stands that may hold the date: `path = "2014/09/15/Rust-1.0"`. */
const addressNames = ['path', 'permalink', 'url', 'slug'];

/** `published: true`, and words by which a generator takes the date from elsewhere. */
const noDate = /^(?:true|false|(?:git )?(?:last modified|created)|`?r )/i;

export interface PostDates {
  readonly date?: PostDate;
  readonly updated?: PostDate;
  /** When it may be seen; absent where that is always. */
  readonly visible?: Visible;
  readonly problems: readonly Problem[];
}

type Zone = Pick<BlogSettings, 'timezone' | 'zoned' | 'site'>;

/** A date, and the text that it was read from. */
interface Written {
  readonly text: string;
  readonly date: PostDate;
}

function writtenDates(data: Fields, dialect: Dialect): string[] {
  return [...(dialect.names?.date ?? []), ...names]
    .map(name => textValue(field(data, name)) ?? '')
    .filter(text => text !== '' && !noDate.test(text));
}

function firstDate(texts: readonly string[], timezone: string): Written | undefined {
  for (const text of texts) {
    const date = readDate(text, timezone);
    if (date !== undefined) return { text, date };
  }
  return undefined;
}

function dateOfPaths(paths: readonly string[], timezone: string): Written | undefined {
  for (const path of paths) {
    const date = readDateOfPath(path, timezone);
    if (date !== undefined) return { text: '', date };
  }
  return undefined;
}

/** Clocks around the world are so far apart at most, in milliseconds: from UTC−12 to UTC+14. */
const aroundTheWorld = 26 * 3_600_000;

/**
 * The instant at which a date begins to show a post, or ends it. Where nobody said in which zone a date is, it hides
 * only while it is to come, or over, wherever on Earth it was written.
 */
function hidingInstant(
  written: Written | undefined,
  { zoned }: Zone,
  is: 'from' | 'until',
): number | undefined {
  if (written === undefined) return undefined;
  if (zoned === true || namesZone(written.text)) return written.date.instant;
  return written.date.instant + (is === 'from' ? -aroundTheWorld : aroundTheWorld);
}

function visibleOf(data: Fields, own: Written | undefined, zone: Zone): Visible | undefined {
  const dateOf = (name: string) => firstDate([textField(data, [name]) ?? ''], zone.timezone);
  const starts = zone.site?.future === true ? [] : [own, ...publishNames.map(dateOf)];
  const from = starts.map(date => hidingInstant(date, zone, 'from')).filter(instant => instant !== undefined);
  const until = expiryNames
    .map(name => hidingInstant(dateOf(name), zone, 'until'))
    .find(instant => instant !== undefined);
  if (from.length === 0 && until === undefined) return undefined;
  return {
    ...(from.length === 0 ? {} : { from: Math.max(...from) }),
    ...(until === undefined ? {} : { until }),
  };
}

/**
 * When a post is from: by its front matter, else by its file's or folders' names, else by the path of its address;
 * and when it may be seen. A date that cannot be read, and none at all, are problems; a date is never made up.
 */
export function datesOf(data: Fields, path: string, zone: Zone, dialect: Dialect = unknown): PostDates {
  const { timezone } = zone;
  const written = writtenDates(data, dialect);
  const own = firstDate(written, timezone);
  const addresses = addressNames.map(name => textField(data, [name]) ?? '');
  const found = own ?? dateOfPaths([path, ...addresses], timezone);
  return {
    date: found?.date,
    updated: firstDate([textField(data, updatedNames) ?? ''], timezone)?.date,
    visible: visibleOf(data, found, zone),
    problems: problemsOf(written, own, found),
  };
}

function problemsOf(written: readonly string[], own?: Written, found?: Written): Problem[] {
  const [detail] = written;
  if (detail !== undefined && own === undefined) return [{ code: 'date-unreadable', detail }];
  return found === undefined ? [{ code: 'date-missing' }] : [];
}
