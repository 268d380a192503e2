import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Around, type Mark, marksToLookFor } from '../blog/dialects/recognise.ts';
import { readText } from './files.ts';

/** So many folders above CONTENT are looked at, the repository's root last. */
const mostLevels = 4;

/** No site's configuration is longer, in characters. */
const longest = 256 * 1024;

/** Paths to look for by their first name, so that only folders that are there are looked into. */
const byFirstName = Map.groupBy(marksToLookFor, path => path.split('/')[0] ?? '');

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}

/** A file with its text, or a folder; undefined where there is nothing of that name. */
async function markAt(folder: string, level: number, path: string): Promise<Mark | undefined> {
  const file = await readText(join(folder, path));
  if ('text' in file) return { level, path, text: file.text.slice(0, longest) };
  return /^(?:ENOENT|ENOTDIR)$/.test(file.reason ?? '') ? undefined : { level, path };
}

async function marksIn(folder: string, level: number, names: readonly string[]): Promise<readonly Mark[]> {
  const paths = names.flatMap(name => byFirstName.get(name) ?? []);
  const marks = await Promise.all(paths.map(path => markAt(folder, level, path)));
  return marks.filter(mark => mark !== undefined);
}

/**
 * What lies around the posts of a folder, in it and in the folders above it up to the repository's root: of a fixed
 * list of names those that are there, with the texts of files among them. Nothing else is read. Never throws.
 */
export async function readAround(root: string): Promise<Around> {
  const folders: string[] = [];
  const marks: Mark[] = [];
  let folder = root;
  for (let level = 0; level <= mostLevels; level++) {
    const names = await namesIn(folder);
    folders.push(basename(folder));
    marks.push(...(await marksIn(folder, level, names)));
    const above = dirname(folder);
    if (names.includes('.git') || above === folder || folder === homedir() || dirname(above) === above) break;
    folder = above;
  }
  return { folders, marks };
}
