import { setTimeout } from 'node:timers/promises';
import { ContentError } from '../content.ts';
import { keptFromFeed } from '../feed/state.ts';
import { keptFromGit } from '../git/update.ts';
import { askOnWorker } from './ask.ts';
import { followRemote, type Remote, type RemoteOptions } from './follow-remote.ts';
import type { Asking, RemoteAddress, Update } from './model.ts';
import { changedAt, makeTree, storeOf } from './store.ts';

export interface OpenOptions
  extends Pick<RemoteOptions, 'warn' | 'every'>,
    Partial<Pick<RemoteOptions, 'wait' | 'now'>>,
    Omit<Asking, 'store'> {
  /** The folder that it is brought to. */
  readonly cacheFolder: string;
}

/** Posts that are brought from elsewhere to a folder on this disk. */
export interface OpenRemote extends Pick<Remote, 'state' | 'hurry' | 'close'> {
  /** Names the source, whatever its posts come to. */
  readonly store: string;
  /** The folder to read now; never changed after it was made: another one takes its place. */
  readonly folder: () => string;
  /**
   * Resolves when there is something to read: what was brought last, even by another process and long ago; else what
   * the source says; else, where it is away, an empty folder. Rejects with ContentError where only a person can help.
   */
  readonly ready: Promise<void>;
  /** Resolves, or rejects likewise, when the source was asked. */
  readonly fresh: Promise<void>;
  /** When its posts last became others, in milliseconds since 1970; undefined where none were brought. */
  readonly changedAt: () => Promise<number | undefined>;
  /** Tells of each folder that takes the former one's place, until the returned function is called. */
  readonly onMove: (listener: () => void) => () => void;
}

function kept(store: string, address: RemoteAddress): Promise<string | undefined> {
  return address.kind === 'git' ? keptFromGit(store, address) : keptFromFeed(store);
}

/** What a worker is told: nothing that cannot be sent to it. */
function askingOf({ address, login, proxy, patience }: OpenOptions, store: string): Asking {
  return {
    address,
    store,
    ...(login ? { login } : {}),
    ...(proxy ? { proxy } : {}),
    ...(patience === undefined ? {} : { patience }),
  };
}

const waited: RemoteOptions['wait'] = (milliseconds, signal) =>
  setTimeout(milliseconds, undefined, { signal, ref: false });

/** Why a source gave nothing, where only a person can mend that. */
const refusalIn = (update: Update | undefined): string | undefined =>
  update && 'fault' in update && update.fault.needsPerson ? update.fault.sentence : undefined;

/** A folder of no posts, for a source that was never there yet. Throws ContentError. */
async function makeEmpty(store: string, cacheFolder: string): Promise<string> {
  try {
    return await makeTree(store, 'empty', () => Promise.resolve());
  } catch (error) {
    const why = `nothing can be written there: ${String(error)}`;
    throw new ContentError(`CACHE_DIR is "${cacheFolder}", but ${why}.`, { cause: error });
  }
}

/** Opens a source: what was brought from it last is there at once, and it is asked from now on until it is closed. */
export function openRemote(options: OpenOptions): OpenRemote {
  const { address, cacheFolder, warn, every, wait = waited, now = Date.now } = options;
  const store = storeOf(cacheFolder, address);
  const listeners = new Set<() => void>();
  let folder: string | undefined;
  let refusal: string | undefined;
  const before = kept(store, address).then(known => {
    folder = known;
    return known !== undefined;
  });

  const remote = followRemote({
    source: address.url,
    ask: async signal => {
      await before;
      const update = await askOnWorker(askingOf(options, store), signal);
      if (folder === undefined) refusal = refusalIn(update);
      return update;
    },
    moved: to => {
      folder = to;
      for (const listener of listeners) listener();
    },
    // Whoever waits for posts is told by a rejection.
    warn: sentence => (sentence === refusal ? undefined : warn(sentence)),
    every,
    wait,
    now,
  });

  const asked = async (): Promise<void> => {
    await remote.first;
    if (folder !== undefined) return;
    if (refusal !== undefined) throw new ContentError(refusal);
    const empty = await makeEmpty(store, cacheFolder);
    folder ??= empty;
  };
  const fresh = asked();
  const ready = before.then(isKept => (isKept ? undefined : fresh));
  // Whoever waits for one of them hears of it.
  for (const outcome of [fresh, ready]) outcome.catch(() => undefined);

  return {
    store,
    folder: () => {
      if (folder === undefined) throw new Error('The source has not answered yet.');
      return folder;
    },
    ready,
    fresh,
    changedAt: () => changedAt(store),
    state: remote.state,
    hurry: remote.hurry,
    onMove: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: remote.close,
  };
}
