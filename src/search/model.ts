import type { Insight, Post, Section } from '../blog/model.ts';

/** What a hit is a part of its post. */
export type Passage =
  | { readonly kind: 'head'; readonly post: Post }
  | { readonly kind: 'insight'; readonly post: Post; readonly insight: Insight }
  | { readonly kind: 'section'; readonly post: Post; readonly section: Section };

/** Plain text with the ranges `[start, end)` (UTF-16 units, in order, apart) that the query matched. */
export interface Marked {
  readonly text: string;
  readonly marks: readonly (readonly [number, number])[];
}

export interface Hit {
  readonly passage: Passage;
  /** Only comparable within one result; higher is better. */
  readonly score: number;
  /** The passage's own heading: post title, insight label or section heading. */
  readonly heading: Marked;
  /** Whole sentences around the densest match; empty where only the heading matched and there is no text. */
  readonly snippet: Marked;
}

export interface Found {
  /**
   * Insights before sections within a post, posts by their best hit, three of each post at a time. Passages that hold the query inside longer
   * words only (`rl` in `world`) come last in their post.
   */
  readonly hits: readonly Hit[];
  /** True where nothing matched the query and these are the nearest things that exist. */
  readonly nearest: boolean;
  /** Other names, as posts write them, that were searched as well: RL for 强化学习. */
  readonly also: readonly string[];
  /** Filters of the query that mean nothing here, as they were typed: a tag that no post has. */
  readonly unused: readonly string[];
}

/** Something that a reader may pick while typing. */
export interface Suggestion {
  readonly kind: 'post' | 'section' | 'insight' | 'tag';
  /** Title, heading, label or tag. */
  readonly text: string;
  readonly post?: Post;
}

/** What a typed name resolves to; `exact` is false where it had to be guessed. */
export interface Named<T> {
  readonly value: T;
  readonly exact: boolean;
}
