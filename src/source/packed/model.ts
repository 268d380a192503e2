import type { Blog, BlogSettings, Language, Post, Unreadable } from '../../blog/model.ts';
import type { PostEntries } from '../../search/entries.ts';
import type { Grams } from '../../search/grams.ts';
import type { Lexicon } from '../../search/lexicon.ts';

/** What posts were read into for an index: their entries are by the numbers of the lexicon. */
export interface Entries {
  readonly lexicon: Lexicon;
  readonly entries: ReadonlyMap<Post, PostEntries>;
  /** Of each blog, in order. */
  readonly grams: readonly Grams[];
}

/** A blog of posts that are packed, each named by its place among them. */
export interface PackedBlog {
  readonly posts: readonly number[];
  readonly unlisted: readonly number[];
  /** Those that were read and may not be seen, without what they say. */
  readonly waiting: readonly Post[];
  readonly unreadable: readonly Unreadable[];
  readonly asOf: number;
  readonly changesAt?: number;
}

/** What a pack begins with. */
export interface Head {
  readonly settings: BlogSettings;
  readonly language: Language;
  readonly blogs: readonly PackedBlog[];
  /** How many posts follow. */
  readonly count: number;
  /** Whether they are indexed; then the lexicon follows them. */
  readonly isIndexed: boolean;
}

/** A blog as it is and as it will be once posts' times come, in order. */
export type Blogs = readonly [Blog, ...Blog[]];
