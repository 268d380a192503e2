import { isDeepStrictEqual } from 'node:util';
import { makeBlog } from '../blog/blog.ts';
import type { Blog, BlogSettings, Hidden, Post, Unreadable } from '../blog/model.ts';
import { isHidden } from '../blog/post.ts';
import { withAliases } from '../blog/renamed.ts';
import type { SettingOverrides } from '../blog/settings.ts';
import { type SharedCache, takeShared } from './cache/shared.ts';
import { openContent } from './content.ts';
import { isUnreadable, type ReadPost } from './read-post-file.ts';
import { readPosts } from './read-posts.ts';
import type { Kept, Snapshot } from './snapshot-model.ts';
import { newestFirst, type Stamped, stampFiles } from './stamps.ts';
import type { Spare } from './workers/spare.ts';

/** What has been read so far, newest posts first: `read` files of `total`. */
export interface Part {
  readonly blog: Blog;
  readonly read: number;
  readonly total: number;
}

export interface Reading {
  readonly folder: string;
  /** What the environment says of the blog. */
  readonly overrides?: SettingOverrides;
  /** Is told what in the blog's settings means nothing, a sentence each. */
  readonly warn?: (sentence: string) => void;
  /**
   * Is given a blog of what has been read, first as soon as the newest posts are, then each time there is four
   * times as much, so that making something of each costs little more than making it of the last. Not given the
   * whole, nor anything of a later reading.
   */
  readonly onPart?: (part: Part) => void;
  /** Is told of each file that is read how many are, of how many. */
  readonly onRead?: (count: { readonly read: number; readonly total: number }) => void;
  /** Is asked for the posts' cache, once it is known what blog it is for. */
  readonly cacheOf?: (root: string, settings: BlogSettings) => Promise<SharedCache>;
  /** Aborted, reading ends early, with what has been read. */
  readonly signal?: AbortSignal;
  /** How long one file may take, in milliseconds. */
  readonly limit?: number;
  /** A worker that waits between readings. */
  readonly spare?: Spare;
  /** The clock, in milliseconds since 1970: posts whose time has not come are left out. */
  readonly now?: () => number;
}

/** So many files are read before the first part. */
const firstPart = 4;

/** A file that changed so shortly before it was read may change again with the same stamp; in milliseconds. */
const tooFresh = 100;

function isServed(read: ReadPost): read is Post {
  return !isUnreadable(read) && !isHidden(read);
}

/** What a file is at fault with that was none when `good` was read of it: it cannot be read, or not its own data. */
function faultOf(read: ReadPost, file: Stamped, good: Post): Unreadable | undefined {
  if (isUnreadable(read)) return read;
  if (isHidden(read)) return undefined;
  if (file.size === 0 && good.sections.length > 0) return { path: read.path, code: 'text-missing' };
  const isData = ({ code }: Post['problems'][number]) => code.startsWith('front-matter-');
  const problem = good.problems.some(isData) ? undefined : read.problems.find(isData);
  return problem && { ...problem, path: read.path };
}

function keep(file: Stamped, stamp: string, read: ReadPost, before: Kept | undefined): Kept {
  if (before && isDeepStrictEqual(before.read, read)) return { ...before, stamp };
  const good = before?.served;
  const broken = good && faultOf(read, file, good);
  if (broken) return { stamp, read, served: good, broken };
  return isServed(read) ? { stamp, read, served: read } : { stamp, read };
}

/** What is served of these files, and what cannot be. */
function blogOf(
  kept: Iterable<Kept>,
  unreadable: readonly Unreadable[],
  settings: BlogSettings,
  now: number,
): Blog {
  const posts: Post[] = [];
  const hidden: Hidden[] = [];
  const faulty = [...unreadable];
  for (const { read, served } of kept) {
    if (served) posts.push(served);
    else if (isUnreadable(read)) faulty.push(read);
    else if (isHidden(read)) hidden.push(read);
  }
  faulty.sort((one, other) => (one.path < other.path ? -1 : 1));
  return makeBlog(posts, faulty, settings, now, hidden);
}

function isUnchanged(kept: ReadonlyMap<string, Kept>, before: Snapshot['kept']): boolean {
  if (kept.size !== before.size) return false;
  return [...kept].every(([path, { read }]) => before.get(path)?.read === read);
}

/** The same files, of which each post has the aliases that `blog` gives it. */
function withServed(kept: ReadonlyMap<string, Kept>, blog: Blog): ReadonlyMap<string, Kept> {
  const served = new Map(blog.read.map(post => [post.path, post]));
  return new Map(
    [...kept].map(([path, file]) => {
      const post = served.get(path);
      return [path, post && file.served && post !== file.served ? { ...file, served: post } : file];
    }),
  );
}

/**
 * Reads a folder of posts, at any depth, and what says how to read it. A file that cannot be read is listed as
 * unreadable and hides no other; what the author keeps from readers is left out.
 *
 * With `previous`, files whose stamps are the same are not read again, posts that did not change are the same objects,
 * and the blog is the same where nothing changed. A file that broke since keeps its last good version; posts that were
 * moved or renamed are found by their old keys. Throws ContentError where there is no such folder, SettingsError
 * where a setting cannot be used.
 */
export async function readSnapshot(reading: Reading, previous?: Snapshot): Promise<Snapshot> {
  const { folder, overrides, warn, onPart, onRead, cacheOf, signal, limit, spare, now = Date.now } = reading;
  const { root, settings, paths, unreadable } = await openContent(folder, overrides, warn);
  const begun = now();
  const files = newestFirst(await stampFiles(root, paths));
  const isSame = previous !== undefined && isDeepStrictEqual(previous.blog.settings, settings);
  const kept = new Map<string, Kept>();
  const changed: Stamped[] = [];
  for (const file of files) {
    const before = isSame ? previous.kept.get(file.path) : undefined;
    if (before?.stamp === file.stamp) kept.set(file.path, before);
    else changed.push(file);
  }
  let nextPart = previous ? Number.POSITIVE_INFINITY : firstPart;
  const heard = (file: Stamped, read: ReadPost): void => {
    const stamp = begun - file.changed < tooFresh ? `${file.stamp} or later` : file.stamp;
    kept.set(file.path, keep(file, stamp, read, previous?.kept.get(file.path)));
    onRead?.({ read: kept.size, total: files.length });
    if (kept.size < nextPart || kept.size === files.length) return;
    nextPart *= 4;
    const blog = blogOf(kept.values(), unreadable, settings, now());
    onPart?.({ blog, read: kept.size, total: files.length });
  };
  const cache = previous ? undefined : await cacheOf?.(root, settings);
  const read = (some: readonly Stamped[]) => readPosts(some, { root, settings, heard, signal, limit, spare });
  const unknown = cache ? await takeShared(changed, cache, { root, heard, read, signal }) : changed;
  await read(unknown);
  const before = previous?.blog;
  const broken = [...kept.values()].flatMap(file => file.broken ?? []);
  const blog = blogOf(kept.values(), unreadable, settings, now());
  const changedAt = files.reduce((latest, { changed }) => Math.max(latest, changed), 0);
  if (!before) return { blog, root, kept, changedAt, broken };
  if (isSame && isUnchanged(kept, previous.kept) && isDeepStrictEqual(before.unreadable, blog.unreadable))
    return { blog: before, root, kept, changedAt, broken };
  const joined = withAliases(before, blog);
  return { blog: joined, root, kept: withServed(kept, joined), changedAt, broken };
}
