import process from 'node:process';
import { indexInSlices } from '../../../src/search/build.ts';
import { cacheIn } from '../../../src/source/cache/keep.ts';
import { readSnapshot } from '../../../src/source/snapshot.ts';

/*
 * A start as a process of its own, beside others with the same CACHE_DIR: it reads CONTENT and keeps it. It writes
 * `waits` where another reads, and `reads` once it is its turn; with HOLDS set it then goes on only when its standard
 * input says so. At last it writes how many files' posts it read itself, how many there are and how many it indexed:
 * `{"parsed":3,"posts":40,"indexed":3}`. It ends where whoever started it is gone.
 */

const { CONTENT = '', CACHE_DIR = '', HOLDS } = process.env;
const say = (line: string) => process.stdout.write(`${line}\n`);
const told = new Promise(resolve => process.stdin.once('data', resolve));
process.stdin.once('end', () => process.exit());

const cache = cacheIn({ cacheFolder: CACHE_DIR, warn: say });
const known = new Set<string>();
const snapshot = await readSnapshot({
  folder: CONTENT,
  // Files must have stood for a while to be trusted.
  now: () => Date.now() + 10_000,
  cacheOf: async (root, settings) => {
    const shared = await cache.open(root, settings);
    const counted = (posts: Pick<typeof shared, 'get'>) => (path: string, hash: string) => {
      const read = posts.get(path, hash);
      if (read) known.add(path);
      return read;
    };
    return {
      ...shared,
      get: counted(shared),
      alone: async (meanwhile, signal) => {
        const kept = await shared.alone(() => {
          say('waits');
          return meanwhile();
        }, signal);
        say('reads');
        if (HOLDS) await told;
        return { ...kept, get: counted(kept) };
      },
    };
  },
});
let indexed = snapshot.blog.posts.length;
const kept = cache.index();
const index = await indexInSlices(snapshot.blog, () => Promise.resolve(), {
  known: kept && {
    ...kept,
    of: post => {
      const entries = kept.of(post);
      if (entries) indexed--;
      return entries;
    },
  },
});
cache.keep(snapshot, index);
await cache.save();
const parsed = snapshot.kept.size - known.size;
say(JSON.stringify({ parsed, posts: snapshot.blog.posts.length, indexed }));
process.stdin.destroy();
