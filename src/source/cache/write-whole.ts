import { randomUUID } from 'node:crypto';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../../disk/make-folder.ts';

/** What a process left half written that ended long ago, in milliseconds. */
const stale = 60 * 60_000;

const unfinished = (file: string): string => `${file}.${randomUUID()}.tmp`;

/** Removes what processes that were killed left beside a file. */
async function tidy(file: string): Promise<void> {
  const folder = dirname(file);
  const start = `${basename(file)}.`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(start) || !name.endsWith('.tmp')) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (mtimeMs < Date.now() - stale) await rm(path, { force: true });
  }
}

/**
 * Writes a whole file beside the one that it then replaces, so that there is never half of one, whoever else writes it
 * at the same time. Rejects where the disk does; then nothing is left of it.
 */
export async function writeWhole(file: string, texts: AsyncIterable<string>): Promise<void> {
  makeFolder(dirname(file));
  await tidy(file);
  const beside = unfinished(file);
  try {
    const handle = await open(beside, 'wx', 0o600);
    try {
      await handle.writeFile(texts);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}
