import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeBlog } from '../blog/blog.ts';
import type { Blog, BlogSettings, Post, Unreadable } from '../blog/model.ts';
import { isHidden } from '../blog/post.ts';
import { readSettings, type SettingOverrides, SettingsError, settingsFile } from '../blog/settings.ts';
import { readAround } from './around.ts';
import { type Found, findPosts, readText } from './files.ts';
import { isUnreadable, type ReadPost } from './read-post-file.ts';
import { readPosts } from './read-posts.ts';
import { newestFirst, type Stamped, stampFiles } from './stamps.ts';

/** CONTENT cannot be read at all; the message says why and what to do. */
export class ContentError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ContentError';
  }
}

/** The folder's real path, so that a folder that is itself a link may be served. */
async function realFolder(folder: string): Promise<string> {
  try {
    const real = await realpath(folder);
    if ((await stat(real)).isDirectory()) return real;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const why = isMissing ? 'there is no such folder' : `it cannot be opened (${String(error)})`;
    throw new ContentError(`CONTENT is "${folder}", but ${why}. It wants the folder that holds the posts.`, {
      cause: error,
    });
  }
  throw new ContentError(
    `CONTENT is "${folder}", but that is a file. It wants the folder that holds the posts.`,
  );
}

/** The text of the blog's own settings, empty where there is no such file. */
async function settingsText(root: string): Promise<string> {
  const file = await readText(join(root, settingsFile));
  if ('text' in file) return file.text;
  if (file.reason === 'ENOENT') return '';
  if (file.code === 'not-text') throw new SettingsError(`${settingsFile} is no text. Save it as UTF-8.`);
  throw new SettingsError(
    `${settingsFile} cannot be read (${file.reason ?? file.detail}). See to it that it can.`,
  );
}

/** CONTENT as it is found: its posts' paths, and what belongs to the blog. */
export interface Content extends Found {
  /** Its real path. */
  readonly root: string;
  readonly settings: BlogSettings;
}

/**
 * CONTENT's real path, its posts' paths, and what belongs to the blog by its own settings and by those of the site
 * around it. Throws ContentError where there is no such folder,
 * SettingsError where a setting cannot be used.
 */
export async function openContent(
  folder: string,
  overrides: SettingOverrides = {},
  warn: (sentence: string) => void = () => undefined,
): Promise<Content> {
  const root = await realFolder(folder);
  const [text, found, around] = await Promise.all([settingsText(root), findPosts(root), readAround(root)]);
  const { settings, warnings } = readSettings(text, overrides, { around, paths: found.paths });
  warnings.forEach(warn);
  return { root, settings, ...found };
}

/** What has been read so far, newest posts first: `read` files of `total`. */
export interface Part {
  readonly blog: Blog;
  readonly read: number;
  readonly total: number;
}

export interface Loading {
  /**
   * Is given a blog of what has been read, first as soon as the newest posts are, then each time there is four
   * times as much, so that making something of each costs little more than making it of the last. Not given the
   * whole.
   */
  readonly onPart?: (part: Part) => void;
  /** Aborted, reading ends early, with what has been read. */
  readonly signal?: AbortSignal;
  /** How long one file may take, in milliseconds. */
  readonly limit?: number;
  /** The clock, in milliseconds since 1970: posts whose time has not come are left out. */
  readonly now?: () => number;
}

/** So many files are read before the first part. */
const firstPart = 8;

function blogOf(
  reads: readonly ReadPost[],
  unreadable: readonly Unreadable[],
  settings: BlogSettings,
  now: number,
): Blog {
  const posts: Post[] = [];
  const faulty = [...unreadable];
  for (const read of reads) {
    if (isUnreadable(read)) faulty.push(read);
    else if (!isHidden(read)) posts.push(read);
  }
  faulty.sort((one, other) => (one.path < other.path ? -1 : 1));
  return makeBlog(posts, faulty, settings, now);
}

/**
 * Reads a folder of posts, at any depth, and the `blog.yml` in it, as a blog. A file that cannot be read is listed
 * as unreadable and hides no other; what the author keeps from readers is left out. `overrides` come from the
 * environment; `warn` is told what in blog.yml means nothing, a sentence each. Throws ContentError where there is
 * no such folder, SettingsError where a setting cannot be used.
 */
export async function loadFolder(
  folder: string,
  overrides: SettingOverrides = {},
  warn: (sentence: string) => void = () => undefined,
  { onPart, signal, limit, now = Date.now }: Loading = {},
): Promise<Blog> {
  const { root, settings, paths, unreadable } = await openContent(folder, overrides, warn);
  const files = newestFirst(await stampFiles(root, paths));
  const reads: ReadPost[] = [];
  let nextPart = firstPart;
  const heard = (_: Stamped, read: ReadPost): void => {
    reads.push(read);
    if (reads.length < nextPart || reads.length === files.length) return;
    nextPart *= 4;
    onPart?.({ blog: blogOf(reads, unreadable, settings, now()), read: reads.length, total: files.length });
  };
  await readPosts(files, { root, settings, heard, signal, limit });
  return blogOf(reads, unreadable, settings, now());
}
