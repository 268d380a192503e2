import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchBot, recorded } from './bot.ts';
import { changeIn, makeBlogFolder } from './start/blog.ts';
import { firstWords } from './start/first-words.ts';
import { rescans } from './start/rescan.ts';
import { type Served, serve } from './start/served.ts';
import type { Row } from './table.ts';

/** Each is measured so often, and the best counts: what a busy machine adds says nothing of Quoth. */
const coldTimes = 2;
const warmTimes = 5;
const changes = 8;

const large = 1_000;
/** Posts of about 2,000 passages. */
const small = 200;

const asked = ['/post latest', '/insight 1', '/help'] as const;

/** What a restart may take beside the passages it has, and for each 10,000 of these, in milliseconds. */
const [restart, restartEach] = [1_000, 700];

type Interactions = Readonly<Record<string, object>>;

const least = (runs: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.keys(runs[0] ?? {}).map(key => [key, Math.min(...runs.map(run => run[key] ?? Number.NaN))]),
  );

/** From a process's first line to each answer and until all posts are read; the last also from its start. */
async function started(served: Served, interactions: Interactions): Promise<Record<string, number>> {
  const answers = await Promise.all(
    Object.entries(interactions).map(async ([line, interaction]) => {
      await served.ask(interaction);
      return [line, served.sinceFirstLine()] as const;
    }),
  );
  await served.ready();
  const ready = served.firstLine + served.sinceFirstLine();
  return { ...Object.fromEntries(answers), ready, cpu: (await served.delay()).cpu };
}

/** Starts so often, and gives the best of each time; what is kept is thrown away before a cold start. */
async function starts(content: string, cache: string, interactions: Interactions, cold: boolean) {
  const runs: Record<string, number>[] = [];
  for (let done = 0; done < (cold ? coldTimes : warmTimes); done++) {
    for (const name of cold ? readdirSync(cache).filter(name => name.endsWith('.txt')) : [])
      rmSync(join(cache, name));
    const served = await serve({ CONTENT: content, CACHE_DIR: cache, TIMEZONE: 'UTC' });
    runs.push(await started(served, interactions));
    await served.end();
  }
  return least(runs);
}

/** How the event loop is held up once all is read, while posts change and are read again, and how soon they are found. */
async function onceReady(content: string, cache: string, find: (word: string) => Promise<object>) {
  const served = await serve({ CONTENT: content, CACHE_DIR: cache, TIMEZONE: 'UTC' });
  await served.ready();
  await served.settled();
  await served.delay();
  const found: number[] = [];
  for (let change = 0; change < changes; change++) {
    const word = `quixotic${'abcdefgh'[change]}`;
    const search = await find(word);
    changeIn(content, word);
    const begun = performance.now();
    while (!(await served.ask(search)).includes(`**${word}**`)) await served.settled(5);
    found.push(performance.now() - begun);
  }
  const delay = await served.delay();
  await served.end();
  return { ...delay, found: Math.min(...found) };
}

const megabytesIn = (folder: string, start: string): number =>
  readdirSync(folder)
    .filter(name => name.startsWith(start) && name.endsWith('.txt'))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size / 1e6, 0);

/**
 * How soon Quoth answers after it was started, with nothing kept and with everything; how soon it serves what changed;
 * and how long it keeps others waiting meanwhile. Real blogs where they lie beside the repository, else made posts.
 */
export async function bench(): Promise<readonly Row[]> {
  const respond = await benchBot();
  const typed = (line: `/${string}`) => recorded(respond, reader => reader.types(line));
  const interactions = Object.fromEntries(
    await Promise.all(asked.map(async line => [line, await typed(line)] as const)),
  );
  const content = makeBlogFolder(large);
  const fewer = makeBlogFolder(small);
  const cache = mkdtempSync(join(tmpdir(), 'quoth-bench-cache-'));
  try {
    const rescan = await rescans(content);
    const cold = await starts(content, cache, interactions, true);
    const warm = await starts(content, cache, interactions, false);
    const kept = { posts: megabytesIn(cache, 'posts'), index: megabytesIn(cache, 'index') };
    changeIn(content, 'changed');
    const changed = await serve({ CONTENT: content, CACHE_DIR: cache, TIMEZONE: 'UTC' });
    const oneChanged = (await started(changed, interactions)).ready ?? Number.NaN;
    await changed.end();
    const live = await onceReady(fewer, cache, word => typed(`/search ${word}`));
    const row = (what: string, ms = Number.NaN, most?: number): Row => ({
      what,
      numbers: { ms, ...(most === undefined ? {} : { 'expected at most': most }) },
    });
    const blog = `${large} posts, ${rescan.passages} passages`;
    return [
      ...asked.map(line => row(`${blog}, nothing kept: ${line} after the first line`, cold[line], 1_000)),
      row(`${blog}, nothing kept: all read and indexed`, cold.ready),
      row(
        `${blog}, all kept: all read and indexed`,
        warm.ready,
        restart + (restartEach * rescan.passages) / 10_000,
      ),
      row(`${blog}, all kept: CPU until then`, warm.cpu),
      ...asked.map(line => row(`${blog}, all kept: ${line} after the first line`, warm[line])),
      row(`${blog}, one post changed since: all read and indexed`, oneChanged),
      row(`${blog}: a rescan that sees one changed post, and the index with it`, rescan.ms, 200),
      row('2,000 passages: p99.9 of what the event loop is late, as posts change', live.p999, 50),
      row('2,000 passages: most CPU before others have their turn', live.mostCpu),
      row('2,000 passages: from saving a post until it is found', live.found, 2_000),
      row(`${blog}: kept posts, MB`, kept.posts),
      row(`${blog}: kept index, MB`, kept.index),
      ...(await firstWords()),
    ];
  } finally {
    for (const folder of [content, fewer, cache]) rmSync(folder, { recursive: true });
  }
}
