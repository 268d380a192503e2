import type { SearchIndex } from './build.ts';
import { glossesInSteps } from './glosses.ts';
import { labelsOf } from './labels.ts';
import { spelledInSteps, writtenWords } from './lexicon.ts';
import { atOnce, inSlices, type Pause } from './steps.ts';

function* readied(index: SearchIndex): Generator<void, void> {
  labelsOf(index);
  yield;
  writtenWords(index.lexicon);
  yield;
  yield* glossesInSteps(index);
  yield* spelledInSteps(index.lexicon);
}

/**
 * Makes what answers take from an index besides itself, in slices, so that the first reader who needs it waits for
 * none of it. Ends early where `isWanted` says so.
 */
export const readyInSlices = (
  index: SearchIndex,
  pause: Pause,
  isWanted: () => boolean = () => true,
): Promise<void> => {
  function* whileWanted(): Generator<void, void> {
    for (const _ of readied(index)) {
      if (!isWanted()) return;
      yield;
    }
  }
  return inSlices(whileWanted(), pause);
};

/** The same at once, where nobody waits yet. */
export const readyAtOnce = (index: SearchIndex): void => atOnce(readied(index));
