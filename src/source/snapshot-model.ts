import type { Blog, Post, Unreadable } from '../blog/model.ts';
import type { ReadPost } from './read-post-file.ts';

/** A file as it was last read. */
export interface Kept {
  readonly stamp: string;
  readonly read: ReadPost;
  /** The post that is served of it: what was read, or its last good version where it broke since. */
  readonly served?: Post;
  /** Why that is its last good version. */
  readonly broken?: Unreadable;
}

/** A blog, and what each of its files was when it was read, so that another reading reads only what changed. */
export interface Snapshot {
  readonly blog: Blog;
  /** Of CONTENT itself, links followed. */
  readonly root: string;
  readonly kept: ReadonlyMap<string, Kept>;
  /** When the file that changed last did, in milliseconds since 1970; 0 where there is none. */
  readonly changedAt: number;
  /** Files that broke since they were first read; their last good versions are served. */
  readonly broken: readonly Unreadable[];
}
