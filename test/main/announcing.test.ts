import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Discord, startDiscord } from '../discord/discord.ts';
import { type Child, killAll, start } from './child.ts';

let folder: string;
let discord: Discord;
const children: Child[] = [];

const today = new Date().toISOString().slice(0, 10);
const post = (title: string) => `---\ntitle: ${title}\ndate: ${today}\n---\n\nThe first words of ${title}.\n`;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-announcing-'));
  await mkdir(join(folder, 'posts'));
  discord = await startDiscord();
});

afterEach(async () => {
  await killAll(children);
  await discord.close();
  await rm(folder, { recursive: true, force: true });
});

function open(): Child {
  const child = start([], {
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_TOKEN: discord.token,
    CONTENT: join(folder, 'posts'),
    CACHE_DIR: join(folder, 'cache'),
    DATABASE_URL: join(folder, 'quoth.db'),
    ANNOUNCE_AFTER: '0s',
  });
  children.push(child);
  return child;
}

it('a post that is added is told in the channel that was subscribed, once, and its buttons answer', async () => {
  await writeFile(join(folder, 'posts', 'old.md'), post('Old'));
  const first = open();
  await first.writes('created Search the posts');
  await first.writes('1 posts are there already');
  const channel = discord.channel(discord.guild(), 'news');
  const admin = discord.reader({ in: channel, may: ['ManageGuild'] });
  const answer = await admin.types('/announce here');
  expect(answer.text).toContain('New posts will appear here');
  await writeFile(join(folder, 'posts', 'new.md'), post('New'));
  await discord.until(() => admin.sees().some(seen => seen.content?.includes('New')));
  const told = admin.sees().filter(({ embeds }) => embeds.length > 0);
  expect(told.map(({ embeds }) => embeds[0]?.title)).toEqual(['New']);
  const [announcement] = told;
  if (announcement)
    expect((await admin.presses(announcement, 'Read here')).text).toContain('The first words of New.');

  first.process.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  const second = open();
  await second.writes('connected to Discord');
  await writeFile(join(folder, 'posts', 'newer.md'), post('Newer'));
  await discord.until(() => admin.sees().some(seen => seen.embeds[0]?.title === 'Newer'));
  expect(admin.sees().filter(({ embeds }) => embeds.length > 0)).toHaveLength(2);
});
