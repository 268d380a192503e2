import { type Asked, readAsked } from './asked.ts';
import type { SearchIndex } from './build.ts';
import { type Filtered, filtered } from './filters.ts';
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
  const best = looked.slice(0, mostLookedAt);
  const further = looked.slice(mostLookedAt).filter(({ id }) => literal.has(id));
  const known = [...best, ...further.slice(0, mostLookedAt)].map(candidate => ({
    ...candidate,
    literal: literal.has(candidate.id),
  }));
  const ids = new Set(looked.map(({ id }) => id));
  const others = [...literal].filter(id => !ids.has(id)).slice(0, mostLookedAt);
  return [...known, ...others.map(id => ({ id, score: 0, terms: new Set<string>(), literal: true }))];
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
      snippet ??= snippetOf(passage.body, matches(passage.body.text));
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
  const { allowed, unused } = filter;
  if (asked.text === '' && unused.length < asked.filters.length) {
    const hits = newest(index, filter, limit);
    return { hits, nearest: hits.length === 0, unused };
  }
  const query = readQuery(index, asked.text);
  if (!searchable.test(query.text)) return { hits: [], nearest: true, unused };
  const exact = (text: string) => matchesIn(text, query);
  const all = rank(index, query, contendersFor(index, query, allowed));
  const matching = ofSorts(
    index,
    all.filter(({ holds }) => holds !== 'strays'),
    filter,
    exact,
  );
  const nearest = !matching.some(({ coverage }) => coverage >= leastCoverage);
  const { ranked, matcher } = nearest
    ? nearestTo(index, query, all, filter.withoutPhrases)
    : { ranked: matching, matcher: exact };
  const matches = remembering(matcher);
  const hits = grouped(index, ranked, matches).slice(0, limit);
  return { hits: hits.map(one => hitOf(one, matches)), nearest, unused };
};
