import { isDeepStrictEqual } from 'node:util';
import type { BlogSettings } from '../../blog/model.ts';
import type { Snapshot } from '../snapshot-model.ts';
import { openCache, type PostCache } from './cache.ts';
import { entriesFor, isComplete } from './cached.ts';

/** A blog of fewer files is read as fast without a cache. */
const fewest = 32;

/** The cache of a blog while it is followed. */
export interface KeptCache {
  readonly open: (root: string, settings: BlogSettings) => Promise<PostCache>;
  /** What is to be kept from now on; written at once where the cache held something else than what was read first. */
  readonly keep: (snapshot: Snapshot) => void;
  /** Writes what is not written yet. */
  readonly save: () => Promise<void>;
}

/** Caches in a folder. `warn` is told in a sentence what cannot be used or written. */
export function cacheIn(cacheFolder: string, warn: (sentence: string) => void): KeptCache {
  let cache: PostCache | undefined;
  let openedFor: BlogSettings | undefined;
  let unsaved: Snapshot | undefined;
  let saving = Promise.resolve();

  const write = async (): Promise<void> => {
    const snapshot = unsaved;
    unsaved = undefined;
    // Settings that changed since make other posts: the next start reads them anew.
    if (!snapshot || snapshot.kept.size < fewest || !isDeepStrictEqual(snapshot.blog.settings, openedFor))
      return;
    await cache?.save(await entriesFor(snapshot));
  };
  const save = (): Promise<void> => {
    saving = saving.then(write);
    return saving;
  };

  let isFirst = true;
  return {
    open: async (root, settings) => {
      openedFor = settings;
      cache = await openCache({ cacheFolder, root, settings, warn });
      return cache;
    },
    keep: snapshot => {
      const isKept = isFirst && cache !== undefined && isComplete(snapshot, cache);
      if (!isKept) unsaved = snapshot;
      if (isFirst && !isKept) saving = saving.then(write);
      isFirst = false;
    },
    save,
  };
}
