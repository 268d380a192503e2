import type { Marked } from './model.ts';
import { type Folded, originalRange } from './normalise.ts';
import { placesOf, placesOfRun, type Range } from './places.ts';
import type { Query, QueryTerm } from './query.ts';
import { tokens } from './tokens.ts';

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

/** The terms worth marking: not those that only hold sentences together, unless the query has no others. */
const telling = (terms: readonly QueryTerm[]): readonly QueryTerm[] => {
  const some = terms.filter(({ weight }) => weight === 1);
  return some.length > 0 ? some : terms;
};

const isSingle = ({ spaced, probe }: QueryTerm): boolean => !spaced && Array.from(probe).length === 1;

const matchesOf = (text: string, term: QueryTerm): readonly Match[] =>
  placesOf(text, term, mostPlaces).map(range => ({
    range,
    of: term.term,
    weight: term.weight * term.rarity,
  }));

/** Forms that are written apart where the query has them joined: `GPT-4` for `gpt4`. */
const apartMatches = (text: string, terms: readonly QueryTerm[]): readonly Match[] => {
  if (!text.includes('-') || !terms.some(({ spaced }) => spaced)) return [];
  const byTerm = new Map(terms.map(term => [term.term, term]));
  return tokens(text).flatMap(({ term, start, end, joint }) => {
    const sought = joint ? byTerm.get(term) : undefined;
    return sought ? [{ range: [start, end], of: term, weight: sought.weight * sought.rarity }] : [];
  });
};

const touches = ([start, end]: Range, others: readonly Match[]): boolean =>
  others.some(({ range }) => range[0] <= end && start <= range[1]);

/**
 * Where a query matched in a folded text, in order: as a whole, and by its words in any of their forms. A single
 * Chinese character among longer words is a match only beside another.
 */
export const matchesIn = (text: string, query: Query): readonly Match[] => {
  const whole = placesOfRun(text, query.text, mostPlaces).map(range => ({
    range,
    of: query.text,
    weight: wholeWeight,
  }));
  const terms = telling(query.terms);
  const longer = terms.filter(term => !isSingle(term));
  const strong = [...whole, ...longer.flatMap(term => matchesOf(text, term)), ...apartMatches(text, longer)];
  const single = terms.filter(isSingle).flatMap(term => matchesOf(text, term));
  const kept = longer.length === 0 ? single : single.filter(({ range }) => touches(range, strong));
  return [...strong, ...kept].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
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
