import type { SearchIndex } from './build.ts';
import { termsSpeltLike } from './lexicon.ts';
import { holdersOf } from './postings.ts';
import type { Query, QueryTerm } from './query.ts';
import { isLatinTerm } from './terms.ts';

/** A passage that holds some of a query's terms. */
export interface Candidate {
  readonly id: number;
  /** MiniSearch's, without its factor for the number of terms matched. */
  readonly score: number;
  readonly terms: ReadonlySet<string>;
}

/** Whether a passage may be found at all, by its id. */
export type Allowed = (id: number) => boolean;

/** A match in a title, label or heading says more than one in a body. */
const boost = { heading: 3, tags: 2 };

/** Long English text is ranked best without MiniSearch's constant and with length counted nearly in full. */
const bm25 = { k: 1.2, b: 0.9, d: 0 };

/** Of all that hold a term, the best so many are of interest. */
const mostLooked = 400;

interface Scope {
  readonly allowed?: Allowed | undefined;
  /** Only these passages are scored. */
  readonly among?: readonly number[];
}

const ask = (
  index: SearchIndex,
  terms: readonly QueryTerm[],
  { allowed, among }: Scope,
): readonly Candidate[] => {
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
  const text = terms.map(({ term }) => term).join(' ');
  const options = {
    boost,
    bm25,
    boostTerm: (term: string) => weights.get(term) ?? 1,
    ...(allowed && { boostDocument: (id: number) => (allowed(id) ? 1 : 0) }),
  };
  const results = among ? index.engine.searchAmong(among, text, options) : index.engine.search(text, options);
  // MiniSearch has multiplied each score by the number of terms matched, which favours filler words.
  return results
    .map(({ id, score, queryTerms }) => ({
      id: Number(id),
      score: score / Math.max(1, queryTerms.length),
      queryTerms,
    }))
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, mostLooked)
    .map(({ id, score, queryTerms }) => ({ id, score, terms: new Set(queryTerms) }));
};

/** From so many passages on, terms in more than this share of them are only weighed where others stand. */
const manyPassages = 1000;
const commonShare = 0.1;
const mostWeighed = 200;

/** Where the rarer terms stand in so many passages, the others are only weighed there. */
const mostScored = 8_000;

/** The terms that decide which passages are weighed: as many of the rarest as cost little. */
const deciding = (index: SearchIndex, present: readonly QueryTerm[]): ReadonlySet<QueryTerm> => {
  const all = index.passages.length;
  if (all < manyPassages) return new Set(present);
  const rarest = present.toSorted((a, b) => a.spread - b.spread);
  let scored = 0;
  const chosen = rarest.filter(({ spread }) => {
    const takes = spread <= all * commonShare && scored < mostScored;
    if (takes) scored += spread;
    return takes;
  });
  return new Set(chosen.length > 0 ? chosen : present);
};

const merged = (rare: readonly Candidate[], common: readonly Candidate[]): readonly Candidate[] => {
  const more = new Map(common.map(candidate => [candidate.id, candidate]));
  return rare
    .map(candidate => {
      const other = more.get(candidate.id);
      if (!other) return candidate;
      const terms = new Set([...candidate.terms, ...other.terms]);
      return { id: candidate.id, score: candidate.score + other.score, terms };
    })
    .sort((a, b) => b.score - a.score || a.id - b.id);
};

/** All passages that hold a term of the query (the best of them, where there are very many), best first. */
export const firstLook = (index: SearchIndex, query: Query, allowed?: Allowed): readonly Candidate[] => {
  const present = query.terms.filter(({ spread }) => spread > 0);
  const first = deciding(index, present);
  const best = ask(
    index,
    present.filter(term => first.has(term)),
    { allowed },
  );
  if (first.size === present.length) return best;
  const weighed = best.slice(0, mostWeighed);
  const others = present.filter(term => !first.has(term));
  return merged(weighed, ask(index, others, { among: weighed.map(({ id }) => id) }));
};

/** Words shorter than this are too like each other to guess at. */
const shortestMisspelt = 4;
const shortestTwiceMisspelt = 8;

/** Of all passages with a word that may have been meant so many are near enough. */
const mostNear = 100;

/** A term of the index that may have been meant by one that it has not, and the best passages that hold it. */
export interface Spelling {
  readonly instead: QueryTerm;
  readonly term: string;
  readonly ids: ReadonlySet<number>;
}

const spellingsOf = (index: SearchIndex, instead: QueryTerm, allowed?: Allowed): readonly Spelling[] => {
  const { length } = instead.term;
  if (length < shortestMisspelt) return [];
  const letters = length < shortestTwiceMisspelt ? 1 : 2;
  const spellings: Spelling[] = [];
  let near = 0;
  for (const term of termsSpeltLike(index.lexicon, instead.term, letters)) {
    const number = index.lexicon.numbers.get(term);
    if (number === undefined || near >= mostNear) continue;
    const holders = holdersOf(index.postings, number).flatMap(ids => [...ids]);
    const ids = new Set(holders.filter(id => !allowed || allowed(id)).slice(0, mostNear - near));
    near += ids.size;
    if (ids.size > 0) spellings.push({ instead, term, ids });
  }
  return spellings;
};

/** What misspelt or half-typed words of a query may have meant. */
export const closeSpellings = (index: SearchIndex, query: Query, allowed?: Allowed): readonly Spelling[] =>
  query.terms
    .filter(({ term, spread, joint }) => spread === 0 && !joint && isLatinTerm(term))
    .flatMap(instead => spellingsOf(index, instead, allowed));
