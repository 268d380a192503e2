import { constants, type Dirent } from 'node:fs';
import { type FileHandle, lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { articleEnding } from '../blog/article.ts';
import type { Unreadable } from '../blog/model.ts';
import { type Decoded, decodeText } from './decode.ts';

/** Larger files are listed, not read; in bytes. */
const largest = 5 * 1024 * 1024;

/** A file's text, or why there is none. */
export type ReadFile = Decoded | Omit<Unreadable, 'path'>;

/** The posts of a folder by their paths within it, in order, and what cannot be gone into. */
export interface Found {
  readonly paths: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

function isHiddenName(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

function isFolderOfPosts(name: string): boolean {
  return !isHiddenName(name) && name !== '_drafts';
}

/**
 * Markdown, or an article of a feed, by its name, and no editor's or system's own file: `.x.md.swp`, `~x.md`, `#x.md#`,
 * `._x.md`, `x.md~`.
 */
function isPostFile(name: string): boolean {
  return (/\.(?:md|markdown|mdx)$/i.test(name) || name.endsWith(articleEnding)) && !/^[.~#]/.test(name);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** Reads a file as text without following a link that has taken its place. Never throws. */
export async function readText(file: string): Promise<ReadFile> {
  try {
    const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      return await readOpened(handle);
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { code: 'file-unreadable', reason: codeOf(error) };
  }
}

async function readOpened(handle: FileHandle): Promise<ReadFile> {
  const { size } = await handle.stat();
  if (size > largest) return { code: 'too-large', detail: `${Math.ceil(size / 1024 / 1024)} MB` };
  return (await decodeText(await handle.readFile())) ?? { code: 'not-text' };
}

function isWithin(root: string, target: string): boolean {
  const way = relative(root, target);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * A link is never followed: what it leads to within the folder is read there, what lies outside is none of ours. A
 * problem only where it may have been meant as a post or a folder of posts.
 */
async function problemOfLink(root: string, path: string, name: string): Promise<Unreadable | undefined> {
  try {
    const target = await realpath(join(root, path));
    const isOurs = isPostFile(name) || (await stat(target)).isDirectory();
    return isOurs && !isWithin(root, target) ? { path, code: 'link-outside', detail: target } : undefined;
  } catch (error) {
    return isPostFile(name) ? { path, code: 'file-unreadable', reason: codeOf(error) } : undefined;
  }
}

/** True for a name that is no UTF-8: as it is listed, with U+FFFD in it, there is no such file. */
async function isMisnamed(root: string, path: string): Promise<boolean> {
  if (!path.includes('\ufffd')) return false;
  try {
    await lstat(join(root, path));
    return false;
  } catch (error) {
    return codeOf(error) === 'ENOENT';
  }
}

/**
 * Finds the posts of a folder: `.md`, `.markdown` and `.mdx` at any depth, but not in `node_modules`, `_drafts` and
 * folders whose names start with a dot. Links are not followed. `root` must be a real path. Throws where the folder
 * itself cannot be read.
 */
export async function findPosts(root: string): Promise<Found> {
  const paths: string[] = [];
  const unreadable: Unreadable[] = [];

  const visitEntry = async (entry: Dirent, path: string): Promise<void> => {
    if (entry.isSymbolicLink()) {
      const problem = isHiddenName(entry.name) ? undefined : await problemOfLink(root, path, entry.name);
      if (problem !== undefined) unreadable.push(problem);
    } else if (entry.isDirectory() && isFolderOfPosts(entry.name)) {
      await visitFolder(path).catch((error: unknown) => {
        unreadable.push({ path, code: 'file-unreadable', reason: codeOf(error) });
      });
    } else if (entry.isFile() && isPostFile(entry.name)) {
      if (await isMisnamed(root, path)) unreadable.push({ path, code: 'file-unreadable', reason: 'EILSEQ' });
      else paths.push(path);
    }
  };

  const visitFolder = async (folder: string): Promise<void> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    for (const entry of entries)
      await visitEntry(entry, folder === '' ? entry.name : `${folder}/${entry.name}`);
  };

  await visitFolder('');
  return { paths: paths.toSorted(), unreadable };
}
