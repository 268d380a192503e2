import { realpath, stat } from 'node:fs/promises';
import { basename } from 'node:path';

/** Word of changes in a folder, without any promise: some are missed on every system. */
export interface Watch {
  readonly close: () => Promise<void>;
}

/** How often it is looked whether a path still names the same folder, in milliseconds. */
const look = 1_000;

/** Folders in which much happens and no post stands, and files that nothing but an editor wants. */
const noisy = /^(?:\.|node_modules$|#|~)|~$/;

/** Which folder a path names; undefined where it names none. */
async function identityOf(folder: string): Promise<string | undefined> {
  try {
    const real = await realpath(folder);
    const { dev, ino } = await stat(real, { bigint: true });
    return `${dev}.${ino} ${real}`;
  } catch {
    return undefined;
  }
}

async function watchThere(folder: string, hint: () => void, fault: (error: unknown) => void): Promise<Watch> {
  // Loaded when there is something to watch: commands that answer once do without.
  const { watch } = await import('chokidar');
  const real = await realpath(folder);
  return (
    watch(real, {
      ignoreInitial: true,
      followSymlinks: false,
      ignorePermissionErrors: true,
      ignored: path => path !== real && noisy.test(basename(path)),
    })
      .on('all', hint)
      // What changed before the watcher was ready it never tells.
      .on('ready', hint)
      // A system that runs out of watches says so once for each folder.
      .once('error', fault)
      .on('error', () => undefined)
  );
}

/**
 * Calls `hint` when something changes below a folder, also when another folder takes its place, which a watcher does
 * not see. `fault` is told where the system watches no more, such as for lack of inotify watches.
 */
export async function watchFolder(
  folder: string,
  hint: () => void,
  fault: (error: unknown) => void,
): Promise<Watch> {
  let identity = await identityOf(folder);
  let watching = await watchThere(folder, hint, fault);
  let looking = Promise.resolve();

  const lookAgain = async (): Promise<void> => {
    const now = await identityOf(folder);
    if (now === identity) return;
    identity = now;
    await watching.close();
    if (now !== undefined) watching = await watchThere(folder, hint, fault);
    hint();
  };
  const timer = setInterval(() => {
    looking = looking.then(lookAgain).catch(fault);
  }, look).unref();

  return {
    close: async () => {
      clearInterval(timer);
      await looking;
      await watching.close();
    },
  };
}
