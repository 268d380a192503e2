import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** A disk of a few hundred KiB, in memory. */
export interface SmallDisk {
  readonly folder: string;
  /** Makes it another size, such as `64m`. */
  readonly resize: (size: string) => void;
  /** Lets nothing be written from now on, or again; nobody may be writing. */
  readonly seal: (sealed: boolean) => void;
  /** Takes it away, with all that is on it. */
  readonly close: () => void;
}

const mount = (...args: readonly string[]) => execFileSync('mount', args, { stdio: 'pipe' });

/** Mounts a disk of a size such as `256k`. */
export function smallDisk(size: string): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'quoth-disk-'));
  try {
    mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder);
  } catch (error) {
    rmdirSync(folder);
    throw error;
  }
  return {
    folder,
    resize: other => mount('-o', `remount,size=${other}`, folder),
    seal: sealed => mount('-o', `remount,${sealed ? 'ro' : 'rw'}`, folder),
    close: () => {
      execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' });
      rmdirSync(folder);
    },
  };
}

function mayMount(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    smallDisk('64k').close();
    return true;
  } catch {
    console.warn('Nothing can be mounted here: no disk is full or sealed in the tests.');
    return false;
  }
}

/** Whether disks can be had here: who runs the tests is root and may mount. */
export const hasDisks = mayMount();
