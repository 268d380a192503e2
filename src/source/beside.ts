import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleCover } from '../blog/cover.ts';

const folderOfItsOwn = /(?:^|\/)index(?:\.[\w-]+)?\.[^./]+$/i;

/**
 * The name of the picture in a post's own folder, `x/index.md`, that is its cover by its name; undefined where there
 * is none, and for other posts. Never throws.
 */
export async function coverBeside(root: string, path: string): Promise<string | undefined> {
  if (!folderOfItsOwn.test(path)) return undefined;
  const names = await readdir(dirname(join(root, path))).catch(() => []);
  return bundleCover(names);
}
