import type { Post } from '../blog/model.ts';
import { type PostEntries, renumbered } from './entries.ts';
import { type Lexicon, makeLexicon } from './lexicon.ts';
import type { Postings } from './postings.ts';

/** A lexicon of fewer terms costs nothing worth saving. */
const fewest = 4_096;

/** What other posts are read into: the lexicon, and the posts whose entries are by its numbers. */
interface Earlier {
  readonly lexicon: Lexicon;
  readonly entries: ReadonlyMap<Post, PostEntries>;
}

interface Index extends Earlier {
  readonly postings: Postings;
}

/** The number of each term that still stands somewhere in a lexicon of those alone; -1 for all others. */
const liveNumbers = ({ lexicon, postings }: Index): Int32Array => {
  const numbers = new Int32Array(lexicon.terms.length).fill(-1);
  let live = 0;
  for (const [term, spread] of postings.spread.entries()) {
    if (spread === 0) continue;
    numbers[term] = live;
    live += 1;
  }
  return numbers;
};

const lexiconOf = ({ terms, words }: Lexicon, numbers: Int32Array): Lexicon => {
  const isLive = (term: number): boolean => (numbers[term] ?? -1) >= 0;
  return makeLexicon(
    terms.filter((_, term) => isLive(term)),
    words.entries().flatMap(([word, term]) => (isLive(term) ? [[word, numbers[term] ?? 0] as const] : [])),
  );
};

/**
 * An index's lexicon and entries, as they are while most of its terms still stand in a post; else without those that
 * do not, so that a blog that is changed for years takes no more memory than one that was just read. The index itself
 * goes on answering.
 */
export function* withoutStale(index: Index): Generator<void, Earlier> {
  const { lexicon, postings, entries } = index;
  const live = postings.spread.reduce((count, spread) => count + Math.min(1, spread), 0);
  if (lexicon.terms.length < fewest || live * 2 > lexicon.terms.length) return index;
  const numbers = liveNumbers(index);
  const renewed = new Map<Post, PostEntries>();
  for (const [post, known] of entries) {
    renewed.set(post, { ...known, entries: renumbered(known.entries, numbers) });
    yield;
  }
  return { lexicon: lexiconOf(lexicon, numbers), entries: renewed };
}
