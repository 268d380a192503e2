import type { Blog, Post } from '../blog/model.ts';
import { withoutStale } from './compact.ts';
import { Engine } from './engine.ts';
import { entriesInSteps, type PostEntries } from './entries.ts';
import { type Grams, gramsInSteps } from './grams.ts';
import { type Lexicon, makeLexicon } from './lexicon.ts';
import type { Indexed } from './passages.ts';
import { type Postings, postingsInSteps } from './postings.ts';
import { atOnce, inSlices, type Pause, type Slices } from './steps.ts';

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
function* assembled(
  blog: Blog,
  lexicon: Lexicon,
  entries: ReadonlyMap<Post, PostEntries>,
  known: Grams | undefined,
): Generator<void, SearchIndex> {
  const posts = blog.posts.flatMap(post => entries.get(post) ?? []);
  const passages = posts.flatMap(post => post.passages);
  const postings = yield* postingsInSteps(posts, lexicon.terms.length);
  const grams = known ?? (yield* gramsInSteps(passages));
  const engine = new Engine(
    postings,
    lexicon,
    posts.flatMap(({ lengths }) => lengths),
  );
  return { blog, passages, entries, lexicon, postings, grams, engine };
}

/** What is known of posts from an index that was kept: their entries, by numbers of its lexicon. */
export interface KnownEntries {
  readonly lexicon: Lexicon;
  /** Undefined where a post is not known as it is. */
  readonly of: (post: Post) => PostEntries | undefined;
  /** Those of the very passages that the blog has, where they were kept as well. */
  readonly grams?: Grams | undefined;
}

interface Earlier {
  /** Posts that it holds, the very objects, are not read again. It goes on answering as it did. */
  readonly before?: SearchIndex | undefined;
  /** Goes before `before` where that has another lexicon. */
  readonly known?: KnownEntries | undefined;
}

/** The index of a blog in small steps, so that its maker may do other things in between. */
function* indexSteps(blog: Blog, { before, known }: Earlier): Generator<void, SearchIndex> {
  const own = known && known.lexicon !== before?.lexicon ? undefined : before;
  // What is known but not met yet looks stale.
  const earlier = known || !own ? own : yield* withoutStale(own);
  const lexicon = known?.lexicon ?? earlier?.lexicon ?? makeLexicon();
  const entries = new Map<Post, PostEntries>();
  for (const post of blog.posts) {
    const same = earlier?.entries.get(post);
    const kept = same ?? known?.of(post);
    entries.set(post, kept ?? (yield* entriesInSteps(lexicon, post)));
    if (!same) yield;
  }
  return yield* assembled(blog, lexicon, entries, known?.grams);
}

/** Builds the index of a blog; takes linear time. */
export const makeIndex = (blog: Blog, known?: KnownEntries): SearchIndex =>
  atOnce(indexSteps(blog, { known }));

/** The index of a changed blog: only posts that `before` does not hold, the very objects, are read. */
export const updateIndex = (before: SearchIndex, blog: Blog): SearchIndex =>
  atOnce(indexSteps(blog, { before }));

/** The same in slices: `pause` is awaited between them. */
export const indexInSlices = (
  blog: Blog,
  pause: Pause,
  { before, known, ...slices }: Earlier & Slices = {},
): Promise<SearchIndex> => inSlices(indexSteps(blog, { before, known }), pause, slices);
