import { setImmediate } from 'node:timers/promises';
import type { Blog } from '../blog/model.ts';
import type { Library } from '../bot/model.ts';
import { indexInSlices } from '../search/build.ts';
import type { Part } from '../source/snapshot.ts';
import { unread } from './library.ts';

/** What is answered from: nothing at first, then whatever was put there last. */
export interface Shelf {
  readonly library: () => Library;
  /** Indexes a blog, while other work goes first, and answers from it from then on; `part` is what it is a part of. */
  readonly put: (blog: Blog, part?: Part) => Promise<void>;
}

const otherWork = () => setImmediate();

export function makeShelf(): Shelf {
  let more = Promise.withResolvers<void>();
  let library = unread(Date.now(), more.promise);
  return {
    library: () => library,
    put: async (blog, part) => {
      const index = await indexInSlices(blog, otherWork, { before: library.index });
      const before = more;
      more = Promise.withResolvers<void>();
      const loading = part && { read: part.read, total: part.total, more: more.promise };
      library = { blog, index, ...(loading ? { loading } : {}) };
      before.resolve();
    },
  };
}
