import { setImmediate } from 'node:timers/promises';
import { indexInSlices } from '../../../src/search/build.ts';
import { readSnapshot } from '../../../src/source/snapshot.ts';
import { changeIn } from './blog.ts';

const times = 5;
const otherWork = () => setImmediate();

/** How long reading a folder again takes of which one post changed, and its index with that post, in milliseconds. */
export async function rescans(folder: string): Promise<{ readonly passages: number; readonly ms: number }> {
  const reading = { folder, overrides: { timezone: 'UTC' } };
  let snapshot = await readSnapshot(reading);
  let index = await indexInSlices(snapshot.blog, otherWork);
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time++) {
    changeIn(folder, `again${time}`);
    const begun = performance.now();
    snapshot = await readSnapshot(reading, snapshot);
    index = await indexInSlices(snapshot.blog, otherWork, { before: index });
    least = Math.min(least, performance.now() - begun);
  }
  return { passages: index.passages.length, ms: least };
}
