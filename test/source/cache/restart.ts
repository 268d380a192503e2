import { join } from 'node:path';
import { indexInSlices, type SearchIndex } from '../../../src/search/build.ts';
import { search } from '../../../src/search/index.ts';
import { cacheIn } from '../../../src/source/cache/keep.ts';
import { readSnapshot } from '../../../src/source/snapshot.ts';
import type { Snapshot } from '../../../src/source/snapshot-model.ts';
import { type Content, makeContent } from '../content.ts';

/** A blog that is started again and again with one cache. */
export interface Restarts extends Content {
  readonly cacheFolder: string;
  /** Starts, keeps what was read, and ends. */
  readonly start: (version?: string) => Promise<Started>;
  /** Starts without a cache. */
  readonly startAfresh: () => Promise<Started>;
}

export interface Started {
  readonly snapshot: Snapshot;
  readonly index: SearchIndex;
  /** What was said of the cache. */
  readonly told: readonly string[];
  /** Paths of the posts whose files, and whose text, were not known from the cache. */
  readonly parsed: readonly string[];
  readonly indexed: readonly string[];
}

const noPause = () => Promise.resolve();

export async function makeRestarts(): Promise<Restarts> {
  const content = await makeContent();
  const cacheFolder = join(content.folder, '.cache');
  const reading = {
    folder: content.folder,
    overrides: { timezone: 'UTC' },
    // Files must have stood for a while to be trusted.
    now: () => Date.now() + 10_000,
  };
  return {
    ...content,
    cacheFolder,
    startAfresh: async () => {
      const snapshot = await readSnapshot(reading);
      const index = await indexInSlices(snapshot.blog, noPause);
      return { snapshot, index, told: [], parsed: [], indexed: [] };
    },
    start: async (version = '1') => {
      const told: string[] = [];
      const cache = cacheIn({
        cacheFolder,
        warn: sentence => told.push(sentence),
        version: () => Promise.resolve(version),
      });
      const known = new Set<string>();
      const snapshot = await readSnapshot({
        ...reading,
        cacheOf: async (root, itsSettings) => {
          const posts = await cache.open(root, itsSettings);
          const get = (path: string, hash: string) => {
            const read = posts.get(path, hash);
            if (read) known.add(path);
            return read;
          };
          return { ...posts, get };
        },
      });
      const indexed: string[] = [];
      const kept = cache.index();
      const index = await indexInSlices(snapshot.blog, noPause, {
        known: kept && {
          ...kept,
          of: post => {
            const entries = kept.of(post);
            if (!entries) indexed.push(post.path);
            return entries;
          },
        },
      });
      cache.keep(snapshot, index);
      await cache.save();
      const parsed = [...snapshot.kept.keys()].filter(path => !known.has(path)).toSorted();
      const all = snapshot.blog.posts.map(({ path }) => path);
      return { snapshot, index, told, parsed, indexed: kept ? indexed : all };
    },
  };
}

/** What an index answers to a few questions, in full. */
export const answersOf = (index: SearchIndex, queries: readonly string[]) =>
  queries.map(query =>
    search(index, query).hits.map(({ passage, heading, snippet }) => [
      passage.post.path,
      passage.kind,
      heading.text,
      snippet.text,
      snippet.marks,
    ]),
  );
