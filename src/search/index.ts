import { type Asked, readAsked } from './asked.ts';
import type { SearchIndex } from './build.ts';
import { type Filtered, filtered } from './filters.ts';
import { freshOf } from './fresh.ts';
import { othersOf } from './glosses.ts';
import { grouped, type Placed } from './group.ts';
import { holdersOfRun, literalMatches } from './literal.ts';
import { type Allowed, firstLook } from './look.ts';
import { type Matcher, markedPart, matchesIn, remembering } from './marks.ts';
import type { Found, Hit, Marked } from './model.ts';
import { nearestTo } from './nearest.ts';
import { type Folded, folded } from './normalise.ts';
import { type Query, readQuery } from './query.ts';
import { type Contender, type Ranked, rank } from './rank.ts';
import { snippetOf } from './snippet.ts';

interface SearchOptions {
  /** Folded name of a tag: only its posts are searched. */
  readonly tag?: string;
  /** Most hits: `mostHits` unless told. */
  readonly limit?: number;
}

/** More hits than anyone pages through. */
const mostHits = 50;

/** Of all passages that hold a term the best so many get a second look. */
const mostLookedAt = 50;

/** What holds less of a query than this, by weight, is near it rather than what was asked for. */
const leastCoverage = 0.35;

/** The best of the first look, and as many of those in which the query stands as it is. */
const contendersFor = (index: SearchIndex, query: Query, allowed?: Allowed): readonly Contender[] => {
  const literal = new Set(literalMatches(index, query.text, allowed));
  const looked = firstLook(index, query, allowed);
  const ids = new Set(looked.map(({ id }) => id));
  const best = looked.slice(0, mostLookedAt);
  // What holds a single word holds the query: there is nothing more to be found further down.
  const isWord = query.terms.filter(({ joint }) => !joint).length === 1;
  const further = isWord ? [] : looked.slice(mostLookedAt).filter(({ id }) => literal.has(id));
  const known = [...best, ...further.slice(0, mostLookedAt)];
  const others = [...literal]
    .filter(id => !ids.has(id))
    .slice(0, isWord ? mostLookedAt - best.length : mostLookedAt)
    .map(id => ({ id, score: 0, terms: new Set<string>() }));
  return [...known, ...others].map(one => ({ ...one, literal: literal.has(one.id) }));
};

/** A hit; what is shown of it is made when it is asked for, since a page shows few of all. */
const hitOf = ({ passage, ranked }: Placed, matches: Matcher): Hit => {
  let heading: Marked | undefined;
  let snippet: Marked | undefined;
  return {
    passage: passage.passage,
    score: ranked.score,
    get heading() {
      heading ??= markedPart(passage.heading, matches(passage.heading.text));
      return heading;
    },
    get snippet() {
      const found = matches(passage.body.text);
      snippet ??= snippetOf(passage.body, found, { fresh: freshOf(passage, found) });
      return snippet;
    },
  };
};

/** What can be looked for at all: letters, digits, and symbols such as emoji. */
const searchable = /[\p{L}\p{N}\p{So}]/u;

/** What was typed is text after all where it stands in a post as it is, signs included. */
const askedOf = (index: SearchIndex, typed: string): Asked => {
  const asked = readAsked(typed);
  const signs = asked.filters.some(({ not, test }) => not || test.by !== 'words');
  const stands = signs && holdersOfRun(index, folded(typed).replaceAll('\n', ' '), { most: 1 }).length > 0;
  return stands ? { text: typed, filters: [] } : asked;
};

const unmarked = ({ original }: Folded): Marked => ({ text: original, marks: [] });

/** What filters alone leave, the newest first: posts, or what they ask for. */
const newest = (index: SearchIndex, { allowed, sorts }: Filtered, limit: number): readonly Hit[] => {
  const hits: Hit[] = [];
  for (const [id, { passage, heading, body }] of index.passages.entries()) {
    if (hits.length >= limit) break;
    if (!sorts && passage.kind !== 'head') continue;
    if (allowed && !allowed(id)) continue;
    hits.push({ passage, score: 1 / (1 + id), heading: unmarked(heading), snippet: snippetOf(body, []) });
  }
  return hits;
};

/** Titles that were asked for alone are found by what stands in them, not by their posts' excerpts. */
const ofSorts = (
  index: SearchIndex,
  ranked: readonly Ranked[],
  { sorts }: Filtered,
  matches: Matcher,
): readonly Ranked[] =>
  sorts?.has('head')
    ? ranked.filter(({ id }) => {
        const passage = index.passages[id];
        return passage?.passage.kind !== 'head' || matches(passage.heading.text).length > 0;
      })
    : ranked;

interface Ranking {
  /** All that was looked at. */
  readonly all: readonly Ranked[];
  /** What of it holds telling parts of the query, best first. */
  readonly ranked: readonly Ranked[];
  readonly matcher: Matcher;
}

const ranking = (index: SearchIndex, query: Query, filter: Filtered): Ranking => {
  const matcher = (text: string) => matchesIn(text, query);
  const all = rank(index, query, contendersFor(index, query, filter.allowed));
  const telling = all.filter(({ holds }) => holds !== 'strays');
  return { all, ranked: ofSorts(index, telling, filter, matcher), matcher };
};

const answers = ({ coverage }: Ranked): boolean => coverage >= leastCoverage;

/** A longer query that something holds in full has found what it names. */
const mostRenamed = 4;

const isFoundInFull = ({ terms }: Query, { ranked }: Ranking): boolean =>
  terms.length > mostRenamed && ranked.some(({ coverage }) => coverage > 0.99);

/** What a hit by another name counts, beside one by the name that was typed. */
const otherShare = 0.5;

/** Hits by another name behind all that hold what was typed in full. */
const withOthers = (exact: readonly Ranked[], others: readonly Ranking[]): readonly Ranked[] => {
  const full = exact.filter(({ coverage }) => coverage > 0.99).map(({ score }) => score);
  const highest = Math.min(...full, Number.POSITIVE_INFINITY);
  const best = new Map(exact.map(one => [one.id, one]));
  for (const one of others.flatMap(({ ranked }) => ranked.filter(answers))) {
    const before = best.get(one.id);
    if (before && before.coverage >= one.coverage) continue;
    const score = Math.max(before?.score ?? 0, otherShare * Math.min(one.score, highest));
    best.set(one.id, { ...one, score, holds: 'other' });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.id - b.id);
};

const together =
  (rankings: readonly Ranking[]): Matcher =>
  text =>
    rankings
      .flatMap(({ matcher }) => matcher(text))
      .sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);

/**
 * Finds what a text asks for: words in any of their forms, and any run of characters of a short query as it
 * stands, within what its filters leave. Filters alone bring the newest. Never throws, whatever is typed; a text
 * of punctuation alone finds nothing.
 */
export const search = (
  index: SearchIndex,
  typed: string,
  { tag, limit = mostHits }: SearchOptions = {},
): Found => {
  const asked = askedOf(index, typed);
  const filter = filtered(index, asked, tag);
  const { unused } = filter;
  if (asked.text === '' && unused.length < asked.filters.length) {
    const hits = newest(index, filter, limit);
    return { hits, nearest: hits.length === 0, also: [], unused };
  }
  const query = readQuery(index, asked.text);
  if (!searchable.test(query.text)) return { hits: [], nearest: true, also: [], unused };
  const exact = ranking(index, query, filter);
  const named = isFoundInFull(query, exact) ? [] : othersOf(index, query.text);
  const others = named.map(({ name, text }) => ({
    name,
    ...ranking(index, readQuery(index, text), filter),
  }));
  const used = others.filter(({ ranked }) => ranked.some(answers));
  const ranked = [exact, ...used].some(one => one.ranked.some(answers))
    ? withOthers(exact.ranked, used)
    : undefined;
  const { ranked: shown, matcher } = ranked
    ? { ranked, matcher: together([exact, ...used]) }
    : nearestTo(index, query, exact.all, filter.withoutPhrases);
  const matches = remembering(matcher);
  const hits = grouped(index, shown, matches).slice(0, limit);
  if (hits.length === 0 && asked.filters.length > 0) {
    // Better what was asked for elsewhere than nothing.
    const anywhere = search(index, asked.text, { ...(tag !== undefined && { tag }), limit });
    return { ...anywhere, nearest: true, unused: asked.filters.map(filter => filter.typed) };
  }
  return {
    hits: hits.map(one => hitOf(one, matches)),
    nearest: ranked === undefined,
    also: used.map(({ name }) => name),
    unused,
  };
};
