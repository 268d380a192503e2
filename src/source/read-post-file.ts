import { join } from 'node:path';
import { articleEnding, readArticle } from '../blog/article.ts';
import type { BlogSettings, Hidden, Post, Unreadable } from '../blog/model.ts';
import { isHidden, readPost } from '../blog/post.ts';
import { coverBeside } from './beside.ts';
import { type ReadFile, readText } from './files.ts';

/** What a file of posts came to. */
export type ReadPost = Post | Hidden | Unreadable;

/** True for a file that is not served because it cannot be. */
export function isUnreadable(read: ReadPost): read is Unreadable {
  return 'code' in read;
}

/** What a file at `path` (within CONTENT, with `/`) came to, once it is opened, `cover` beside it. Never throws. */
export function readAsPost(path: string, file: ReadFile, settings: BlogSettings, cover?: string): ReadPost {
  if (!('text' in file)) return { path, ...file };
  try {
    if (path.endsWith(articleEnding))
      return (
        readArticle(path, file.text, settings) ?? { path, code: 'file-unreadable', reason: 'no article' }
      );
    const read = readPost(path, file.text, settings, cover);
    return isHidden(read) ? read : { ...read, problems: [...file.problems, ...read.problems] };
  } catch (error) {
    // readPost does not throw, but no bug of it may take the other posts along.
    return { path, code: 'file-unreadable', reason: String(error) };
  }
}

/** Reads the file at `path` within `root` as a post. Never throws. */
export async function readPostFile(root: string, path: string, settings: BlogSettings): Promise<ReadPost> {
  const [file, cover] = await Promise.all([readText(join(root, path)), coverBeside(root, path)]);
  return readAsPost(path, file, settings, cover);
}
