import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import git, { type TreeEntry } from 'isomorphic-git';
import { marksToLookFor } from '../../blog/dialects/recognise.ts';
import { reuse, writeSealed } from '../remote/store.ts';
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
    if (entry.type === 'blob') await writeSealed(path, await bytesOf(clone, entry.oid));
    if (entry.type !== 'tree') continue;
    await mkdir(path, { recursive: true });
    const deeper = wanted.map(mark => mark.slice(entry.path.length + 1)).filter(mark => mark !== '');
    await writeMarks(clone, entry.oid, path, deeper);
  }
}

/** A commit's files of posts as they lie in a tree on this disk, by what is in them. */
type Former = ReadonlyMap<string, string>;

export interface CheckOut {
  readonly commit: string;
  /** Path of the posts within it, with `/`. */
  readonly folder: string;
  /** Where it is written to. */
  readonly tree: string;
  /** A commit that is on this disk already, and where. */
  readonly former?: { readonly commit: string; readonly tree: string };
}

const joined = (path: string, name: string): string => (path === '' ? name : `${path}/${name}`);

/** What of a commit lies at a path; each folder on the way there is told to `visit` with its path. */
async function entryAt(
  clone: Clone,
  { commit, folder }: Pick<CheckOut, 'commit' | 'folder'>,
  visit: (oid: string, path: string) => Promise<void> = () => Promise.resolve(),
): Promise<string | undefined> {
  let { tree: oid } = (await git.readCommit({ ...clone, oid: commit })).commit;
  let path = '';
  for (const name of folder.split('/').filter(part => part !== '')) {
    const found = (await entriesOf(clone, oid)).find(entry => entry.path === name && entry.type === 'tree');
    if (found === undefined) return undefined;
    await visit(oid, path);
    oid = found.oid;
    path = joined(path, name);
  }
  return oid;
}

async function formerOf(clone: Clone, { former, folder }: CheckOut): Promise<Former> {
  const files = new Map<string, string>();
  const collect = async (oid: string, path: string): Promise<void> => {
    for (const entry of await entriesOf(clone, oid)) {
      if (entry.type === 'tree') await collect(entry.oid, join(path, entry.path));
      else if (entry.mode !== link) files.set(entry.oid, join(path, entry.path));
    }
  };
  try {
    const oid = former && (await entryAt(clone, { commit: former.commit, folder }));
    if (former && oid !== undefined) await collect(oid, join(former.tree, folder));
  } catch {
    // The clone was made anew and knows that commit no more: everything is written then.
  }
  return files;
}

/**
 * Writes a commit's folder of posts below a tree, at its own path, and of the folders around it what tells of the site
 * that they are. Files that lie on this disk already are taken from there. Undefined where the commit has no such
 * folder.
 */
export async function checkOut(clone: Clone, wanted: CheckOut): Promise<CheckedOut | undefined> {
  const { tree, folder } = wanted;
  const root = await entryAt(clone, wanted, (oid, path) =>
    writeMarks(clone, oid, join(tree, path), marksToLookFor),
  );
  if (root === undefined) return undefined;
  const former = await formerOf(clone, wanted);
  const lfs: string[] = [];
  const submodules: string[] = [];

  const writeFile = async ({ oid }: TreeEntry, path: string): Promise<void> => {
    const known = former.get(oid);
    if (known !== undefined && (await reuse(known, join(tree, path)))) return;
    const bytes = await bytesOf(clone, oid);
    if (isLfsNote(bytes)) lfs.push(path);
    else await writeSealed(join(tree, path), bytes);
  };
  const writeAll = async (oid: string, path: string): Promise<void> => {
    await mkdir(join(tree, path), { recursive: true });
    for (const entry of await entriesOf(clone, oid)) {
      const at = joined(path, entry.path);
      if (entry.type === 'tree') await writeAll(entry.oid, at);
      else if (entry.type === 'commit') submodules.push(at);
      // A link is not followed in any folder of posts: what it leads to is read where it lies.
      else if (entry.mode !== link) await writeFile(entry, at);
    }
  };
  await writeAll(root, folder);
  return { lfs, submodules };
}
