import { shareOut } from '../workers/share.ts';
import type { Asking, Update } from './model.ts';

const scripts = {
  git: new URL('../git/worker.ts', import.meta.url),
  feed: new URL('../feed/worker.ts', import.meta.url),
};

/** How long asking may take in all, in milliseconds: a first clone through a slow proxy takes its time. */
const longest = { git: 15 * 60_000, feed: 2 * 60_000 };

/**
 * Asks a source on a worker, so that unpacking and parsing what it gave hold up no answer to a reader. Undefined where
 * it was aborted. Never rejects.
 */
export async function askOnWorker(
  asking: Asking,
  signal: AbortSignal,
  limit = longest[asking.address.kind],
): Promise<Update | undefined> {
  const { kind, url } = asking.address;
  const lost = (why: string): Update => ({
    fault: { sentence: `The posts of ${url} could not be brought: ${why}.`, needsPerson: false },
  });
  let update: Update | undefined;
  try {
    await shareOut<Asking, Update>([asking], {
      script: scripts[kind],
      workerData: undefined,
      size: 1,
      limit,
      signal,
      done: (_, outcome) => {
        if ('result' in outcome) update = outcome.result;
        else if (outcome.lost === 'took-too-long') update = lost('it took too long');
        else update = lost(outcome.reason);
      },
    });
  } catch (error) {
    return lost(error instanceof Error ? error.message : String(error));
  }
  return update;
}
