import { isDeepStrictEqual } from 'node:util';
import type { Blog, PostKey } from '../blog/model.ts';
import type { Library } from '../bot/model.ts';
import type { Config } from '../config.ts';
import type { LiveBlog } from '../preview/page/server/app.ts';
import type { Change } from '../preview/page/wire.ts';
import { watchFolder } from '../source/watch.ts';
import { loadLibrary } from './library.ts';

/** Posts that are read again when their files change. */
export interface LiveLibrary extends LiveBlog {
  readonly library: () => Library;
  readonly close: () => void;
}

/** Reads the posts, and reads them again whenever a file of theirs is saved. */
export async function openLibrary(config: Config, warn: (sentence: string) => void): Promise<LiveLibrary> {
  let library = await loadLibrary(config, warn);
  const listeners = new Set<(change: Change) => void>();
  let reading = Promise.resolve();

  const read = async () => {
    try {
      const now = await loadLibrary(config, warn, library.blog);
      const posts = changedPosts(library.blog, now.blog);
      const same = posts.length === 0 && isDeepStrictEqual(library.blog.unreadable, now.blog.unreadable);
      library = now;
      if (!same) for (const listener of listeners) listener({ posts });
    } catch (error) {
      // The posts that were read before are still answered from.
      warn(error instanceof Error ? error.message : String(error));
    }
  };
  const close = watchFolder(config.content, () => {
    reading = reading.then(read);
  });

  return {
    library: () => library,
    current: () => library.blog,
    onChange: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close,
  };
}

function changedPosts(before: Blog, now: Blog): readonly PostKey[] {
  const keys = new Set([...before.posts, ...now.posts].map(({ key }) => key));
  return [...keys].filter(key => !isDeepStrictEqual(before.byKey.get(key), now.byKey.get(key)));
}
