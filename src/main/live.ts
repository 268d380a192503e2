import type { Blog, PostKey } from '../blog/model.ts';
import type { Library } from '../bot/model.ts';
import type { Config } from '../config.ts';
import type { LiveBlog } from '../preview/page/server/app.ts';
import type { Change } from '../preview/page/wire.ts';
import { cacheIn } from '../source/cache/keep.ts';
import { follow } from '../source/follow.ts';
import { type Part, type Reading, readSnapshot } from '../source/snapshot.ts';
import type { Snapshot } from '../source/snapshot-model.ts';
import { watchFolder } from '../source/watch.ts';
import type { Words } from '../words/model.ts';
import { wordsOf } from '../words/words.ts';
import { problemsOf } from './library.ts';
import { makeShelf } from './shelf.ts';
import { terminalLocale } from './shell.ts';

/** Posts that are answered from while they are read, and read again when their files change. */
export interface LiveLibrary extends LiveBlog {
  readonly library: () => Library;
  /** Resolves when all posts are read. Rejects where CONTENT or what blog.yml says cannot be used. */
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const unwatched = (error: unknown): string =>
  `CONTENT cannot be watched (${sentenceOf(error)}): changes are seen within a minute instead of at once.`;

function changedPosts(before: Blog, now: Blog): readonly PostKey[] {
  const keys = new Set([...before.posts, ...now.posts].map(({ key }) => key));
  return [...keys].filter(key => before.byKey.get(key) !== now.byKey.get(key));
}

/** Tells each sentence once, until it was left out of a telling; of the first telling only where that is wanted. */
function teller(warn: (sentence: string) => void, tellsFirst = true): (sentences: readonly string[]) => void {
  let told: ReadonlySet<string> | undefined = tellsFirst ? new Set() : undefined;
  return sentences => {
    for (const sentence of new Set(sentences)) if (told && !told.has(sentence)) warn(sentence);
    told = new Set(sentences);
  };
}

interface Telling {
  /** The words for what is wrong with files: English, as in a log, unless told. */
  readonly words?: (blog: Blog) => Words;
  /** False where somebody else tells what is wrong with files when they are first read. */
  readonly tellsFirst?: boolean;
  /** Is told how many files are read, until all are. */
  readonly onRead?: Reading['onRead'];
}

/**
 * Begins to read the posts, and reads them again whenever a file of theirs changes. `warn` is told what is wrong in
 * the blog's settings and with its files, a sentence each, once.
 */
export function startLibrary(
  config: Config,
  warn: (sentence: string) => void,
  { words = () => wordsOf('en'), tellsFirst = true, onRead }: Telling = {},
): LiveLibrary {
  const shelf = makeShelf();
  const listeners = new Set<(change: Change) => void>();
  const end = new AbortController();
  const tellOfSettings = teller(warn);
  const tellOfFiles = teller(warn, tellsFirst);
  const tellOfReading = teller(warn);
  const cache = cacheIn(config.cacheFolder, warn);

  const read = async (more: Partial<Reading>, previous?: Snapshot): Promise<Snapshot> => {
    const sentences: string[] = [];
    const given = { folder: config.content, overrides: config.blog, signal: end.signal };
    const warnLater = (sentence: string) => sentences.push(sentence);
    const snapshot = await readSnapshot({ ...given, warn: warnLater, ...more }, previous);
    tellOfSettings(sentences);
    tellOfReading([]);
    return snapshot;
  };

  /** Parts are shown one after the other, without those that a later one came before. */
  const readFirst = async (): Promise<Snapshot> => {
    let latest: Part | undefined;
    let showing = Promise.resolve();
    const onPart = (part: Part): void => {
      latest = part;
      showing = showing.then(() =>
        part === latest && !end.signal.aborted ? shelf.put(part.blog, part) : undefined,
      );
    };
    const first = await read({ onPart, onRead, cacheOf: cache.open });
    latest = undefined;
    await showing;
    await shelf.put(first.blog);
    return first;
  };

  const changed = async (now: Snapshot, before: Snapshot): Promise<void> => {
    await shelf.put(now.blog);
    cache.keep(now);
    tellOfFiles(problemsOf(now.blog, words(now.blog), now.broken));
    const posts = changedPosts(before.blog, now.blog);
    for (const listener of listeners) listener({ posts });
  };

  const followed = async () => {
    const first = await readFirst();
    cache.keep(first);
    tellOfFiles(problemsOf(first.blog, words(first.blog)));
    if (end.signal.aborted) return undefined;
    return follow({
      first,
      reread: previous => read({}, previous),
      watch: hint => watchFolder(config.content, hint, error => warn(unwatched(error))),
      changed,
      fault: error => tellOfReading([sentenceOf(error)]),
    });
  };
  const following = followed();

  return {
    library: shelf.library,
    current: () => shelf.library().blog,
    ready: following.then(() => undefined),
    onChange: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      end.abort();
      await (await following.catch(() => undefined))?.close();
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
  const live = startLibrary(config, warn, { words, tellsFirst: false, onRead });
  await live.ready;
  return live;
}
