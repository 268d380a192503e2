import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { commands } from '../../commands/index.ts';
import { registrations } from '../../src/bot/registration.ts';
import { openStore } from '../../src/store/open.ts';
import { type Discord, startDiscord } from '../discord/discord.ts';
import { end, ready, root, script } from './child.ts';
import { median, percentile } from './measure.ts';
import type { Row } from './table.ts';

const channels = 10_000;
const servers = 100;

/** A reader asks so often, in milliseconds, and so many times while nothing is announced. */
const askEvery = 100;
const idleTimes = 300;
const warmUp = 50;

/** How long it may take, in seconds. */
const longest = 300;

/** Channels that are told of new posts, in a database that Quoth starts with. */
async function subscribeAll(discord: Discord, database: string): Promise<void> {
  const store = openStore(database);
  const guilds = Array.from({ length: servers }, () => discord.guild());
  for (let at = 0; at < channels; at++) {
    const guild = guilds[at % servers] ?? discord.guild();
    const { id } = discord.channel(guild, `channel-${at}`);
    const own = { channel: id, guild: guild.id, kind: 'text', thread: false, locale: 'zh-CN' } as const;
    await store.subscribe({ ...own, madeBy: '1', madeAt: Date.now() });
  }
  await store.close();
}

/** How many messages were sent to channels. It is counted on, not anew. */
function sentIn(discord: Discord): () => number {
  let [looked, sent] = [0, 0];
  return () => {
    for (; looked < discord.requests.length; looked++) {
      const { method, path } = discord.requests[looked] ?? {};
      if (method === 'POST' && /^\/channels\/\d+\/messages$/.test(path ?? '')) sent += 1;
    }
    return sent;
  };
}

/** From what a reader types until the answer is there, again and again until `isOver`. */
async function latencies(discord: Discord, isOver: (asked: number) => boolean): Promise<readonly number[]> {
  const reader = discord.reader();
  const durations: number[] = [];
  while (!isOver(durations.length)) {
    const start = performance.now();
    await reader.types('/insight 5');
    durations.push(performance.now() - start);
    await setTimeout(askEvery);
  }
  return durations.sort((one, other) => one - other);
}

const numbersOf = (durations: readonly number[]) => ({
  'median ms': median(durations),
  'p99 ms': percentile(durations, 0.99),
  'longest ms': durations.at(-1) ?? Number.NaN,
});

/**
 * How long it takes until 10,000 channels are told of a new post, and how soon readers are answered meanwhile and while
 * nothing is announced: Quoth behind the gateway of a fake Discord that takes 50 requests a second, on loopback.
 */
export async function bench(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'quoth-bench-announce-'));
  const content = join(folder, 'posts');
  cpSync(join(root, 'content'), content, { recursive: true });
  const discord = await startDiscord();
  discord.registers(registrations(commands));
  const database = join(folder, 'quoth.db');
  await subscribeAll(discord, database);
  const child = script('src/main.ts', [], {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DATABASE_URL: database,
    CONTENT: content,
    CACHE_DIR: join(folder, 'cache'),
    ANNOUNCE_AFTER: '0s',
  });
  try {
    await ready(child, () => Promise.resolve(discord.gateway.connected()));
    const ask = (times: number) => latencies(discord, asked => asked >= times);
    await ask(warmUp);
    const idle = await ask(idleTimes);

    const sent = sentIn(discord);
    const date = new Date().toISOString().slice(0, 10);
    writeFileSync(join(content, 'new.md'), `---\ntitle: New\ndate: ${date}\n---\n\nThe first words.\n`);
    await discord.until(() => sent() > 0);
    const begun = performance.now();
    const busy = await latencies(discord, () => sent() >= channels);
    const seconds = (performance.now() - begun) / 1_000;
    return [
      {
        what: `/insight 5 while ${channels} channels are told of a post`,
        numbers: { ...numbersOf(busy), 'all told, s': seconds, 'expected at most, s': longest },
      },
      { what: '/insight 5 while nothing is announced', numbers: numbersOf(idle) },
    ];
  } finally {
    await end(child);
    await discord.close();
    rmSync(folder, { recursive: true });
  }
}
