import type { SearchIndex } from './build.ts';
import { literalMatches } from './literal.ts';
import { type Allowed, closeSpellings, type Spelling } from './look.ts';
import { type Match, type Matcher, matchesIn } from './marks.ts';
import type { Range } from './places.ts';
import { probeOf, type Query, type QueryTerm } from './query.ts';
import type { Ranked } from './rank.ts';
import { isUnspaced } from './scripts.ts';
import { isStopTerm } from './stopwords.ts';
import { termOf } from './terms.ts';

/** What comes near a query that nothing answers. */
interface Nearest {
  readonly ranked: readonly Ranked[];
  readonly matcher: Matcher;
}

/** What a word counts that may have been meant, beside one that was typed. */
const guessedShare = 0.6;

/** Less than this share of the query's characters, and fewer of them, together are chance. */
const leastTogether = 0.25;
const fewestTogether = 2;

/** Of a longer query the first so many characters, and pairs of them, are looked for. */
const mostCharacters = 24;
const mostPairs = 12;

/** What closeness counts beside the score of those that hold some of the query's words. */
const closenessWeight = 2;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** The query's Chinese characters, without those that only hold sentences together. */
const charactersOf = ({ text }: Query): ReadonlySet<string> => {
  const telling = Array.from(text).filter(one => isUnspaced(one) && !isStopTerm(termOf(one)));
  return new Set(telling.slice(0, mostCharacters));
};

interface Together {
  readonly range: Range;
  /** How many different ones stand in it. */
  readonly count: number;
}

/** The shortest range of a text that holds most of some characters and is no longer than they are together. */
const mostTogether = (text: string, characters: ReadonlySet<string>): Together | undefined => {
  const longest = Math.max(4, characters.size);
  let recent: readonly number[] = [];
  let best: Together | undefined;
  for (let at = 0; at < text.length; at += 1) {
    if (!characters.has(text.charAt(at))) continue;
    recent = [...recent.filter(place => place > at - longest), at];
    const start = recent[0] ?? at;
    const count = new Set(recent.map(place => text.charAt(place))).size;
    const shorter = best && count === best.count && at + 1 - start < best.range[1] - best.range[0];
    if (!best || count > best.count || shorter) best = { range: [start, at + 1], count };
  }
  return best && best.count >= fewestTogether ? best : undefined;
};

/** Passages that hold two neighbouring characters of the query, where none holds a word of it. */
const pairHolders = (index: SearchIndex, { pairs }: Query, allowed?: Allowed): readonly number[] =>
  pairs
    .filter(pair => Array.from(pair).every(isUnspaced))
    .slice(0, mostPairs)
    .flatMap(pair => literalMatches(index, pair, allowed));

/** The share of the query's words, by weight, that a passage holds as typed or as they may have been meant. */
const wordShare = (query: Query, held: ReadonlySet<string>, guessed: ReadonlySet<string>): number => {
  const terms = query.terms.filter(({ joint }) => !joint);
  const shareOf = ({ term }: QueryTerm): number => {
    if (held.has(term)) return 1;
    return guessed.has(term) ? guessedShare : 0;
  };
  const all = sum(terms.map(({ weight, rarity }) => weight * rarity));
  return all > 0 ? sum(terms.map(term => shareOf(term) * term.weight * term.rarity)) / all : 0;
};

const meant = ({ instead, term }: Spelling): QueryTerm => ({
  ...instead,
  term,
  probe: probeOf(term, term),
  rarity: instead.rarity * guessedShare,
});

const matcherFor = (
  query: Query,
  spellings: readonly Spelling[],
  characters: ReadonlySet<string>,
): Matcher => {
  const wider = { ...query, terms: [...query.terms, ...spellings.map(meant)] };
  return text => {
    const together = mostTogether(text, characters);
    const match: readonly Match[] = together
      ? [{ range: together.range, of: query.text, weight: together.count }]
      : [];
    return [...matchesIn(text, wider), ...match].sort((a, b) => a.range[0] - b.range[0]);
  };
};

/**
 * The nearest things to a query that nothing answers: passages that hold some of its words, words spelt almost
 * like them, or most of its Chinese characters together. None where all of that is chance.
 */
export const nearestTo = (
  index: SearchIndex,
  query: Query,
  partial: readonly Ranked[],
  allowed?: Allowed,
): Nearest => {
  const spellings = closeSpellings(index, query, allowed);
  const characters = charactersOf(query);
  const byId = new Map(partial.map(one => [one.id, one]));
  const others = partial.length > 0 ? [] : pairHolders(index, query, allowed);
  const ids = new Set([...byId.keys(), ...spellings.flatMap(spelling => [...spelling.ids]), ...others]);
  const ranked = [...ids].flatMap(id => {
    const known = byId.get(id);
    const terms = known?.terms ?? new Set<string>();
    const guessed = new Set(
      spellings.filter(spelling => spelling.ids.has(id)).map(({ instead }) => instead.term),
    );
    const passage = index.passages[id];
    const together = [passage?.body.text ?? '', passage?.heading.text ?? ''].map(
      text => (mostTogether(text, characters)?.count ?? 0) / Math.max(1, characters.size),
    );
    const coverage = Math.max(wordShare(query, terms, guessed), ...together);
    const near = known?.holds === 'words' || guessed.size > 0 || coverage >= leastTogether;
    const score = closenessWeight * coverage + (known?.score ?? 0);
    return near ? [{ id, terms, coverage, score, literal: false, holds: 'words' as const }] : [];
  });
  return {
    ranked: ranked.sort((a, b) => b.score - a.score || a.id - b.id),
    matcher: matcherFor(query, spellings, characters),
  };
};
