import { mkdtemp, readdir, rmdir, stat } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import type { Check, Finding, Patient } from './model.ts';

const MEBIBYTE = 1024 * 1024;

/** What Quoth runs on, by package.json. */
const LEAST_NODE = 24;

/** What a bot with a few thousand posts takes, in MiB. */
const ENOUGH = 200;

export const nodeCheck =
  ({ words, node }: Patient): Check =>
  () => {
    const isOld = Number.parseInt(node, 10) < LEAST_NODE;
    const message = isOld ? words.oldNode(node, LEAST_NODE) : words.node(node);
    return [{ check: 'node', state: isOld ? 'todo' : 'good', message }];
  };

export const memoryCheck =
  ({ words }: Patient): Check =>
  () => {
    const free = Math.round(process.availableMemory() / MEBIBYTE);
    // Of a container, what it may have; 0, or more than there is, where nothing limits it.
    const most = Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, totalmem());
    const message =
      free < ENOUGH ? words.littleMemory(free) : words.memory(free, Math.round(most / MEBIBYTE));
    return [{ check: 'memory', state: free < ENOUGH ? 'hint' : 'good', message }];
  };

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** Why nothing can be written in a folder, or where it is to be made; undefined where something can. */
export async function keptFrom(folder: string): Promise<string | undefined> {
  try {
    await rmdir(await mkdtemp(join(folder, '.doctor-')));
    return undefined;
  } catch (error) {
    const above = dirname(resolve(folder));
    const isThere = await stat(folder).catch(() => undefined);
    // Where the system has a folder and yet takes nothing there, as in /proc, nothing is made above it either.
    return codeOf(error) === 'ENOENT' && !isThere && above !== resolve(folder)
      ? keptFrom(above)
      : codeOf(error);
  }
}

/** How much the files of a folder hold, in bytes; those that cannot be looked at, or went meanwhile, hold nothing. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  let sum = 0;
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    sum += (await stat(join(entry.parentPath, entry.name)).catch(() => ({ size: 0 }))).size;
  }
  return sum;
}

export const cacheCheck =
  ({ words, cacheFolder }: Patient): Check =>
  async (): Promise<readonly Finding[]> => {
    const why = await keptFrom(cacheFolder);
    // Without a cache all works, but starts slowly.
    if (why !== undefined)
      return [{ check: 'cache', state: 'hint', message: words.unwritable(cacheFolder, why) }];
    const size = ((await sizeOf(cacheFolder)) / MEBIBYTE).toFixed(1);
    return [{ check: 'cache', state: 'good', message: words.cache(cacheFolder, size) }];
  };
