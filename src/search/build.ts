import type { Blog, Post } from '../blog/model.ts';
import { Engine } from './engine.ts';
import { entriesOf, type PostEntries } from './entries.ts';
import { type Grams, makeGrams } from './grams.ts';
import { type Lexicon, makeLexicon } from './lexicon.ts';
import type { Indexed } from './passages.ts';
import { makePostings, type Postings } from './postings.ts';

/** An index over all passages of one Blog. Never changed once it is made, but that its lexicon may grow. */
export interface SearchIndex {
  readonly blog: Blog;
  /** By number: newest post first, within it head, insights, sections. */
  readonly passages: readonly Indexed[];
  readonly entries: ReadonlyMap<Post, PostEntries>;
  readonly lexicon: Lexicon;
  readonly postings: Postings;
  readonly grams: Grams;
  readonly engine: Engine;
}

/** In how many passages of an index a term stands. */
export const spreadOf = ({ lexicon, postings }: SearchIndex, term: string): number => {
  const number = lexicon.numbers.get(term);
  return number === undefined ? 0 : (postings.spread[number] ?? 0);
};

/** Puts posts that were read into one index. */
export const assemble = (
  blog: Blog,
  lexicon: Lexicon,
  entries: ReadonlyMap<Post, PostEntries>,
): SearchIndex => {
  const posts = blog.posts.flatMap(post => entries.get(post) ?? []);
  const passages = posts.flatMap(post => post.passages);
  const postings = makePostings(posts, lexicon.terms.length);
  const engine = new Engine(
    postings,
    lexicon,
    posts.flatMap(({ lengths }) => lengths),
  );
  return { blog, passages, entries, lexicon, postings, grams: makeGrams(passages), engine };
};

/**
 * The index of a blog in small steps, one a post, so that its maker may do other things in between. Posts that
 * `before` holds, the very objects, are not read again; `before` goes on answering as it did.
 */
function* indexSteps(blog: Blog, before?: SearchIndex): Generator<void, SearchIndex> {
  const lexicon = before?.lexicon ?? makeLexicon();
  const entries = new Map<Post, PostEntries>();
  for (const post of blog.posts) {
    const known = before?.entries.get(post);
    entries.set(post, known ?? entriesOf(lexicon, post));
    if (!known) yield;
  }
  return assemble(blog, lexicon, entries);
}

const finished = (steps: Generator<void, SearchIndex>): SearchIndex => {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
};

/** Builds the index of a blog; takes linear time. */
export const makeIndex = (blog: Blog): SearchIndex => finished(indexSteps(blog));

/** The index of a changed blog: only posts that `before` does not hold, the very objects, are read. */
export const updateIndex = (before: SearchIndex, blog: Blog): SearchIndex =>
  finished(indexSteps(blog, before));

/** The same in slices: `pause` is awaited whenever this many milliseconds have been spent at once. */
export const indexInSlices = async (
  blog: Blog,
  pause: () => Promise<void>,
  { before, slice = 10 }: { readonly before?: SearchIndex | undefined; readonly slice?: number } = {},
): Promise<SearchIndex> => {
  const steps = indexSteps(blog, before);
  let begun = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - begun < slice) continue;
    await pause();
    begun = performance.now();
  }
};
