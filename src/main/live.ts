import { sentenceOf } from '../announce/sentence.ts';
import type { Blog, PostKey } from '../blog/model.ts';
import type { Library } from '../bot/model.ts';
import type { Config } from '../config.ts';
import type { LiveBlog } from '../preview/page/server/app.ts';
import type { Change } from '../preview/page/wire.ts';
import { cacheIn } from '../source/cache/keep.ts';
import { follow } from '../source/follow.ts';
import { spareReader } from '../source/read-posts.ts';
import type { SourceState } from '../source/remote/model.ts';
import type { Part, Reading } from '../source/snapshot.ts';
import type { Snapshot } from '../source/snapshot-model.ts';
import type { Words } from '../words/model.ts';
import { wordsOf } from '../words/words.ts';
import { problemsOf } from './library.ts';
import { openPlace } from './place.ts';
import { makeReader } from './reader.ts';
import { makeShelf, type Shelf } from './shelf.ts';
import { terminalLocale } from './shell.ts';
import { teller } from './telling.ts';

/** Posts that are answered from while they are read, and read again when their files change. */
export interface LiveLibrary extends LiveBlog {
  readonly library: () => Library;
  /** Resolves when all posts are read. Rejects where CONTENT or what blog.yml says cannot be used. */
  readonly ready: Promise<void>;
  /** Real path of the folder that was read last; undefined before one was. */
  readonly root: () => string | undefined;
  /** How it is with where posts are brought from; undefined where that is a folder. */
  readonly source: () => SourceState | undefined;
  /** When the posts came to be as they are now, in milliseconds since 1970, as far as that is known. */
  readonly changedAt: () => Promise<number>;
  /** Somebody said that there is something new. */
  readonly hurry: () => void;
  readonly close: () => Promise<void>;
}

const unwatched = (error: unknown): string =>
  `CONTENT cannot be watched (${sentenceOf(error)}): changes are seen within a minute instead of at once.`;

function changedPosts(before: Blog, now: Blog): readonly PostKey[] {
  const keys = new Set([...before.posts, ...now.posts].map(({ key }) => key));
  return [...keys].filter(key => before.byKey.get(key) !== now.byKey.get(key));
}

interface Telling {
  /** The words for what is wrong with files: English, as in a log, unless told. */
  readonly words?: (blog: Blog) => Words;
  /** False where somebody else tells what is wrong with files when they are first read. */
  readonly tellsFirst?: boolean;
  /** True to wait until where posts are brought from was asked, also where some were brought before. */
  readonly fresh?: boolean;
  /** Is told how many files are read, until all are. */
  readonly onRead?: Reading['onRead'];
}

/** Shows parts one after the other, without those that a later one came before; after `end` none any more. */
function showParts(shelf: Shelf, cache: ReturnType<typeof cacheIn>, signal: AbortSignal) {
  let latest: Part | undefined;
  let showing = Promise.resolve();
  return {
    show: (part: Part): void => {
      latest = part;
      showing = showing.then(() =>
        part === latest && !signal.aborted ? shelf.put(part.blog, { part, known: cache.index() }) : undefined,
      );
    },
    end: (): Promise<void> => {
      latest = undefined;
      return showing;
    },
  };
}

/**
 * Begins to read the posts, and reads them again whenever a file of theirs changes. `warn` is told what is wrong in
 * the blog's settings and with its files, a sentence each, once.
 */
export function startLibrary(
  config: Config,
  warn: (sentence: string) => void,
  { words = () => wordsOf('en'), tellsFirst = true, fresh = false, onRead }: Telling = {},
): LiveLibrary {
  const shelf = makeShelf();
  let changedAt = 0;
  const listeners = new Set<(change: Change) => void>();
  const end = new AbortController();
  const tellOfFiles = teller(warn, tellsFirst);
  const cache = cacheIn({ cacheFolder: config.cacheFolder, warn });
  const place = openPlace(config, warn);
  const reader = makeReader(config, place, warn, end.signal);
  const spare = spareReader();
  let hints = 0;

  const readFirst = async (): Promise<Snapshot> => {
    const parts = showParts(shelf, cache, end.signal);
    await (fresh ? place.fresh : place.ready);
    const cacheOf: Reading['cacheOf'] = (root, settings) => cache.open(place.cachedAs ?? root, settings);
    const first = await reader.read({ onPart: parts.show, onRead, cacheOf, spare });
    await parts.end();
    await shelf.put(first.blog, { known: cache.index() });
    changedAt = first.changedAt;
    return first;
  };

  const changed = async (now: Snapshot, before: Snapshot): Promise<void> => {
    await shelf.put(now.blog);
    changedAt = Date.now();
    cache.keep(now, shelf.library().index);
    tellOfFiles(problemsOf(now.blog, words(now.blog), now.broken));
    const posts = changedPosts(before.blog, now.blog);
    for (const listener of listeners) listener({ posts });
  };

  const followed = async () => {
    const first = await readFirst();
    cache.keep(first, shelf.library().index);
    tellOfFiles(problemsOf(first.blog, words(first.blog)));
    if (end.signal.aborted) return undefined;
    return follow({
      first,
      reread: previous => reader.read({ spare }, previous),
      watch: hint => {
        const hinted = () => {
          // The first only says that the watcher has begun.
          if (hints++ > 0) spare.prepare();
          hint();
        };
        return place.watch(hinted, error => warn(unwatched(error)));
      },
      seen: now => shelf.prepare(now.blog),
      changed,
      fault: reader.fault,
    });
  };
  const following = followed();

  return {
    library: shelf.library,
    current: () => shelf.library().blog,
    ready: following.then(() => undefined),
    root: reader.root,
    source: place.state,
    changedAt: async () => (await place.changedAt()) ?? changedAt,
    hurry: place.hurry,
    onChange: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      end.abort();
      await place.close();
      await (await following.catch(() => undefined))?.close();
      await spare.close();
      await cache.save();
    },
  };
}

/**
 * The same for a terminal, once all posts are read; what is wrong with them then is for the caller to tell. Throws
 * where CONTENT or what blog.yml says cannot be used.
 */
export async function openLibrary(
  config: Config,
  warn: (sentence: string) => void,
  onRead?: Reading['onRead'],
): Promise<LiveLibrary> {
  const words = (blog: Blog) => wordsOf(terminalLocale(config, { blog }));
  const live = startLibrary(config, warn, { words, tellsFirst: false, fresh: true, onRead });
  await live.ready;
  return live;
}
