import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeBlog } from '../blog/blog.ts';
import type { Blog, BlogSettings, Hidden, Post, Unreadable } from '../blog/model.ts';
import { isHidden, readPost } from '../blog/post.ts';
import { readSettings, type SettingOverrides, SettingsError, settingsFile } from '../blog/settings.ts';
import { findPosts, type ReadFile, readText } from './files.ts';

/** Files are read so many at a time, since waiting for each takes as long as parsing it. */
const filesAtOnce = 32;

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

function readAs(path: string, file: ReadFile, settings: BlogSettings): Post | Hidden | Unreadable {
  if (!('text' in file)) return { path, ...file };
  try {
    const read = readPost(path, file.text, settings);
    return isHidden(read) ? read : { ...read, problems: [...file.problems, ...read.problems] };
  } catch (error) {
    // readPost does not throw, but no bug of it may take the other posts along.
    return { path, code: 'file-unreadable', reason: String(error) };
  }
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
): Promise<Blog> {
  const root = await realFolder(folder);
  const { settings, warnings } = readSettings(await settingsText(root), overrides);
  warnings.forEach(warn);
  const found = await findPosts(root);
  const posts: Post[] = [];
  const unreadable = [...found.unreadable];
  for (let start = 0; start < found.paths.length; start += filesAtOnce) {
    const paths = found.paths.slice(start, start + filesAtOnce);
    const files = await Promise.all(
      paths.map(async path => ({ path, file: await readText(join(root, path)) })),
    );
    for (const { path, file } of files) {
      const read = readAs(path, file, settings);
      if ('code' in read) unreadable.push(read);
      else if (!isHidden(read)) posts.push(read);
    }
  }
  return makeBlog(posts, unreadable, settings);
}
