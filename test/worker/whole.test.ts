import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { registrations } from '../../src/bot/registration.ts';
import { blogFrom } from '../blog/fixture.ts';
import { type Discord, startDiscord } from '../discord/discord.ts';
import { type Built, buildFor, openWorkerd, type Workerd } from './workerd.ts';

const today = new Date().toISOString().slice(0, 10);
const post = (title: string) => `---\ntitle: ${title}\ndate: ${today}\n---\nThe first words of ${title}.\n`;
const texts = { 'old.md': post('Old') };

let discord: Discord;
let built: Built;
let worker: Workerd;
let databases: string;

/** Puts a bundle of these posts in the place of the one before, over the same database. */
async function deploy(files: Readonly<Record<string, string>>): Promise<void> {
  await worker?.close();
  await built?.remove();
  built = await buildFor(blogFrom(files, {}, Date.now()), { announcing: { after: 0, within: 10 ** 12 } });
  const { apiUrl, token, signer } = discord;
  const bindings = { DISCORD_PUBLIC_KEY: signer.publicKey, DISCORD_API_URL: apiUrl, DISCORD_TOKEN: token };
  worker = await openWorkerd(built.folder, bindings, databases);
  await discord.usesEndpoint(new URL('/interactions', worker.url).href);
}

beforeAll(async () => {
  databases = await mkdtemp(join(tmpdir(), 'quoth-d1-'));
  discord = await startDiscord();
  discord.registers(registrations(commands));
  await deploy(texts);
});

afterAll(async () => {
  await worker.close();
  await built.remove();
  await discord.close();
  await rm(databases, { recursive: true });
});

describe('a Worker with a token and a database', () => {
  test('subscribes a channel, lists and tests it, and says why', async () => {
    await worker.fires();
    const channel = discord.channel(discord.guild(), 'news');
    const admin = discord.reader({ in: channel, may: ['ManageGuild'] });
    expect((await admin.types('/announce list')).private).toBe(true);
    expect((await admin.types('/announce here')).text).toContain('New posts will appear here');
    expect((await admin.types('/announce list')).text).toContain(`<#${channel.id}>`);
    expect((await admin.types('/announce why', { post: 'Old' })).private).toBe(true);
    const reader = discord.reader({ in: channel });
    await admin.types('/announce test');
    expect(reader.sees()).toHaveLength(1);
    await admin.types('/announce now', { post: 'Old' });
    expect(reader.sees().at(-1)?.embeds[0]?.title).toBe('Old');
    expect((await admin.types('/announce stop')).private).toBe(true);
    expect((await admin.types('/announce list')).text).not.toContain(`<#${channel.id}>`);
  });

  test('answers later where Discord takes its time, by changing what it said first', async () => {
    const channel = discord.channel(discord.guild(), 'slow');
    const admin = discord.reader({ in: channel, may: ['ManageGuild'] });
    const released = Promise.withResolvers<void>();
    discord.plan(/^GET /, { until: released.promise });
    const seen = admin.types('/announce here');
    await worker.logs(/"outcome":"deferred"/);
    released.resolve();
    const { deferred, text } = await seen;
    expect(deferred).toBe(true);
    expect(text).toContain('New posts will appear here');
  });

  test('announces what was deployed since, and its buttons answer', async () => {
    const channel = discord.channel(discord.guild(), 'later');
    const admin = discord.reader({ in: channel, may: ['ManageGuild'] });
    await admin.types('/announce here');
    await deploy({ ...texts, 'new.md': post('New') });
    const reader = discord.reader({ in: channel });
    while (reader.sees().length === 0) await worker.fires();
    const [announced] = reader.sees();
    expect(announced?.embeds[0]?.title).toBe('New');
    if (announced)
      expect((await reader.presses(announced, 'Read here')).text).toContain('The first words of New.');
  });
});
