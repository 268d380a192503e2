import { availableParallelism } from 'node:os';
import type { BlogSettings } from '../blog/model.ts';
import { type ReadPost, readPostFile } from './read-post-file.ts';
import type { Stamped } from './stamps.ts';
import type { ParseWorkerData } from './workers/parse.ts';
import { type Outcome, shareOut } from './workers/share.ts';
import { makeSpare, type Spare } from './workers/spare.ts';

/** A post that takes longer is set aside, in milliseconds. */
export const longestParse = 5_000;

/**
 * A worker takes a quarter of a second to start. Files that are read sooner than that, and of which none could hold
 * the process up even if parsing took the square of its size, are read without; in bytes.
 */
const mostTogether = 96 * 1024;
const mostAlone = 6 * 1024;

const mostWorkers = 4;

/** Each file that was read, in any order. */
export type Heard = (file: Stamped, read: ReadPost) => void;

interface Reading {
  readonly root: string;
  readonly settings: BlogSettings;
  readonly heard: Heard;
  readonly signal?: AbortSignal;
  /** How long one file may take, in milliseconds. */
  readonly limit?: number;
  /** A worker that waits between readings; see `spareReader`. */
  readonly spare?: Spare;
}

const script = new URL('./workers/parse.ts', import.meta.url);

/** A worker for reading posts that is at hand when few of them changed. */
export const spareReader = (): Spare => makeSpare(script);

function isSmall(files: readonly Stamped[]): boolean {
  const together = files.reduce((sum, { size }) => sum + size, 0);
  return together <= mostTogether && files.every(({ size }) => size <= mostAlone);
}

/** What a worker's answer says of a file; a worker speaks JSON. */
function readOf(path: string, outcome: Outcome<string>): ReadPost {
  if ('result' in outcome) return JSON.parse(outcome.result);
  return outcome.lost === 'took-too-long'
    ? { path, code: 'took-too-long' }
    : { path, code: 'file-unreadable', reason: outcome.reason };
}

/**
 * Reads files of posts in the given order, on workers where that is worth their start. A file whose reading takes
 * too long, or breaks a worker, is heard of as unreadable and holds up no other.
 */
export async function readPosts(
  files: readonly Stamped[],
  { root, settings, heard, signal, limit = longestParse, spare }: Reading,
): Promise<void> {
  const workerData: ParseWorkerData = { root, settings };
  spare?.expect(workerData);
  if (isSmall(files)) {
    for (const file of files)
      if (!signal?.aborted) heard(file, await readPostFile(root, file.path, settings));
    return;
  }
  const byPath = new Map(files.map(file => [file.path, file]));
  await shareOut<string, string>([...byPath.keys()], {
    script,
    workerData,
    size: Math.min(mostWorkers, availableParallelism(), Math.ceil(files.length / 8)),
    limit,
    signal,
    spare,
    done: (path, outcome) => {
      const file = byPath.get(path);
      if (file !== undefined) heard(file, readOf(path, outcome));
    },
  });
}
