import { setImmediate } from 'node:timers/promises';
import type { Blog } from '../blog/model.ts';
import type { Library } from '../bot/model.ts';
import { indexInSlices, type KnownEntries, type SearchIndex } from '../search/build.ts';
import { readyInSlices } from '../search/ready.ts';
import type { Part } from '../source/snapshot.ts';
import { unread } from './library.ts';

interface Put {
  /** What the blog is a part of, while posts are still read. */
  readonly part?: Part;
  /** What is known of its posts from before. */
  readonly known?: KnownEntries | undefined;
}

/** What is answered from: nothing at first, then whatever was put there last. */
export interface Shelf {
  readonly library: () => Library;
  /** Begins to index a blog that will probably be put. */
  readonly prepare: (blog: Blog) => void;
  /** Indexes a blog, while other work goes first, and answers from it from then on. */
  readonly put: (blog: Blog, how?: Put) => Promise<void>;
}

const otherWork = () => setImmediate();

export function makeShelf(): Shelf {
  let more = Promise.withResolvers<void>();
  let library = unread(Date.now(), more.promise);
  let readying = Promise.resolve();
  let prepared: { readonly blog: Blog; readonly index: Promise<SearchIndex> } | undefined;
  const indexed = (blog: Blog, known?: KnownEntries): Promise<SearchIndex> =>
    indexInSlices(blog, otherWork, { before: library.index, known });
  return {
    library: () => library,
    prepare: blog => {
      prepared = { blog, index: indexed(blog) };
    },
    put: async (blog, { part, known } = {}) => {
      const index = await (prepared?.blog === blog ? prepared.index : indexed(blog, known));
      prepared = undefined;
      const before = more;
      more = Promise.withResolvers<void>();
      const loading = part && { read: part.read, total: part.total, more: more.promise };
      library = { blog, index, ...(loading ? { loading } : {}) };
      before.resolve();
      // What the first readers need besides; whoever comes before it is done waits for it.
      if (!part)
        readying = readying.then(() => readyInSlices(index, otherWork, () => library.index === index));
    },
  };
}
