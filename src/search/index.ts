import type { SearchIndex } from './build.ts';
import { grouped, type Placed } from './group.ts';
import { literalMatches } from './literal.ts';
import { type Allowed, type Candidate, firstLook } from './look.ts';
import { type Matcher, markedPart, matchesIn } from './marks.ts';
import type { Found, Hit } from './model.ts';
import { nearestTo } from './nearest.ts';
import { type Query, readQuery } from './query.ts';
import { type Ranked, rank } from './rank.ts';
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

const allowedBy = (index: SearchIndex, tag: string | undefined): Allowed | undefined => {
  if (tag === undefined) return undefined;
  const posts = new Set(index.blog.byTag.get(tag)?.posts);
  return id => {
    const passage = index.passages[id]?.passage;
    return passage !== undefined && posts.has(passage.post);
  };
};

/** The best of the first look, and every passage in which the query stands as it is. */
const candidatesFor = (first: readonly Candidate[], literal: ReadonlySet<number>): readonly Candidate[] => {
  const known = first.filter(({ id }, at) => at < mostLookedAt || literal.has(id));
  const ids = new Set(known.map(({ id }) => id));
  const others = [...literal].filter(id => !ids.has(id));
  return [...known, ...others.map(id => ({ id, score: 0, terms: new Set<string>() }))];
};

const ranking = (index: SearchIndex, query: Query, allowed: Allowed | undefined): readonly Ranked[] => {
  const literal = new Set(literalMatches(index, query.text, allowed));
  const candidates = candidatesFor(firstLook(index, query, allowed), literal);
  const telling = new Set(query.terms.filter(({ weight }) => weight === 1).map(({ term }) => term));
  return rank(index, query, candidates)
    .map(one => (literal.has(one.id) ? { ...one, coverage: 1 } : one))
    .filter(one => telling.size === 0 || literal.has(one.id) || !one.terms.isDisjointFrom(telling));
};

const hitOf = ({ passage, ranked }: Placed, matches: Matcher): Hit => ({
  passage: passage.passage,
  score: ranked.score,
  heading: markedPart(passage.heading, matches(passage.heading.text)),
  snippet: snippetOf(passage.body, matches(passage.body.text)),
});

/** What can be looked for at all: letters, digits, and symbols such as emoji. */
const searchable = /[\p{L}\p{N}\p{So}]/u;

/**
 * Finds what a text asks for: words in any of their forms, and any run of characters of a short query as it
 * stands. Never throws, whatever is typed; a text of punctuation alone finds nothing.
 */
export const search = (
  index: SearchIndex,
  typed: string,
  { tag, limit = mostHits }: SearchOptions = {},
): Found => {
  const query = readQuery(index, typed);
  if (!searchable.test(query.text)) return { hits: [], nearest: true };
  const allowed = allowedBy(index, tag);
  const matching = ranking(index, query, allowed);
  const nearest = !matching.some(({ coverage }) => coverage >= leastCoverage);
  const { ranked, matcher } = nearest
    ? nearestTo(index, query, matching, allowed)
    : { ranked: matching, matcher: (text: string) => matchesIn(text, query) };
  const hits = grouped(index, ranked, matcher).slice(0, limit);
  return { hits: hits.map(one => hitOf(one, matcher)), nearest };
};
