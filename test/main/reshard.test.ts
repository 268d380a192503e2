import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeClock } from '../discord/clock.ts';
import { type Discord, startDiscord } from '../discord/discord.ts';
import type { Channel } from '../discord/model.ts';
import { shardOf } from '../discord/sessions.ts';
import { type Child, killAll, start } from './child.ts';

let discord: Discord;
let folder: string;
const children: Child[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quoth-'));
  // It stands still: a machine on which much else goes on is no reason to miss an answer here.
  const now = Date.now();
  discord = await startDiscord({ clock: makeClock(() => now) });
});

afterEach(async () => {
  await killAll(children);
  await discord.close();
  rmSync(folder, { recursive: true });
});

function open(): Child {
  const child = start([], {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DATABASE_URL: join(folder, 'quoth.db'),
    CACHE_DIR: join(folder, 'cache'),
  });
  children.push(child);
  return child;
}

const shards = 8;

/** A channel on each of eight shards. */
function channels(): readonly Channel[] {
  const found = new Map<number, Channel>();
  while (found.size < shards) {
    discord.clock.passes(1);
    const guild = discord.guild();
    found.set(shardOf(guild.id, shards), discord.channel(guild, 'general'));
  }
  return [...found.values()];
}

/** Somebody new asks in each channel, and is answered. */
async function ask(where: readonly Channel[]): Promise<void> {
  const texts = where.map(async channel => (await discord.reader({ in: channel }).types('/insight 5')).text);
  for (const text of await Promise.all(texts)) expect(text).toContain('关于Long Context的警示');
}

it('another process on more shards takes the place of one, and every answer is seen once', async () => {
  const where = channels();
  const first = open();
  await first.writes('created Search the posts');

  discord.recommends(shards);
  const second = open();
  await Promise.all([second.writes('connected to Discord'), ask(where)]);
  await ask(where);
  first.process.kill('SIGTERM');
  await Promise.all([ask(where), first.ended]);
  await ask(where);

  expect(await first.ended).toBe(0);
  second.process.kill('SIGTERM');
  expect(await second.ended).toBe(0);
  for (const channel of where) expect(discord.reader({ in: channel }).sees()).toHaveLength(4);
  expect(discord.gateway.shards.slice(1).map(([, count]) => count)).toEqual(where.map(() => shards));
  expect(second.written()).not.toContain('created');
  for (const { written } of [first, second]) expect(written()).not.toContain('was not shown');
}, 120_000);
