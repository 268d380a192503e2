import { sentenceOf } from '../announce/sentence.ts';
import type { Config } from '../config.ts';
import { type Reading, readSnapshot } from '../source/snapshot.ts';
import type { Snapshot } from '../source/snapshot-model.ts';
import type { Place } from './place.ts';
import { teller } from './telling.ts';

/** Reads the posts of a place, again and again. */
export interface Reader {
  /** Reads them, with `previous` only what changed since. Throws where CONTENT or a setting cannot be used. */
  readonly read: (more: Partial<Reading>, previous?: Snapshot) => Promise<Snapshot>;
  /** Tells once why they could not be read. */
  readonly fault: (error: unknown) => void;
  /** Real path of the folder that was read last; undefined before one was. */
  readonly root: () => string | undefined;
}

/** `warn` is told what is wrong in the blog's settings, a sentence each, once. */
export function makeReader(
  { blog }: Config,
  place: Place,
  warn: (sentence: string) => void,
  signal?: AbortSignal,
): Reader {
  const tellOfSettings = teller(warn);
  const tellOfReading = teller(warn);
  let root: string | undefined;
  return {
    read: async (more, previous) => {
      const sentences: string[] = [];
      const given = { folder: place.folder(), overrides: blog, signal };
      const warnLater = (sentence: string) => sentences.push(sentence);
      const snapshot = await readSnapshot({ ...given, warn: warnLater, ...more }, previous);
      tellOfSettings(sentences);
      tellOfReading([]);
      root = snapshot.root;
      return snapshot;
    },
    fault: error => tellOfReading([sentenceOf(error)]),
    root: () => root,
  };
}
