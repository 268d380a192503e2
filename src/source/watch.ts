import { watch } from 'node:fs';
import { sep } from 'node:path';

/** How long a folder must be quiet before it is read, in milliseconds: editors save in several steps. */
const QUIET = 120;

/** Folders that no post stands in, and in which much happens. */
const noisy = /(?:^|\/)(?:node_modules|\.git)(?:\/|$)/;

/**
 * Calls `changed` once a folder's files have changed and are quiet again, at any depth, until the returned function is
 * called. A system that cannot watch a folder watches nothing: what was read stays.
 */
export function watchFolder(folder: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, (_, name) => {
    if (name !== null && noisy.test(name.replaceAll(sep, '/'))) return;
    clearTimeout(timer);
    timer = setTimeout(changed, QUIET);
  });
  watcher.on('error', () => watcher.close());
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
