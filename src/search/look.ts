import type { SearchIndex } from './build.ts';
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

const ask = (index: SearchIndex, terms: readonly QueryTerm[], allowed?: Allowed): readonly Candidate[] => {
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
  const results = index.engine.search(terms.map(({ term }) => term).join(' '), {
    boost,
    bm25,
    boostTerm: term => weights.get(term) ?? 1,
    ...(allowed && { boostDocument: (id: number) => (allowed(id) ? 1 : 0) }),
  });
  // MiniSearch has multiplied each score by the number of terms matched, which favours filler words.
  return results
    .map(({ id, score, queryTerms }) => ({
      id: Number(id),
      score: score / Math.max(1, queryTerms.length),
      terms: new Set(queryTerms),
    }))
    .sort((a, b) => b.score - a.score || a.id - b.id);
};

/** From so many passages on, terms in more than this share of them are only weighed where others stand. */
const manyPassages = 1000;
const commonShare = 0.1;
const mostWeighed = 200;

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
  const most =
    index.passages.length < manyPassages ? Number.POSITIVE_INFINITY : index.passages.length * commonShare;
  const present = query.terms.filter(({ spread }) => spread > 0);
  const rare = present.filter(({ spread }) => spread <= most);
  if (rare.length === 0 || rare.length === present.length) return ask(index, present, allowed);
  const best = ask(index, rare, allowed).slice(0, mostWeighed);
  const ids = new Set(best.map(({ id }) => id));
  const common = present.filter(({ spread }) => spread > most);
  return merged(
    best,
    ask(index, common, id => ids.has(id)),
  );
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
  const fuzzy = length < shortestTwiceMisspelt ? 1 : 2;
  const results = index.engine
    .search(instead.term, { fuzzy, prefix: true, bm25 })
    .filter(({ id }) => !allowed || allowed(Number(id)))
    .slice(0, mostNear);
  const terms = new Set(results.flatMap(result => result.terms));
  return Array.from(terms, term => ({
    instead,
    term,
    ids: new Set(results.filter(result => result.terms.includes(term)).map(({ id }) => Number(id))),
  }));
};

/** What misspelt or half-typed words of a query may have meant. */
export const closeSpellings = (index: SearchIndex, query: Query, allowed?: Allowed): readonly Spelling[] =>
  query.terms
    .filter(({ term, spread, joint }) => spread === 0 && !joint && isLatinTerm(term))
    .flatMap(instead => spellingsOf(index, instead, allowed));
