import type { SearchIndex } from './build.ts';
import { grouped, type Placed } from './group.ts';
import { literalMatches } from './literal.ts';
import { type Allowed, firstLook } from './look.ts';
import { type Matcher, markedPart, matchesIn, remembering } from './marks.ts';
import type { Found, Hit, Marked } from './model.ts';
import { nearestTo } from './nearest.ts';
import { type Query, readQuery } from './query.ts';
import { type Contender, rank } from './rank.ts';
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
  const all = rank(index, query, contendersFor(index, query, allowed));
  const matching = all.filter(({ holds }) => holds !== 'strays');
  const nearest = !matching.some(({ coverage }) => coverage >= leastCoverage);
  const { ranked, matcher } = nearest
    ? nearestTo(index, query, all, allowed)
    : { ranked: matching, matcher: (text: string) => matchesIn(text, query) };
  const matches = remembering(matcher);
  const hits = grouped(index, ranked, matches).slice(0, limit);
  return { hits: hits.map(one => hitOf(one, matches)), nearest };
};
