import { hash } from 'node:crypto';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { BlogSettings, Post } from '../../blog/model.ts';
import type { KnownEntries, SearchIndex } from '../../search/build.ts';
import type { Snapshot } from '../snapshot-model.ts';
import { type Turn, takeTurn, tryTurn } from '../turn.ts';
import { type Entry, openPosts, type PostCache, savePosts } from './cache.ts';
import { entriesFor, isComplete } from './cached.ts';
import { type IndexCache, openIndex, saveIndex } from './index-cache.ts';
import { setAside, type Unusable } from './lines.ts';
import { fewest, type SharedCache } from './shared.ts';
import { versionOfCode } from './version.ts';

/*
 * Kept are posts as they were read, and the search index. Their pages are not: rendering those of a post takes 0.4 ms
 * (the median of a thousand real ones; a section is rendered when it is opened, and once), while all of them would
 * take more room and more of each start than the posts themselves.
 */

/** How long another process may read and index a blog before this one does so too, in milliseconds. */
const patience = 2 * 60_000;

/** The cache of a blog while it is followed. */
export interface KeptCache {
  /** Opens it for a blog: CONTENT's real path, and its settings. Never rejects. */
  readonly open: (root: string, settings: BlogSettings) => Promise<SharedCache>;
  /** The index that was kept, while the posts are first read; undefined where there is none that can be used. */
  readonly index: () => KnownEntries | undefined;
  /**
   * What is to be kept from now on: written at once where it is much else than what is kept already, else when it is
   * saved.
   */
  readonly keep: (snapshot: Snapshot, index: SearchIndex) => void;
  /** Writes what is not written yet. */
  readonly save: () => Promise<void>;
}

/** Where the cache of a blog lies, and what made it. */
interface Place {
  readonly posts: string;
  readonly index: string;
  /** Stands for the turn of reading its posts. */
  readonly turn: string;
  readonly made: string;
  readonly settings: BlogSettings;
}

/** What was kept, while the posts are first read. */
interface Opened {
  readonly posts: PostCache;
  readonly index: IndexCache | undefined;
}

interface State {
  readonly snapshot: Snapshot;
  readonly index: SearchIndex;
}

const reasons: Readonly<Record<Unusable, string>> = {
  damaged: 'is damaged',
  foreign: 'was made by another version, or for other settings',
};

interface CacheOptions {
  /** The folder that caches are kept in; made when one is saved. */
  readonly cacheFolder: string;
  /** Is told in a sentence, once, what cannot be used or written. */
  readonly warn: (sentence: string) => void;
  /** Tells versions of the code apart. */
  readonly version?: () => Promise<string>;
}

async function placeOf(
  { cacheFolder, version = versionOfCode }: CacheOptions,
  root: string,
  settings: BlogSettings,
): Promise<Place> {
  const blog = hash('sha256', root, 'hex').slice(0, 16);
  const at = (name: string) => join(cacheFolder, name);
  return {
    posts: at(`posts-${blog}.txt`),
    index: at(`index-${blog}.txt`),
    turn: at(`turn-${blog}.lock`),
    made: hash('sha256', JSON.stringify([await version(), settings]), 'base64url'),
    settings,
  };
}

type Warn = CacheOptions['warn'];

async function refuse(file: string, why: Unusable, what: string, warn: Warn): Promise<void> {
  warn(`The cache ${file} ${reasons[why]}: it is set aside, and all posts are ${what} anew.`);
  await setAside(file);
}

async function openAt({ posts: postsFile, index: indexFile, made }: Place, warn: Warn): Promise<Opened> {
  const { posts, unusable } = await openPosts(postsFile, made);
  if (unusable) await refuse(postsFile, unusable, 'read', warn);
  if (posts.size === 0) return { posts, index: undefined };
  const index = await openIndex(indexFile, made, ({ path }) => posts.given(path));
  if (typeof index !== 'string') return { posts, index };
  await refuse(indexFile, index, 'indexed', warn);
  return { posts, index: undefined };
}

/**
 * Caches in a folder. What is damaged, or was made by other code, on another ICU or with other settings, is set aside,
 * which is said in one sentence. A cache that cannot be read or written costs time and nothing else.
 */
export function cacheIn(options: CacheOptions): KeptCache {
  const { cacheFolder, warn } = options;
  let place: Place | undefined;
  let opened: Opened | undefined;
  let unsaved: State | undefined;
  let written: Snapshot['kept'] = new Map();
  let saving = Promise.resolve();
  let isToldOfWriting = false;
  let turn: Turn | undefined;

  const leave = (): void => {
    turn?.end();
    turn = undefined;
  };

  const writeAt = async ({ posts, index, made }: Place, state: State): Promise<void> => {
    const entries = new Map<string, Entry>();
    for (const entry of await entriesFor(state.snapshot)) entries.set(entry.path, entry);
    const readOf = ({ path }: Post) => entries.get(path);
    try {
      await savePosts(posts, made, entries.values());
      await saveIndex(index, made, state.index, readOf);
      written = state.snapshot.kept;
    } catch (error) {
      if (!isToldOfWriting)
        warn(
          `The cache in ${cacheFolder} cannot be written (${String(error)}): the next start takes longer.`,
        );
      isToldOfWriting = true;
    }
  };

  const write = async (): Promise<void> => {
    const state = unsaved;
    unsaved = undefined;
    // Settings that changed since make other posts: the next start reads them anew.
    if (!place || !state || state.snapshot.kept.size < fewest) return;
    if (isDeepStrictEqual(state.snapshot.blog.settings, place.settings)) await writeAt(place, state);
  };
  const save = (): Promise<void> => {
    saving = saving.then(write).finally(leave);
    return saving;
  };

  const isKept = ({ snapshot, index }: State): boolean =>
    opened !== undefined && isComplete(snapshot, opened.posts) && opened.index?.isAll(index) === true;

  return {
    open: async (root, settings) => {
      const here = await placeOf(options, root, settings);
      place = here;
      opened = await openAt(here, warn);
      return {
        ...opened.posts,
        alone: async (meanwhile, signal) => {
          turn = tryTurn(here.turn);
          if (turn === undefined) {
            await meanwhile();
            turn = await takeTurn(here.turn, { signal, patience });
          }
          opened = await openAt(here, warn);
          return opened.posts;
        },
        leave,
      };
    },
    index: () => opened?.index?.known,
    keep: (snapshot, index) => {
      const state = { snapshot, index };
      if (isKept(state)) written = snapshot.kept;
      else unsaved = state;
      opened = undefined;
      const changes = [...snapshot.kept].filter(([path, { read }]) => written.get(path)?.read !== read);
      if (changes.length >= fewest) saving = saving.then(write).finally(leave);
      else leave();
    },
    save,
  };
}
