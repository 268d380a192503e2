import { cpSync, rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeIndex } from '../../src/search/build.ts';
import { loadFolder } from '../../src/source/folder.ts';
import { makeClock, makeIds } from '../discord/clock.ts';
import { makeSigner, type Signer } from '../discord/endpoint.ts';
import { buildFor } from '../worker/workerd.ts';
import { benchBot, recorded } from './bot.ts';
import { root } from './child.ts';
import { acts } from './commands.ts';
import { median, percentile } from './measure.ts';
import { makeBlogFolder } from './start/blog.ts';
import type { Row } from './table.ts';
import { type Alone, runAlone } from './worker/workerd.ts';

/** Posts of about 2,000 passages, with the shipped one among them. */
const posts = 215;

/** What is promised of 2,000 passages, in milliseconds, and the free plan's size, in MiB. */
const [mostCpu, mostStart, mostSize] = [10, 400, 3];

const requests = 200;
const warmUp = 50;
const starts = 5;

type Numbers = Readonly<Record<string, number>>;

/** What answers and does nothing else: what workerd takes by itself. */
const empty =
  "export default { fetch: async request => { await request.text(); return new Response('{}'); } };";

type Ask = (interaction: object) => Promise<void>;

/** Sends interactions to a Worker, signed, each as if for the first time. */
function asking({ url }: Alone, signer: Signer): Ask {
  const nextId = makeIds(makeClock());
  return async interaction => {
    const body = JSON.stringify({ ...interaction, id: nextId() });
    const headers = signer.headers(body);
    const response = await fetch(`${url}/interactions`, { method: 'POST', headers, body });
    if (!response.ok) throw new Error(`the Worker answered ${response.status} ${await response.text()}`);
    await response.arrayBuffer();
  };
}

/** From nothing to the first answer, and an interaction after it: time, and what of it was on a processor. */
async function start(folder: string, signer: Signer, interaction: object): Promise<Numbers> {
  const begun = performance.now();
  const worker = await runAlone(folder, signer.publicKey);
  const [ms, cpu] = [performance.now() - begun, worker.own()];
  await asking(worker, signer)(interaction);
  const [first, memory] = [worker.own() - cpu, worker.memory()];
  await worker.close();
  return { ms, cpu, first, memory };
}

const least = (runs: readonly Numbers[], key: string): number =>
  Math.min(...runs.map(run => run[key] ?? Number.NaN));

/** Starts of both in turns, so that whatever else the machine does weighs on them alike. */
async function startsOf(quoth: string, bare: string, signer: Signer, interaction: object): Promise<Numbers> {
  const [own, others]: [Numbers[], Numbers[]] = [[], []];
  for (let round = 0; round < starts; round++) {
    own.push(await start(quoth, signer, interaction));
    others.push(await start(bare, signer, interaction));
  }
  const beside = (key: string): number => least(own, key) - least(others, key);
  return { ms: beside('ms'), cpu: beside('cpu'), first: beside('first'), memory: beside('memory') };
}

/** What a request takes, one after the other: time at the asker, and workerd's processor. */
async function taken(worker: Alone, ask: Ask, interaction: object): Promise<Numbers> {
  for (let done = 0; done < warmUp; done++) await ask(interaction);
  const durations: number[] = [];
  const before = worker.cpu();
  for (let done = 0; done < requests; done++) {
    const begun = performance.now();
    await ask(interaction);
    durations.push(performance.now() - begun);
  }
  const cpu = (worker.cpu() - before) / requests;
  durations.sort((one, other) => one - other);
  return { 'median ms': median(durations), 'p99 ms': percentile(durations, 0.99), 'CPU ms': cpu };
}

const row = (what: string, numbers: Numbers, most = Number.NaN): Row => ({
  what,
  numbers: {
    'median ms': Number.NaN,
    'p99 ms': Number.NaN,
    'CPU ms': Number.NaN,
    ...numbers,
    'at most': most,
  },
});

/** Quoth in workerd, the runtime of Cloudflare Workers: how large it is, how soon it is there, what an answer takes. */
export async function bench(): Promise<readonly Row[]> {
  const signer = makeSigner(makeClock());
  const content = makeBlogFolder(posts);
  cpSync(join(root, 'content'), content, { recursive: true });
  const blog = await loadFolder(content, { timezone: 'UTC' });
  const { passages } = makeIndex(blog);
  const built = await buildFor(blog);
  const bare = await mkdtemp(join(tmpdir(), 'quoth-bench-empty-'));
  await writeFile(join(bare, 'worker.js'), empty);
  await writeFile(join(bare, 'blog.bin'), '');
  try {
    const respond = await benchBot();
    const search = await recorded(respond, reader => reader.types('/search long context'));
    const cold = await startsOf(built.folder, bare, signer, search);
    const size = built.size.compressed / 1024 / 1024;
    const what = `${blog.posts.length} posts, ${passages.length} passages`;
    const rows = [
      row(`${what}: MiB compressed`, { 'median ms': size }, mostSize),
      row(
        'cold start beside an empty Worker',
        { 'median ms': cold.ms ?? 0, 'CPU ms': cold.cpu ?? 0 },
        mostStart,
      ),
      row('the first /search after it', { 'CPU ms': cold.first ?? 0 }),
      row('memory beside an empty Worker, MiB', { 'median ms': cold.memory ?? 0 }, 128),
    ];
    const empties = await runAlone(bare, signer.publicKey);
    rows.push(row('an empty Worker', await taken(empties, asking(empties, signer), search)));
    await empties.close();
    const quoth = await runAlone(built.folder, signer.publicKey);
    const ask = asking(quoth, signer);
    for (const [name, does] of Object.entries(acts)) {
      const interaction = await recorded(respond, does);
      rows.push(row(name, await taken(quoth, ask, interaction), mostCpu));
    }
    await quoth.close();
    return rows;
  } finally {
    await built.remove();
    await rm(bare, { recursive: true });
    rmSync(content, { recursive: true });
  }
}
