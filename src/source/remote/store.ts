import { hash, randomUUID } from 'node:crypto';
import {
  access,
  copyFile,
  link,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RemoteAddress } from './model.ts';

/*
 * What was brought from a source lies in a folder of its own within CACHE_DIR: trees of posts, each of which is made
 * whole under another name, never changed after that, and named by what is in it; and a file that says which of them
 * is the one to serve. So no reader, in whichever process, sees half of a change, and what is cut off leaves nothing
 * that could be taken for whole.
 */

/** The folder of a source within CACHE_DIR. */
export function storeOf(cacheFolder: string, address: RemoteAddress): string {
  const name = hash('sha256', JSON.stringify(Object.entries(address).toSorted()), 'hex').slice(0, 16);
  return join(cacheFolder, `${address.kind}-${name}`);
}

const stateFile = (store: string): string => join(store, 'state.json');

/** When the posts of a source last became others, in milliseconds since 1970; undefined where none were brought. */
export async function changedAt(store: string): Promise<number | undefined> {
  try {
    // Disks tell it more exactly, with a fraction that PostgreSQL takes for no moment.
    return Math.floor((await stat(stateFile(store))).mtimeMs);
  } catch {
    return undefined;
  }
}

const trees = (store: string): string => join(store, 'trees');

/** Where a tree of this name lies, or would lie. */
export const treeAt = (store: string, name: string): string => join(trees(store), name);

export function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** What was kept of a source; undefined where nothing was, or where it cannot be read. */
export async function readState(store: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(stateFile(store), 'utf8'));
  } catch {
    // It is brought anew then.
    return undefined;
  }
}

/** Keeps what belongs to a source from now on. */
export async function writeState(store: string, state: object): Promise<void> {
  const beside = `${stateFile(store)}.${randomUUID()}.tmp`;
  await writeFile(beside, JSON.stringify(state), { mode: 0o600 });
  await rename(beside, stateFile(store));
}

/** Writes files of a tree by their paths. A path must not lead out of it. */
export type Fill = (folder: string) => Promise<void>;

/**
 * The tree of this name, made by `fill` where it is not there. What lies around it is none of its site's: the search
 * for a site's configuration ends at a tree as it does at a repository.
 */
export async function makeTree(store: string, name: string, fill: Fill): Promise<string> {
  const tree = treeAt(store, name);
  if (await isThere(tree)) return tree;
  const unfinished = treeAt(store, `${name}.${randomUUID()}.tmp`);
  try {
    await mkdir(join(unfinished, '.git'), { recursive: true });
    await fill(unfinished);
    await rename(unfinished, tree).catch(async (error: unknown) => {
      // Another process was faster.
      if (!(await isThere(tree))) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return tree;
}

/** Writes a file of a tree, which nobody may write after that. */
export async function writeSealed(file: string, bytes: Uint8Array | string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes, { mode: 0o444 });
}

/**
 * Puts a file of an earlier tree into a new one as well: where the disk can do that it takes no room, and is known as
 * the same file, so that it is not read again. False where it is not there.
 */
export async function reuse(former: string, file: string): Promise<boolean> {
  await mkdir(dirname(file), { recursive: true });
  try {
    await link(former, file).catch(() => copyFile(former, file));
    return true;
  } catch {
    // It is written anew then.
    return false;
  }
}

/** What is older is nobody's unfinished work, nor read by anyone; in milliseconds. */
const stale = 60 * 60_000;

/** Removes trees that are neither of these names nor young, and what was cut off while it was made. */
export async function pruneTrees(store: string, names: readonly string[], now = Date.now()): Promise<void> {
  for (const name of await readdir(trees(store)).catch(() => [])) {
    if (names.includes(name)) continue;
    const made = await stat(treeAt(store, name)).catch(() => undefined);
    if (made && now - made.mtimeMs > stale) await rm(treeAt(store, name), { recursive: true, force: true });
  }
}
