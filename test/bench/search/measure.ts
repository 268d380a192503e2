/*
 * One engine over so many passages, run as a process of its own: `node --expose-gc measure.ts <file> <engine> <count>
 * [<relevance set>…]`. Writes its numbers as JSON.
 */
import { readFileSync } from 'node:fs';
import { type Passage, passagesFor, queriesFor } from './passages.ts';
import { type Find, peers } from './peers.ts';
import { qualityOf } from './quality.ts';

const [file = '', name = '', count = '0', ...sets] = process.argv.slice(2);

const cpuMs = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

/** Megabytes that are held, in the heap and beside it. */
function held(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

/** CPU milliseconds that each query takes, fewest first, once the engine is warm. */
async function timesOf(find: Find, queries: readonly string[]): Promise<readonly number[]> {
  for (const query of queries.slice(0, 50)) await find(query, 10);
  const times: number[] = [];
  for (const query of queries) {
    const since = process.cpuUsage();
    await find(query, 10);
    times.push(cpuMs(since));
  }
  return times.sort((one, other) => one - other);
}

const at = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;

const peer = peers[name];
if (!peer) throw new Error(`There is no engine ${name}: there are ${Object.keys(peers).join(', ')}.`);
const real: readonly Passage[] = JSON.parse(readFileSync(file, 'utf8'));
const passages = passagesFor(real, Number(count));
const { headings, keywords } = queriesFor(passages, 200);
const before = held();
const since = process.cpuUsage();
const find = await peer.build(passages);
const build = cpuMs(since);
const heap = held() - before;
const headingTimes = await timesOf(find, headings);
const keywordTimes = await timesOf(find, keywords);
const numbers = {
  'build CPU ms': build,
  'held MB': heap,
  'heading ms': at(headingTimes, 0.5),
  'heading p99': at(headingTimes, 0.99),
  'keyword ms': at(keywordTimes, 0.5),
  'keyword p99': at(keywordTimes, 0.99),
};
const quality: Record<string, number> = {};
for (const set of sets) Object.assign(quality, await qualityOf(peer.build, set));
// Some engines write on standard output as well: the last line is what counts.
process.stdout.write(`\n${JSON.stringify({ ...numbers, ...quality })}\n`);
