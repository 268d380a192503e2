import type { Environment } from './environment.ts';

/** Where things are kept that make the next start faster, unless CACHE_DIR says otherwise. */
export const defaultCacheFolder = './data/cache';

/** The folder of caches by an environment that is not checked yet. */
export const cacheFolderOf = ({ CACHE_DIR = '' }: Environment): string =>
  CACHE_DIR.trim() || defaultCacheFolder;
