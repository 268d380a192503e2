import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { commands } from '../../commands/index.ts';
import { registrations } from '../../src/bot/registration.ts';
import { type Discord, startDiscord } from '../discord/discord.ts';
import { shardOf } from '../discord/sessions.ts';
import { end, freePort, ready, script } from './child.ts';
import { middle } from './measure.ts';
import type { Row } from './table.ts';

/** Servers, over how many shards, and how often that is measured: Discord recommends about 1,000 servers a shard. */
const sizes = [
  { servers: 1, shards: 1, times: 5 },
  { servers: 10_000, shards: 8, times: 5, most: 60 },
  { servers: 100_000, shards: 100, times: 1 },
] as const;

/** What nobody holds any more is not to be counted. */
const sweeping = '--expose-gc --import=data:text/javascript,setInterval(gc,500).unref()';

/** A process with so many servers, once every shard has answered. */
interface Run {
  /** From its start until all shards are there, and until somebody on each has an answer, in seconds. */
  readonly there: number;
  readonly answered: number;
  /** MB. */
  readonly rss: number;
  readonly heap: number;
}

async function stage(servers: number, shards: number): Promise<Discord> {
  const discord = await startDiscord({ shards });
  discord.registers(registrations(commands));
  for (let made = 1; made < servers; made++) {
    // Ids of the same millisecond are of the same shard.
    discord.clock.passes(1);
    discord.guild();
  }
  return discord;
}

/** Somebody asks on every shard. */
async function askOnEach(discord: Discord, shards: number): Promise<void> {
  for (let shard = 0; shard < shards; shard++) {
    const guild = [...discord.world.guilds.values()].find(({ id }) => shardOf(id, shards) === shard);
    if (!guild) continue;
    const reader = discord.reader({ in: discord.channel(guild, 'general') });
    await reader.types('/insight 5');
  }
}

async function gauges(port: string): Promise<(name: string) => number> {
  const page = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return name => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(page)?.[1] ?? Number.NaN);
}

async function run(servers: number, shards: number, folder: string): Promise<Run> {
  const discord = await stage(servers, shards);
  const port = await freePort();
  const begun = performance.now();
  const child = script('src/main.ts', [], {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DATABASE_URL: join(folder, 'quoth.db'),
    CACHE_DIR: join(folder, 'cache'),
    ADMIN_PORT: port,
    NODE_OPTIONS: sweeping,
  });
  const since = () => (performance.now() - begun) / 1_000;
  try {
    await ready(child, () => Promise.resolve(discord.gateway.shards.length === shards));
    const there = since();
    await askOnEach(discord, shards);
    const answered = since();
    // Longer than between two sweeps.
    await setTimeout(1_000);
    const gauge = await gauges(port);
    const megabytes = (name: string) => gauge(name) / 1e6;
    return {
      there,
      answered,
      rss: megabytes('process_resident_memory_bytes'),
      heap: megabytes('nodejs_heap_size_used_bytes'),
    };
  } finally {
    await end(child);
    await discord.close();
  }
}

const middleOf = (runs: readonly Run[]) => {
  const of = (key: keyof Run) => middle(runs.map(one => one[key]));
  return {
    'all shards, s': of('there'),
    'each answered, s': of('answered'),
    'RSS, MB': of('rss'),
    'heap, MB': of('heap'),
  };
};

/**
 * What 10,000 servers on eight shards, and 100,000 on a hundred, cost a process beyond one server on one shard, and how
 * soon every shard answers: the fake Discord lets 16 shards log in at once, and the next 16 after five seconds. They
 * take turns, and the middle of each number counts.
 */
export async function bench(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'quoth-bench-shards-'));
  const contests = sizes.map(size => ({ ...size, runs: [] as Run[] }));
  try {
    // The first fills the cache.
    await run(1, 1, folder);
    for (const turn of new Array(Math.max(...sizes.map(({ times }) => times))).keys()) {
      for (const { servers, shards, times, runs } of contests) {
        if (turn < times) runs.push(await run(servers, shards, folder));
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const before = middleOf(contests[0]?.runs ?? []);
  return contests.map(({ servers, shards, runs, ...size }) => {
    const numbers = middleOf(runs);
    const more = {
      'more RSS, MB': numbers['RSS, MB'] - before['RSS, MB'],
      'more heap, MB': numbers['heap, MB'] - before['heap, MB'],
      ...('most' in size ? { 'expected at most, MB': size.most } : {}),
    };
    return { what: `${servers} servers, ${shards} shards`, numbers: { ...numbers, ...more } };
  });
}
