import { type Fields, field, fieldsOf, textField, textValue } from './fields.ts';
import { fold } from './fold.ts';
import type { Post, Series } from './model.ts';

const nameNames = ['series', 'seriesName', 'seriesTitle', 'serie', 'extra.series', 'taxonomies.series'];

const partNames = [
  'seriesOrder',
  'seriesPart',
  'seriesIndex',
  'seriesNumber',
  'seriesWeight',
  'extra.series_order',
];

/** No series has more posts. */
const mostParts = 9_999;

function readPart(written: string | undefined): number | undefined {
  const number = written !== undefined && /^\d{1,4}$/.test(written) ? Number(written) : 0;
  return number >= 1 && number <= mostParts ? number : undefined;
}

/**
 * The series that a post says it is of, a name (of several the first) or a mapping with `name` or `title` and `part`,
 * `order` or `index`; and which part it is, where it says so.
 */
export function seriesOf(data: Fields): Series | undefined {
  const held = nameNames.map(name => field(data, name)).find(value => value !== undefined && value !== null);
  const [first]: readonly unknown[] = Array.isArray(held) ? held : [held];
  const mapping = fieldsOf(first);
  const name = mapping === undefined ? textValue(first) : textField(mapping, ['name', 'title']);
  if (name === undefined || /^(?:true|false)$/.test(name)) return undefined;
  const part = readPart(
    mapping === undefined
      ? textField(data, partNames)
      : textField(mapping, ['part', 'order', 'index', 'number']),
  );
  return { name: name.replace(/\s+/gu, ' '), ...(part === undefined ? {} : { part }) };
}

/** Where a post stands in its series, as a blog's readers see it. */
export interface SeriesPlace {
  readonly name: string;
  readonly part: number;
  readonly of: number;
  /** The post to read after it. */
  readonly next?: Post;
}

/** The parts that posts name, where all do and each another; else their places, the oldest first. */
function partsOf(posts: readonly Post[]): ReadonlyMap<Post, number> {
  const named = new Map(
    posts.flatMap(post => (post.series?.part === undefined ? [] : [[post, post.series.part] as const])),
  );
  if (new Set(named.values()).size === posts.length) return named;
  return new Map(posts.toReversed().map((post, index) => [post, index + 1]));
}

/** A post's place among `posts` (newest first) of its series; undefined where it is of none, or alone in it. */
export function placeInSeries(posts: readonly Post[], post: Post): SeriesPlace | undefined {
  const { series } = post;
  if (series === undefined) return undefined;
  const name = fold(series.name);
  const all = posts.filter(one => one.series !== undefined && fold(one.series.name) === name);
  const parts = partsOf(all);
  const part = parts.get(post);
  if (part === undefined || all.length < 2) return undefined;
  const [next] = [...parts].filter(([, later]) => later > part).toSorted(([, one], [, other]) => one - other);
  const of = Math.max(all.length, ...parts.values());
  return { name: series.name, part, of, ...(next ? { next: next[0] } : {}) };
}
