import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Makes one folder in one that is there. */
function makeOne(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    // It is there, or somebody else made it just now.
    if (!isFolder(path)) throw error;
  }
}

/**
 * Makes a folder, and those above it, where they are not there. Throws what the system says where that cannot be.
 *
 * Node's own `recursive` never ends where the system has nothing at a path and takes nothing there either, as in /proc:
 * it goes up and down for good. This goes up once.
 */
export function makeFolder(path: string): void {
  try {
    makeOne(path);
  } catch (error) {
    const above = dirname(path);
    if (!isMissing(error) || above === path) throw error;
    makeFolder(above);
    makeOne(path);
  }
}
