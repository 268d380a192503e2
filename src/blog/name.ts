import { languageOfName } from './language.ts';

/** Files that stand for their folder. */
export const folderFile = /^(?:index|_index|readme)$/i;

/** A post's path without its extension and its language's suffix: `posts/x.en.md` → `posts/x`. */
export function pathWithoutSuffixes(path: string): string {
  const bare = path.replace(/\.[^./]+$/, '');
  return languageOfName(path) === undefined ? bare : bare.replace(/\.[^./]+$/, '');
}

/** What a post is called by its path: its file's name, or its folder's where the file is `index` or `README`. */
export function nameOf(path: string): string {
  const [name = '', folder] = pathWithoutSuffixes(path).split('/').toReversed();
  return folderFile.test(name) && folder !== undefined ? folder : name;
}
