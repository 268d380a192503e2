import type { Marked } from './model.ts';
import { type Folded, originalRange } from './normalise.ts';
import { isWhole, placesOf, placesOfRun, type Range } from './places.ts';
import { isSingle, type Query, type QueryTerm, tellingTerms } from './query.ts';
import { jointsOf } from './tokens.ts';

/** A place in a folded text that a query matched, and how much it says. */
export interface Match {
  readonly range: Range;
  /** What it is a place of: a term, or the whole query. */
  readonly of: string;
  readonly weight: number;
}

/** Finds what of a folded text a query matched, in order. */
export type Matcher = (text: string) => readonly Match[];

/** Places of one term in one text that are marked. */
const mostPlaces = 200;

/** What the whole query weighs where it stands as it is: more than its words in any other place. */
const wholeWeight = 1000;

const weightOf = ({ weight, rarity }: QueryTerm): number => weight * rarity;

const matchesOf = (text: string, term: QueryTerm): readonly Match[] =>
  placesOf(text, term, mostPlaces).map(range => ({ range, of: term.term, weight: weightOf(term) }));

/** Forms that are written apart where the query has them joined: `GPT-4` for `gpt4`. */
const apartMatches = (text: string, terms: readonly QueryTerm[]): readonly Match[] => {
  const byTerm = new Map(terms.flatMap(term => (term.spaced ? [[term.term, term]] : [])));
  if (byTerm.size === 0) return [];
  return jointsOf(text).flatMap(({ term, start, end }) => {
    const sought = byTerm.get(term);
    return sought ? [{ range: [start, end], of: term, weight: weightOf(sought) }] : [];
  });
};

/** Those that stand right beside another match. */
const besideOthers = (singles: readonly Match[], others: readonly Match[]): readonly Match[] => {
  const all = [...singles, ...others];
  const starts = new Set(all.map(({ range }) => range[0]));
  const ends = new Set(all.map(({ range }) => range[1]));
  return singles.filter(({ range: [start, end] }) => ends.has(start) || starts.has(end));
};

const isOneWord = ({ terms }: Query): boolean => terms.filter(({ joint }) => !joint).length === 1;

/**
 * Where a query matched in a folded text, in order: as a whole (a word inside longer ones only where it does not
 * stand by itself), and by its words in any of their forms. A single Chinese character is a match only beside
 * another, unless there is nothing else.
 */
export const matchesIn = (text: string, query: Query): readonly Match[] => {
  const asItIs = placesOfRun(text, query.text, mostPlaces);
  const whole = asItIs.filter(range => isWhole(text, range));
  const terms = tellingTerms(query);
  const longer = terms.filter(term => !isSingle(term));
  const words = [...longer.flatMap(term => matchesOf(text, term)), ...apartMatches(text, longer)];
  const inWords = whole.length > 0 || (words.length > 0 && isOneWord(query)) ? [] : asItIs;
  const strong = [
    ...[...whole, ...inWords].map(range => ({ range, of: query.text, weight: wholeWeight })),
    ...words,
  ];
  const singles = terms.filter(isSingle).flatMap(term => matchesOf(text, term));
  const kept = besideOthers(singles, strong);
  const matches = kept.length + strong.length > 0 ? [...strong, ...kept] : singles;
  return matches.toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
};

/** A matcher that looks at each text once. */
export const remembering = (matcher: Matcher): Matcher => {
  const known = new Map<string, readonly Match[]>();
  return text => {
    const before = known.get(text);
    if (before) return before;
    const matches = matcher(text);
    known.set(text, matches);
    return matches;
  };
};

/** What may stand between two marks that read as one. */
const between = /^[\s\-·]?$/;

/** Ranges in order, apart from each other, those with nothing but a space between them as one. */
const joinedRanges = (text: string, ranges: readonly Range[]): readonly Range[] => {
  const apart: Range[] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = apart.at(-1);
    if (last && (start <= last[1] || between.test(text.slice(last[1], start)))) {
      apart[apart.length - 1] = [last[0], Math.max(last[1], end)];
    } else if (end > start) apart.push([start, end]);
  }
  return apart;
};

/** The part `[start, end)` of an original text with its matches marked. */
export const markedPart = (
  text: Folded,
  matches: readonly Match[],
  [start, end]: Range = [0, text.original.length],
): Marked => {
  const ranges = matches.flatMap(({ range }): Range[] => {
    const [from, to] = originalRange(text, range[0], range[1]);
    return from < end && to > start ? [[Math.max(from, start) - start, Math.min(to, end) - start]] : [];
  });
  const part = text.original.slice(start, end).replaceAll(/[\n\r\u2028\u2029]/g, ' ');
  return { text: part, marks: joinedRanges(part, ranges) };
};
