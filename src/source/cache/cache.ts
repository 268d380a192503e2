import { createHash, hash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import type { BlogSettings } from '../../blog/model.ts';
import type { ReadPost } from '../read-post-file.ts';
import { versionOfCode } from './version.ts';

/** What was made of a file that has this hash. */
export interface Entry {
  readonly path: string;
  readonly hash: string;
  readonly read: ReadPost;
}

/** Posts as they were read before, by path and by their files' bytes. */
export interface PostCache {
  /** How many posts it holds. */
  readonly size: number;
  /** What the file at `path` came to when its bytes had this hash. */
  readonly get: (path: string, hash: string) => ReadPost | undefined;
  readonly has: (path: string) => boolean;
  /** How often `get` knew a file. */
  readonly hits: () => number;
  /** Writes what it holds from now on. */
  readonly save: (entries: Iterable<Entry>) => Promise<void>;
}

export interface CacheOptions {
  /** The folder that caches are kept in; made when one is saved. */
  readonly cacheFolder: string;
  /** CONTENT's real path: each blog has a cache of its own. */
  readonly root: string;
  readonly settings: BlogSettings;
  /** Is told in a sentence why a cache is not used. */
  readonly warn: (sentence: string) => void;
  readonly version?: () => Promise<string>;
}

/** Texts are written in pieces of about so many characters, with other work in between. */
const piece = 256 * 1024;

/** Tells apart what makes a post: its file's bytes, and the name of a cover beside it. */
export const hashOf = (bytes: Uint8Array, cover = ''): string =>
  createHash('sha256').update(bytes).update(cover).digest('base64url');

/** The first line: what made the cache, and the hash of all that follows. */
interface Head {
  readonly made: string;
  readonly rest: string;
}

function headOf(line: string): Head | undefined {
  try {
    const { made, rest } = JSON.parse(line);
    return typeof made === 'string' && typeof rest === 'string' ? { made, rest } : undefined;
  } catch {
    return undefined;
  }
}

/** A cache's entries, by path: the hash of the file's bytes, and what was read of it as JSON. */
type Held = ReadonlyMap<string, readonly [hash: string, json: string]>;

/** Why a file is no cache that can be used, or what it holds. Each line is path, hash and JSON, apart by tabs. */
function readHeld(text: string, made: string): Held | 'damaged' | 'foreign' {
  const end = text.indexOf('\n');
  const head = headOf(text.slice(0, end));
  if (end < 0 || head === undefined) return 'damaged';
  if (head.made !== made) return 'foreign';
  const rest = text.slice(end + 1);
  if (hash('sha256', rest, 'base64url') !== head.rest) return 'damaged';
  const held = new Map<string, readonly [string, string]>();
  for (const line of rest.split('\n')) {
    const [path, bytes, json] = line.split('\t');
    if (path !== undefined && bytes !== undefined && json !== undefined)
      held.set(JSON.parse(path), [bytes, json]);
  }
  return held;
}

async function* linesOf(entries: Iterable<Entry>): AsyncGenerator<string> {
  let text = '';
  for (const { path, hash: bytes, read } of entries) {
    text += `${JSON.stringify(path)}\t${bytes}\t${JSON.stringify(read)}\n`;
    if (text.length < piece) continue;
    yield text;
    text = '';
    await setImmediate();
  }
  yield text;
}

/** Writes a whole file beside the one it replaces, so that there is never half of one. */
async function write(file: string, made: string, entries: Iterable<Entry>): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const pieces: string[] = [];
  const rest = createHash('sha256');
  for await (const text of linesOf(entries)) {
    rest.update(text);
    pieces.push(text);
  }
  const beside = `${file}.${process.pid}.tmp`;
  const handle = await open(beside, 'w', 0o600);
  try {
    await handle.write(`${JSON.stringify({ made, rest: rest.digest('base64url') } satisfies Head)}\n`);
    for (const text of pieces) await handle.write(text);
    await handle.sync();
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  await rename(beside, file);
}

const reasons = {
  damaged: 'is damaged',
  foreign: 'was made by another version, or for other settings',
};

/**
 * Opens the cache of a blog. What is damaged, or was made by other code, on another ICU or with other settings, is set
 * aside, which is said in one sentence. A cache that cannot be read or written costs time and nothing else.
 */
export async function openCache({
  cacheFolder,
  root,
  settings,
  warn,
  version = versionOfCode,
}: CacheOptions): Promise<PostCache> {
  const file = join(cacheFolder, `posts-${hash('sha256', root, 'hex').slice(0, 16)}.txt`);
  const made = hash('sha256', JSON.stringify([await version(), settings]), 'base64url');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  const read = text === undefined ? new Map<string, readonly [string, string]>() : readHeld(text, made);
  if (typeof read === 'string') {
    const aside = `${file}.aside`;
    warn(`The cache ${file} ${reasons[read]}: it is set aside, and all posts are read anew.`);
    await rename(file, aside).catch(() => undefined);
  }
  const held: Held = typeof read === 'string' ? new Map() : read;
  let hits = 0;
  return {
    size: held.size,
    hits: () => hits,
    has: path => held.has(path),
    get: (path, bytes) => {
      const [known, json] = held.get(path) ?? [];
      if (known !== bytes || json === undefined) return undefined;
      hits++;
      return JSON.parse(json);
    },
    save: async entries => {
      try {
        await write(file, made, entries);
      } catch (error) {
        warn(`The cache ${file} cannot be written (${String(error)}): the next start reads all posts anew.`);
      }
    },
  };
}
