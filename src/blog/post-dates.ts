import { readDate, readDateOfPath } from './date.ts';
import { type Fields, field, textField, textValue } from './fields.ts';
import type { PostDate, Problem } from './model.ts';

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
];

const updatedNames = [
  'updated',
  'updatedAt',
  'updatedDate',
  'lastmod',
  'modDatetime',
  'lastEditedTime',
  'last_update.date',
];

/** Where an address stands that may hold the date: `path = "2014/09/15/Rust-1.0"`. */
const addressNames = ['path', 'permalink', 'url', 'slug'];

/** `published: true`, and words by which a generator takes the date from elsewhere. */
const noDate = /^(?:true|false|(?:git )?(?:last modified|created)|`r )/i;

export interface PostDates {
  readonly date?: PostDate;
  readonly updated?: PostDate;
  readonly problems: readonly Problem[];
}

function writtenDates(data: Fields): string[] {
  return names
    .map(name => textValue(field(data, name)) ?? '')
    .filter(text => text !== '' && !noDate.test(text));
}

/** The first defined of what `read` makes of these. */
function firstOf<T>(texts: readonly string[], read: (text: string) => T | undefined): T | undefined {
  for (const text of texts) {
    const found = read(text);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * When a post is from: by its front matter, else by its file's or folders' names, else by the path of its address.
 * A date that cannot be read, and none at all, are problems; a date is never made up.
 */
export function datesOf(data: Fields, path: string, timezone: string): PostDates {
  const read = (text: string) => readDate(text, timezone);
  const written = writtenDates(data);
  const own = firstOf(written, read);
  const addresses = addressNames.map(name => textField(data, [name]) ?? '');
  const date = own ?? firstOf([path, ...addresses], text => readDateOfPath(text, timezone));
  const updated = firstOf([textField(data, updatedNames) ?? ''], read);
  return { date, updated, problems: problemsOf(written, own, date) };
}

function problemsOf(written: readonly string[], own?: PostDate, date?: PostDate): Problem[] {
  const [detail] = written;
  if (detail !== undefined && own === undefined) return [{ code: 'date-unreadable', detail }];
  return date === undefined ? [{ code: 'date-missing' }] : [];
}
