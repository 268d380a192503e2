import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import git, { type TreeEntry } from 'isomorphic-git';
import { marksToLookFor } from '../../blog/dialects/recognise.ts';
import type { Clone } from './clone.ts';

/** What of a commit is no file that can be written. */
export interface CheckedOut {
  /** Paths of what is kept in Git LFS: the repository holds only a note of each. */
  readonly lfs: readonly string[];
  /** Paths of submodules: the repository holds only the address of each. */
  readonly submodules: readonly string[];
}

/** The first line of the note that stands for a file in Git LFS, and the most that such a note is long, in bytes. */
const lfsLine = 'version https://git-lfs.github.com/spec/';
const longestNote = 1024;

const link = '120000';

function isLfsNote(bytes: Uint8Array): boolean {
  return bytes.length <= longestNote && Buffer.from(bytes).toString('latin1').startsWith(lfsLine);
}

/** isomorphic-git throws where a name leads out of its folder, or is that of git's own. */
async function entriesOf(clone: Clone, oid: string): Promise<readonly TreeEntry[]> {
  return (await git.readTree({ ...clone, oid })).tree;
}

async function bytesOf(clone: Clone, oid: string): Promise<Uint8Array> {
  return (await git.readBlob({ ...clone, oid })).blob;
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
}

/** Writes those of a folder's files that tell of the site around posts, and its folders of such names, empty. */
async function writeMarks(
  clone: Clone,
  oid: string,
  target: string,
  marks: readonly string[],
): Promise<void> {
  const byName = Map.groupBy(marks, mark => mark.split('/')[0] ?? '');
  for (const entry of await entriesOf(clone, oid)) {
    const wanted = byName.get(entry.path);
    const path = join(target, entry.path);
    if (wanted === undefined || entry.mode === link) continue;
    if (entry.type === 'blob') await write(path, await bytesOf(clone, entry.oid));
    if (entry.type !== 'tree') continue;
    await mkdir(path, { recursive: true });
    const deeper = wanted.map(mark => mark.slice(entry.path.length + 1)).filter(mark => mark !== '');
    await writeMarks(clone, entry.oid, path, deeper);
  }
}

async function writeAll(
  clone: Clone,
  oid: string,
  target: string,
  path: string,
  left: { lfs: string[]; submodules: string[] },
): Promise<void> {
  await mkdir(join(target, path), { recursive: true });
  for (const entry of await entriesOf(clone, oid)) {
    const at = path === '' ? entry.path : `${path}/${entry.path}`;
    if (entry.type === 'tree') await writeAll(clone, entry.oid, target, at, left);
    else if (entry.type === 'commit') left.submodules.push(at);
    // A link is not followed in any folder of posts: what it leads to is read where it lies.
    else if (entry.mode !== link) {
      const bytes = await bytesOf(clone, entry.oid);
      if (isLfsNote(bytes)) left.lfs.push(at);
      else await writeFile(join(target, at), bytes);
    }
  }
}

/**
 * Writes a commit's folder below `target`, at its own path, and of the folders around it what tells of the site that
 * they are. Undefined where the commit has no such folder.
 */
export async function checkOut(
  clone: Clone,
  commit: string,
  folder: string,
  target: string,
): Promise<CheckedOut | undefined> {
  let { tree: oid } = (await git.readCommit({ ...clone, oid: commit })).commit;
  let path = '';
  for (const name of folder.split('/').filter(part => part !== '')) {
    const found = (await entriesOf(clone, oid)).find(entry => entry.path === name && entry.type === 'tree');
    if (found === undefined) return undefined;
    await writeMarks(clone, oid, join(target, path), marksToLookFor);
    oid = found.oid;
    path = path === '' ? name : `${path}/${name}`;
  }
  const left = { lfs: [], submodules: [] };
  await writeAll(clone, oid, target, path, left);
  return left;
}
