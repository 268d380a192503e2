import type { SearchIndex } from './build.ts';
import { keepHolders } from './grams.ts';
import { termsHolding } from './lexicon.ts';
import type { Allowed } from './look.ts';
import { holdersOf } from './postings.ts';
import { spaced, unspaced } from './scripts.ts';

/** Longest query that is looked for letter by letter, in UTF-16 units once folded. */
const longestScanned = 16;

/** Most passages found this way. */
const mostFound = 200;

/** A single letter stands in nearly everything: nothing is gained by asking where. */
const letters = new RegExp(`${spaced}{2,}`, 'gv');
const single = new RegExp(`^[${unspaced}]$`, 'u');

/** Clears the bits of passages without a word that holds a run of letters. */
const keepWordHolders = (index: SearchIndex, run: string, kept: Uint32Array): void => {
  const terms = termsHolding(index.lexicon, run);
  if (!terms) return;
  const held = new Uint32Array(kept.length);
  for (const term of terms) {
    for (const holders of holdersOf(index.postings, term)) {
      for (const id of holders) held[id >>> 5] = (held[id >>> 5] ?? 0) | (1 << (id & 31));
    }
  }
  for (const [at, bits] of held.entries()) kept[at] = (kept[at] ?? 0) & bits;
};

/** A bit for each passage that may hold a text as it stands; few of the others have one. */
const likelyHolders = (index: SearchIndex, text: string): Uint32Array => {
  const kept = new Uint32Array(index.grams.width).fill(0xffffffff);
  keepHolders(index.grams, text, kept);
  if (single.test(text)) keepWordHolders(index, text, kept);
  for (const [run] of text.matchAll(letters)) keepWordHolders(index, run, kept);
  return kept;
};

interface RunOptions {
  readonly allowed?: Allowed | undefined;
  /** Most passages wanted. */
  readonly most?: number;
  /** Whether one of the places at which the run stands in a text will do; any does unless told. */
  readonly accepts?: (text: string) => boolean;
}

/** The newest passages in which a run of characters stands as it is, across word borders too. */
export const holdersOfRun = (
  index: SearchIndex,
  run: string,
  { allowed, most = Number.POSITIVE_INFINITY, accepts = text => text.includes(run) }: RunOptions = {},
): readonly number[] => {
  const found: number[] = [];
  if (run === '') return found;
  for (const [at, word] of likelyHolders(index, run).entries()) {
    for (let bits = word; bits !== 0; bits &= bits - 1) {
      const id = at * 32 + 31 - Math.clz32(bits & -bits);
      const passage = index.passages[id];
      if (!passage || (allowed && !allowed(id))) continue;
      const { heading, body, tags } = passage;
      if (!accepts(body.text) && !accepts(heading.text) && !accepts(tags)) continue;
      if (found.push(id) >= most) return found;
    }
  }
  return found;
};

/** The newest passages in which a short query stands as it is; none for a longer one. */
export const literalMatches = (index: SearchIndex, text: string, allowed?: Allowed): readonly number[] =>
  text.length > longestScanned ? [] : holdersOfRun(index, text, { allowed, most: mostFound });
