import type { Config } from '../config.ts';
import type { SourceState } from '../source/remote/model.ts';
import { openRemote } from '../source/remote/open-remote.ts';
import { type Watch, watchFolder } from '../source/watch.ts';
import { makeSourceFolder } from './needed-folders.ts';

/** Where posts lie on this disk, whether they are written there or brought there. */
export interface Place {
  /** The folder to read now, once there is one. */
  readonly folder: () => string;
  /** What their cache is known by, where they do not always lie in the same folder. */
  readonly cachedAs?: string;
  /** Resolves when there is something to read, however old. Rejects with ContentError where only a person can help. */
  readonly ready: Promise<void>;
  /** The same, once where they come from was asked. */
  readonly fresh: Promise<void>;
  /** Hints that the posts may have changed. */
  readonly watch: (hint: () => void, fault: (error: unknown) => void) => Promise<Watch>;
  /** When the posts came to be as they are, in milliseconds since 1970; undefined for a folder, whose files tell it. */
  readonly changedAt: () => Promise<number | undefined>;
  /** How the source is doing; undefined for a folder. */
  readonly state: () => SourceState | undefined;
  /** Somebody said that there is something new. */
  readonly hurry: () => void;
  readonly close: () => Promise<void>;
}

function folderPlace(folder: string): Place {
  const hints = new Set<() => void>();
  return {
    folder: () => folder,
    ready: Promise.resolve(),
    fresh: Promise.resolve(),
    watch: (hint, fault) => {
      hints.add(hint);
      return watchFolder(folder, hint, fault);
    },
    changedAt: () => Promise.resolve(undefined),
    state: () => undefined,
    hurry: () => {
      for (const hint of hints) hint();
    },
    close: () => Promise.resolve(),
  };
}

/**
 * Opens the place that CONTENT names. `warn` is told a sentence when a source is away, and when it is back. Throws Unfit
 * where what is brought can be kept nowhere.
 */
export function openPlace({ content, source, cacheFolder }: Config, warn: (sentence: string) => void): Place {
  if (!source) return folderPlace(content);
  makeSourceFolder(cacheFolder);
  const remote = openRemote({ ...source, cacheFolder, warn });
  return {
    ...remote,
    cachedAs: remote.store,
    watch: hint => {
      const stop = remote.onMove(hint);
      return Promise.resolve({
        close: () => {
          stop();
          return Promise.resolve();
        },
      });
    },
  };
}
