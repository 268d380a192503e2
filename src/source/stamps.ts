import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { readDateOfPath } from '../blog/date.ts';
import { coverBeside } from './beside.ts';

/** A file as the folder shows it, before it is read. */
export interface Stamped {
  /** Path within CONTENT, with `/`. */
  readonly path: string;
  /**
   * Which file it is, its size and when it last changed, to the nanosecond, and the cover that lies beside it: another
   * stamp may be another post. Of a file that nobody may write, when its text last changed: a name that it is given
   * or loses elsewhere is no change.
   */
  readonly stamp: string;
  /** In bytes. */
  readonly size: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly changed: number;
}

const atOnce = 64;

const anyoneWrites = 0o222n;

async function stampOf(root: string, path: string): Promise<Stamped | undefined> {
  try {
    const { dev, ino, mode, size, mtimeNs, ctimeNs } = await lstat(join(root, path), { bigint: true });
    const changed = Number(mtimeNs / 1_000_000n);
    const cover = await coverBeside(root, path);
    const touched = (mode & anyoneWrites) === 0n ? [] : [ctimeNs];
    const stamp = [dev, ino, size, mtimeNs, ...touched, ...(cover === undefined ? [] : [cover])].join('.');
    return { path, stamp, size: Number(size), changed };
  } catch {
    // It is gone since the folder was listed; or it cannot be looked at, which reading it will say.
    return undefined;
  }
}

/** The files at these paths, without those that are gone by now. */
export async function stampFiles(root: string, paths: readonly string[]): Promise<readonly Stamped[]> {
  const stamped: Stamped[] = [];
  for (let start = 0; start < paths.length; start += atOnce) {
    const some = await Promise.all(paths.slice(start, start + atOnce).map(path => stampOf(root, path)));
    stamped.push(...some.filter(file => file !== undefined));
  }
  return stamped;
}

/**
 * Files in the order in which to read them, so that the newest posts can be shown first: by the date in their names,
 * then by when they changed.
 */
export function newestFirst(files: readonly Stamped[]): readonly Stamped[] {
  const dated = files.map(file => ({
    file,
    instant: readDateOfPath(file.path, 'UTC')?.instant ?? Number.NEGATIVE_INFINITY,
  }));
  const byName = (one: Stamped, other: Stamped) => (one.path < other.path ? 1 : -1);
  return dated
    .toSorted((one, other) => {
      if (one.instant !== other.instant) return one.instant < other.instant ? 1 : -1;
      return other.file.changed - one.file.changed || byName(one.file, other.file);
    })
    .map(({ file }) => file);
}
