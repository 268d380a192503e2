import type { SearchIndex } from './build.ts';
import { folded } from './normalise.ts';
import { isUnspaced, spaced, unspaced } from './scripts.ts';
import { stopWeight } from './stopwords.ts';
import { isLatinTerm } from './terms.ts';
import { tokens } from './tokens.ts';

/** A distinct term of a query. */
export interface QueryTerm {
  readonly term: string;
  /** What all its forms begin with, where they stand in a folded text: `stud` of study and studies. */
  readonly probe: string;
  /** Of letters or digits with spaces between words; else of Chinese, Japanese, Thai, … */
  readonly spaced: boolean;
  /** A joined form (`gpt4` of `gpt-4`): counts where it stands, is not missed where it does not. */
  readonly joint: boolean;
  /** How much it counts beside others, 0 to 1. */
  readonly weight: number;
  /** In how many passages it stands. */
  readonly spread: number;
  /** Inverse document frequency. */
  readonly rarity: number;
}

/** What was asked, read once. */
export interface Query {
  /** Folded, on one line. */
  readonly text: string;
  /** Without punctuation, and no longer than a run of it is worth looking for. */
  readonly bare: string;
  readonly terms: readonly QueryTerm[];
  /** Neighbours in it, as they would stand together in a text: two Chinese characters, two words. */
  readonly pairs: readonly string[];
}

/** Longest query that is read, in UTF-16 units; Discord's longest message has 4,000. */
const longestQuery = 4000;

/** Of a longer text the weightiest terms are searched. */
const mostTerms = 32;

/** Longest run of a query that is looked for as a whole, in UTF-16 units. */
const longestRun = 64;

const inverseFrequency = (all: number, holding: number): number =>
  Math.log(1 + (all - holding + 0.5) / (holding + 0.5));

/** What the forms of an English word begin with, given one of them and its stem. */
export const probeOf = (word: string, term: string): string => {
  let shared = 0;
  while (shared < word.length && word[shared] === term[shared]) shared += 1;
  const stem = word.slice(0, shared);
  return stem.length > 3 && /[iy]$/.test(stem) ? stem.slice(0, -1) : stem;
};

const termsIn = (index: SearchIndex, text: string): readonly QueryTerm[] => {
  const found = new Map<string, QueryTerm>();
  for (const token of tokens(text)) {
    const { term, joint } = token;
    const spread = index.spread.get(term) ?? 0;
    if (found.has(term) || (joint && spread === 0)) continue;
    const written = text.slice(token.start, token.end);
    const word = joint ? written.replaceAll('-', '') : written;
    const probe = isLatinTerm(term) ? probeOf(word, term) : word;
    const rarity = inverseFrequency(index.passages.length, spread);
    found.set(term, { term, probe, spaced: token.spaced, joint, weight: stopWeight(term), spread, rarity });
  }
  const terms = [...found.values()];
  if (terms.length <= mostTerms) return terms;
  return terms.sort((a, b) => b.weight * b.rarity - a.weight * a.rarity).slice(0, mostTerms);
};

const unit = new RegExp(`[${unspaced}]|${spaced}+`, 'gv');
const pairsIn = (text: string): readonly string[] => {
  const units = text.match(unit) ?? [];
  const pairs = units.slice(1).map((next, at) => {
    const before = units[at] ?? '';
    return isUnspaced(before) || isUnspaced(next) ? before + next : `${before} ${next}`;
  });
  return [...new Set(pairs)];
};

/** Reads what someone typed. A text without letters and digits has no terms. */
export const readQuery = (index: SearchIndex, typed: string): Query => {
  const text = folded(typed.slice(0, longestQuery)).replaceAll('\n', ' ');
  const bare = text
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
    .slice(0, longestRun);
  return { text, bare, terms: termsIn(index, text), pairs: pairsIn(bare) };
};
