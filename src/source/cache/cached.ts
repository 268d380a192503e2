import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { coverBeside } from '../beside.ts';
import { isUnreadable, type ReadPost } from '../read-post-file.ts';
import type { Snapshot } from '../snapshot-model.ts';
import { type Stamped, stampFiles } from '../stamps.ts';
import { type Entry, hashOf, type PostCache } from './cache.ts';

const atOnce = 32;

/** The hash of a file's bytes and of its cover's name, no link followed; undefined where it cannot be read. */
async function hashAt(root: string, path: string): Promise<string | undefined> {
  try {
    const handle = await open(
      join(root, path),
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
    );
    try {
      return hashOf(await handle.readFile(), await coverBeside(root, path));
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}

async function inBatches<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += atOnce)
    await Promise.all(items.slice(start, start + atOnce).map(work));
}

/** Tells of each file that the cache knows by its bytes; the others come back, in the same order. */
export async function takeCached(
  files: readonly Stamped[],
  root: string,
  cache: PostCache,
  heard: (file: Stamped, read: ReadPost) => void,
): Promise<readonly Stamped[]> {
  const known = new Set<Stamped>();
  await inBatches(
    files.filter(file => cache.has(file.path)),
    async file => {
      const hash = await hashAt(root, file.path);
      const read = hash === undefined ? undefined : cache.get(file.path, hash);
      if (read === undefined) return;
      known.add(file);
      heard(file, read);
    },
  );
  return files.filter(file => !known.has(file));
}

/** What could not be read may be readable at the next start. */
function cacheable(kept: Snapshot['kept']) {
  return [...kept].filter(([, { read }]) => !isUnreadable(read));
}

/** Whether a cache that was used for a reading holds just what was read. */
export const isComplete = ({ kept }: Snapshot, { size, hits }: PostCache): boolean => {
  const wanted = cacheable(kept).length;
  return size === wanted && hits() === wanted;
};

/** Files with the hashes of their bytes, for a cache; what has changed since it was read is left out. */
export async function entriesFor({ root, kept }: Snapshot): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  await inBatches(cacheable(kept), async ([path, { stamp, read, served, broken }]) => {
    const hash = await hashAt(root, path);
    const [now] = await stampFiles(root, [path]);
    if (hash !== undefined && now?.stamp === stamp)
      entries.push({ path, hash, read: broken ? read : (served ?? read) });
  });
  return entries;
}
