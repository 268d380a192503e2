import { createHash } from 'node:crypto';
import type { ReadPost } from '../read-post-file.ts';
import { type Line, type Lines, readLines, type Unusable, writeLines } from './lines.ts';
import { isReadPost } from './shape.ts';

/** What was made of a file whose bytes have this hash. */
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
  /** What `get` gave of a path, the very object. */
  readonly given: (path: string) => Entry | undefined;
  /** Of how many files `get` knew what they came to. */
  readonly hits: () => number;
}

/** Tells apart what makes a post: its file's bytes, and the name of a cover beside it. */
export const hashOf = (bytes: Uint8Array, cover = ''): string =>
  createHash('sha256').update(bytes).update(cover).digest('base64url');

function cacheOf(lines: Lines | undefined): PostCache {
  const given = new Map<string, Entry>();
  return {
    size: lines?.size ?? 0,
    has: path => lines?.stampOf(path) !== undefined,
    given: path => given.get(path),
    hits: () => given.size,
    get: (path, bytes) => {
      if (lines?.stampOf(path) !== bytes) return undefined;
      const read = lines.valueOf(path);
      if (!isReadPost(read) || read.path !== path) return undefined;
      given.set(path, { path, hash: bytes, read });
      return read;
    },
  };
}

/** The posts that a file holds, none where it cannot be used; then also why. Never rejects. */
export async function openPosts(
  file: string,
  made: string,
): Promise<{ readonly posts: PostCache; readonly unusable?: Unusable }> {
  const lines = await readLines(file, made);
  return typeof lines === 'string'
    ? { posts: cacheOf(undefined), unusable: lines }
    : { posts: cacheOf(lines) };
}

const lineOf = ({ path, hash: stamp, read }: Entry): Line => ({
  name: path,
  stamp,
  json: JSON.stringify(read),
});

/** Keeps what was made of files. Rejects where the disk does. */
export const savePosts = (file: string, made: string, entries: Iterable<Entry>): Promise<void> =>
  writeLines(file, made, Iterator.from(entries).map(lineOf));
