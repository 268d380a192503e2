import { type SearchIndex, spreadOf } from './build.ts';
import { joinedForm } from './joints.ts';
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
  /** How much each character of `bare` counts: the terms' weights, spread over their letters; together 1. */
  readonly weights: readonly number[];
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
    const spread = spreadOf(index, term);
    if (found.has(term) || (joint && spread === 0)) continue;
    const written = text.slice(token.start, token.end);
    const word = joint ? joinedForm(written) : written;
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
  const pairs = new Set<string>();
  let [start, end, word] = [-1, -1, ''];
  for (const { 0: next, index } of text.matchAll(unit)) {
    const apart = isUnspaced(word) || isUnspaced(next) ? 0 : 1;
    if (start >= 0 && index - end <= apart) pairs.add(text.slice(start, index + next.length));
    [start, end, word] = [index, index + next.length, next];
  }
  return [...pairs];
};

const weightsIn = (text: string, terms: readonly QueryTerm[]): readonly number[] => {
  const weightOf = new Map(terms.map(({ term, weight, rarity }) => [term, weight * rarity]));
  const weights = Array.from({ length: text.length }, () => 0);
  let all = 0;
  for (const { term, start, end, joint } of tokens(text)) {
    if (joint) continue;
    const weight = weightOf.get(term) ?? 0;
    all += weight;
    weights.fill(weight / (end - start), start, end);
  }
  return all > 0 ? weights.map(weight => weight / all) : weights;
};

/** The terms that say something by themselves; all, where none does. */
export const tellingTerms = ({ terms }: Query): readonly QueryTerm[] => {
  const telling = terms.filter(({ weight }) => weight === 1);
  return telling.length > 0 ? telling : terms;
};

/** Whether a term is one Chinese character: found in many words that have nothing to do with it. */
export const isSingle = ({ spaced, probe }: QueryTerm): boolean => !spaced && Array.from(probe).length === 1;

/** Reads what someone typed. A text without letters and digits has no terms. */
export const readQuery = (index: SearchIndex, typed: string): Query => {
  const text = folded(typed.slice(0, longestQuery)).replaceAll('\n', ' ');
  const bare = text
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
    .slice(0, longestRun);
  const terms = termsIn(index, text);
  return { text, bare, weights: weightsIn(bare, terms), terms, pairs: pairsIn(bare) };
};
