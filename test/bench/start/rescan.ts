import { setImmediate, setTimeout } from 'node:timers/promises';
import { indexInSlices } from '../../../src/search/build.ts';
import { spareReader } from '../../../src/source/read-posts.ts';
import { readSnapshot } from '../../../src/source/snapshot.ts';
import { changeIn } from './blog.ts';

const times = 5;
const otherWork = () => setImmediate();

/** A change is heard of some time before the folder is read again: it waits to be quiet. */
const quiet = 250;

/** How long reading a folder again takes of which one post changed, and its index with that post, in milliseconds. */
export async function rescans(folder: string): Promise<{ readonly passages: number; readonly ms: number }> {
  const spare = spareReader();
  const reading = { folder, overrides: { timezone: 'UTC' }, spare };
  let snapshot = await readSnapshot(reading);
  let index = await indexInSlices(snapshot.blog, otherWork);
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time++) {
    changeIn(folder, `again${time}`);
    spare.prepare();
    await setTimeout(quiet);
    const begun = performance.now();
    snapshot = await readSnapshot(reading, snapshot);
    index = await indexInSlices(snapshot.blog, otherWork, { before: index });
    least = Math.min(least, performance.now() - begun);
  }
  await spare.close();
  return { passages: index.passages.length, ms: least };
}
