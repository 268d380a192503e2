import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { registered } from '../../src/main/bot.ts';
import { type Discord, startDiscord } from '../discord/discord.ts';
import { run } from './child.ts';
import { quoths } from './quoths.ts';
import { hasDisks, type SmallDisk, smallDisk } from './small-disk.ts';

const { open, there, folder } = quoths();

let discord: Discord;

beforeEach(async () => {
  discord = await startDiscord();
});

afterEach(() => discord.close());

const answers = async (name: string): Promise<void> => {
  expect((await discord.reader().types('/post show', { post: name })).text).toContain(`Text of ${name}`);
};

/** Posts in a folder of their own; all else is kept beside it. */
async function written(names: readonly string[], body = '') {
  const home = await folder();
  const posts = join(home, 'posts');
  await mkdir(posts, { recursive: true });
  const textOf = (name: string) => `---\ntitle: ${name}\ndate: 2025-06-12\n---\n\nText of ${name}. ${body}\n`;
  await Promise.all(names.map(name => writeFile(join(posts, `${name}.md`), textOf(name))));
  const variables = {
    CONTENT: posts,
    CACHE_DIR: join(home, 'cache'),
    DATABASE_URL: join(home, 'quoth.db'),
  };
  return { home, posts, variables, textOf };
}

const times = (text: string, sentence: RegExp): number => text.match(new RegExp(sentence, 'g'))?.length ?? 0;

test('posts whose folder goes are answered from, which is one line, and read anew once it is back', async () => {
  const { home, posts, variables, textOf } = await written(['first']);
  const bot = await there(discord, { ...variables, ADMIN_PORT: '0' });
  await bot.writes('posts are read');
  await answers('first');
  await rename(posts, join(home, 'elsewhere'));
  await bot.writes('there is no such folder');
  await answers('first');
  await writeFile(join(home, 'elsewhere', 'second.md'), textOf('second'));
  await rename(join(home, 'elsewhere'), posts);
  const [, admin = ''] = /listening on (\S+)\/metrics/.exec(bot.written()) ?? [];
  await vi.waitUntil(
    async () => /^quoth_posts 2$/m.test(await (await fetch(`${admin}/metrics`)).text()),
    90_000,
  );
  await answers('second');
  await answers('first');
  expect(times(bot.written(), /there is no such folder/)).toBe(1);
}, 180_000);

test('a source whose folder cannot be made is said so, and starting again is of no use', async () => {
  const { code, text } = await run(['say', '/post list'], {
    CONTENT: 'http://127.0.0.1:1/blog.git',
    CACHE_DIR: '/proc/none/cache',
  });
  expect(code).toBe(78);
  expect(text).toMatch(/^The folder \/proc\/none\/cache cannot be made \(ENOENT\)[^\n]*CACHE_DIR[^\n]*\n$/);
});

describe.skipIf(!hasDisks)('on a disk that is full (needs the right to mount one)', () => {
  let disk: SmallDisk;

  beforeEach(() => {
    disk = smallDisk('256k');
  });

  afterEach(() => disk.close());

  test('what is read is answered from, which is one line; what is half written is nothing that is used', async () => {
    const names = Array.from({ length: 100 }, (_, at) => `post-${at}`);
    const { variables } = await written(names, 'Many words on marmalade and more. '.repeat(200));
    discord.registers(registered());
    const up = async () => {
      const bot = open(discord, { ...variables, CACHE_DIR: disk.folder });
      await bot.writes('connected to Discord');
      await bot.writes('posts are read');
      return bot;
    };
    for (let starts = 0; starts < 2; starts++) {
      const bot = await up();
      await bot.writes(/The cache in \S+ cannot be written \(.*ENOSPC/);
      await answers('post-99');
      bot.process.kill('SIGTERM');
      expect(await bot.ended).toBe(0);
      expect(times(bot.written(), /cannot be written/)).toBe(1);
      expect(bot.written()).not.toContain('is damaged');
      expect((await readdir(disk.folder)).filter(name => name.endsWith('.tmp'))).toEqual([]);
    }
    disk.resize('64m');
    const bot = await up();
    await answers('post-7');
    bot.process.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(bot.written()).not.toMatch(/is damaged|cannot be written/);
    const kept = (await readdir(disk.folder)).find(name => name.startsWith('posts-')) ?? '';
    expect(existsSync(join(disk.folder, kept))).toBe(true);
  }, 180_000);
});
