import { join } from 'node:path';
import { loadFolder } from '../../src/source/folder.ts';
import { type Fuzzed, fuzz } from '../bot/fuzz/fuzz.ts';
import type { Row } from './table.ts';

const content = join(import.meta.dirname, '..', '..', 'content');

/** How many interactions, or TIMES, and how many of a seed: so that the memory of a run is bounded. */
const times = Number(process.env.TIMES ?? 1_000_000);
const batch = 50_000;

/** Broken interactions, never the same ones twice; what went wrong, and the slowest, are told beside the table. */
export async function bench(): Promise<readonly Row[]> {
  const blog = await loadFolder(content, { url: 'https://blog.example' });
  const first = Date.now() % 1_000_000_000;
  const begun = performance.now();
  const runs: Fuzzed[] = [];
  for (let done = 0; done < times; done += batch) {
    const seed = first + done;
    const run = await fuzz(blog, batch, seed);
    if (run.fault !== undefined) console.error(`Seed ${seed}: ${run.fault}`);
    runs.push(run);
    const { slowest, slowestByClock } = run;
    console.error(
      `${done + batch} are done; the slowest took ${slowest.toFixed(1)} ms of CPU, ${slowestByClock.toFixed(1)} by the clock`,
    );
  }
  const slowest = runs.toSorted((one, other) => other.slowest - one.slowest)[0];
  if (slowest) console.error(`The slowest: ${slowest.slow}`);
  const count = runs.reduce((sum, run) => sum + run.count, 0);
  const faults = runs.filter(({ fault }) => fault !== undefined).length;
  return [
    {
      what: 'broken interactions',
      numbers: {
        count,
        'a second': (count / (performance.now() - begun)) * 1_000,
        'slowest, ms of CPU': slowest?.slowest ?? Number.NaN,
        'by the clock': slowest?.slowestByClock ?? Number.NaN,
        faults,
      },
    },
  ];
}
