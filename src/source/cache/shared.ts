import type { ReadPost } from '../read-post-file.ts';
import type { Stamped } from '../stamps.ts';
import type { PostCache } from './cache.ts';
import { takeCached } from './cached.ts';

/**
 * A blog of fewer files is read as fast without a cache. So many are worth waiting for where another process reads them,
 * and so many changes are worth writing at once.
 */
export const fewest = 32;

/** So many of the newest posts are read while another process reads all, so that readers are answered meanwhile. */
const newest = 16;

/** A cache that other processes use at the same time. */
export interface SharedCache extends PostCache {
  /**
   * Resolves with what is kept once no other process reads the same posts, at once where none does. `meanwhile` is done
   * while there is one. Never rejects where `meanwhile` does not.
   */
  readonly alone: (meanwhile: () => Promise<void>, signal?: AbortSignal) => Promise<PostCache>;
  /** Lets others go on before anything is kept: there is nothing more to read. */
  readonly leave: () => void;
}

interface Sharing {
  readonly root: string;
  readonly heard: (file: Stamped, read: ReadPost) => void;
  /** Reads files that are not known. */
  readonly read: (files: readonly Stamped[]) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Tells of each file that the cache knows by its bytes, and of those that another process is reading once it has; the
 * others come back, in the same order, for this one to read.
 */
export async function takeShared(
  files: readonly Stamped[],
  cache: SharedCache,
  { root, heard, read, signal }: Sharing,
): Promise<readonly Stamped[]> {
  const unknown = await takeCached(files, root, cache, heard);
  if (unknown.length < fewest) return unknown;
  const kept = await cache.alone(() => read(unknown.slice(0, newest)), signal);
  // Also where it was alone at once: another may have finished since the cache was opened.
  const left = await takeCached(files, root, kept, heard);
  if (left.length < fewest) cache.leave();
  return left;
}
