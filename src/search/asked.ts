import { folded } from './normalise.ts';
import { isUnspaced } from './scripts.ts';

/** What may be searched alone: insights, sections, or posts by their titles. */
export type Sort = 'insight' | 'section' | 'head';

/** What a filter asks of a passage. */
export type Test =
  | { readonly by: 'words'; readonly text: string }
  | { readonly by: 'tag'; readonly name: string }
  | { readonly by: 'sort'; readonly sort: Sort }
  /** Of days from `from` up to but not including `to`, written as 20250612. */
  | { readonly by: 'date'; readonly from: number; readonly to: number };

/** A part of a query that is no word to look for but says where. */
export interface Filter {
  /** As it was typed, with plain signs. */
  readonly typed: string;
  /** What passes the test is left out. */
  readonly not: boolean;
  readonly test: Test;
}

/** A query, taken apart. */
export interface Asked {
  /** What is looked for: all but the filters, phrases without their quotation marks. */
  readonly text: string;
  readonly filters: readonly Filter[];
}

const table = <T>(rows: readonly (readonly [T, string])[]): ReadonlyMap<string, T> =>
  new Map(rows.flatMap(([value, names]) => names.split(' ').map(name => [folded(name), value])));

const sorts = table<Sort>([
  ['insight', 'insight insights point points takeaway takeaways 洞见 要点 重点 观点 结论'],
  ['section', 'section sections text body 小节 章节 正文'],
  ['head', 'title titles post posts 标题 文章'],
]);

const keys = table<'tag' | 'in' | 'before' | 'after'>([
  ['tag', 'tag tags 标签 標籤 分类 分類'],
  ['in', 'in 在 范围 範圍'],
  ['before', 'before until 早于 早於 之前 以前'],
  ['after', 'after since 晚于 晚於 之后 之後 以后 以後'],
]);

const [firstDay, lastDay] = [0, Number.POSITIVE_INFINITY];

/** 2025, 2025-06, 2025/6/12, 2025年6月: its first day and the day after its last, as numbers in order. */
const periodOf = (text: string): readonly [number, number] | undefined => {
  const parts = /^(\d{4})(?:[-/.年](\d{1,2}))?(?:[-/.月](\d{1,2}))?[年月日]?$/
    .exec(text)
    ?.slice(1)
    .map(Number);
  if (!parts) return undefined;
  const [year = 0, month = Number.NaN, day = Number.NaN] = parts;
  if (Number.isNaN(month)) return [year * 10_000, (year + 1) * 10_000];
  const start = year * 10_000 + month * 100;
  const isDay = month >= 1 && month <= 12 && (Number.isNaN(day) || (day >= 1 && day <= 31));
  if (!isDay) return undefined;
  return Number.isNaN(day) ? [start, start + 100] : [start + day, start + day + 1];
};

const testOf = (key: string, value: string): Test | undefined => {
  const period = periodOf(value);
  switch (keys.get(folded(key))) {
    case 'tag':
      return { by: 'tag', name: value };
    case 'in': {
      const sort = sorts.get(folded(value));
      return sort && { by: 'sort', sort };
    }
    case 'before':
      return period && { by: 'date', from: firstDay, to: period[0] };
    case 'after':
      return period && { by: 'date', from: period[0], to: lastDay };
    default:
      return undefined;
  }
};

/** Words that may be left out with a minus: `-g` and `-1` are more likely meant as they are. */
const isExcludable = (text: string): boolean =>
  /^[\p{L}\p{N}]/u.test(text) && /\p{L}/u.test(text) && (text.length > 1 || isUnspaced(text));

/** Signs as a keyboard of English has them, each in the place of the one that was typed. */
const withPlainSigns = (text: string): string =>
  text
    .replace(/[！-～]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[“”„‟«»「」『』]/g, '"')
    .replace(/\u2212/g, '-');

// Every part takes what it can at once, so there is nothing to go back to.
const part = /(-?)(?:(\p{L}{1,8}): ?)?(?:"([^"]+)"(?=\s|$)|(\S+))/gu;

const filterOf = ([typed = '', minus = '', key, quoted, bare = '']: readonly (string | undefined)[]):
  | Filter
  | undefined => {
  const not = minus !== '';
  const value = quoted ?? bare;
  if (key !== undefined) {
    const test = testOf(key, value);
    return test && { typed, not, test };
  }
  const says = quoted !== undefined ? /[\p{L}\p{N}]/u.test(quoted) : not && isExcludable(bare);
  return says ? { typed, not, test: { by: 'words', text: value } } : undefined;
};

/** Longest query that is taken apart, in UTF-16 units. */
const longestAsked = 400;

/** More words than this beside what is quoted are a sentence. */
const mostBesidePhrases = 6;

/** In a question or another sentence quotation marks are what they are in any text. */
const isSentence = (plain: string): boolean =>
  /\?"?\s*$/.test(plain) ||
  plain
    .replace(/"[^"]*"/g, ' ')
    .trim()
    .split(/\s+/).length > mostBesidePhrases;

/**
 * Takes a query apart: "a phrase" to be found as it stands, -without, tag:AI, in:insights, before:2025,
 * after:2024-06, also in Chinese (标签:AI) and with full-width signs. What is no filter is text; so are words to
 * be left out where nothing else is asked.
 */
export const readAsked = (typed: string): Asked => {
  if (typed.length > longestAsked) return { text: typed, filters: [] };
  const plain = withPlainSigns(typed);
  const asksPhrases = !isSentence(plain);
  const filters: Filter[] = [];
  const words: string[] = [];
  for (const match of plain.matchAll(part)) {
    const filter = filterOf(match);
    const isPhrase = filter?.test.by === 'words' && !filter.not;
    if (filter && (asksPhrases || !isPhrase)) filters.push(filter);
    if (!filter) words.push(match[0]);
    else if (isPhrase && filter.test.by === 'words') words.push(filter.test.text);
  }
  const onlyWithout = words.length === 0 && filters.every(({ not }) => not);
  return filters.length === 0 || onlyWithout
    ? { text: typed, filters: [] }
    : { text: words.join(' '), filters };
};
