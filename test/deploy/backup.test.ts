import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Discord, startDiscord } from '../discord/discord.ts';
import { type Child, killAll, start } from '../main/child.ts';
import { postgresPrograms, startPostgres } from '../store/postgres.ts';
import { PATH, root } from './image.ts';

const guide = readFileSync(join(root, 'docs', 'operating.md'), 'utf8');

/** The commands that the guide gives for a database: the first make a backup, the second restore it. */
function commandsFor(database: string): readonly string[] {
  const [, chapter = ''] = guide.split(`\n### ${database}\n`);
  const [section = ''] = chapter.split('\n#');
  return [...section.matchAll(/```sh\n(.+?)```/gs)].map(([, commands = '']) => commands);
}

let folder: string;
let discord: Discord;
const children: Child[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quoth-backup-'));
  mkdirSync(join(folder, 'data'));
  mkdirSync(join(folder, 'posts'));
  writeFileSync(join(folder, 'posts', 'old.md'), '---\ntitle: Old\ndate: 2020-01-01\n---\n\nWords.\n');
  discord = await startDiscord();
});

afterEach(async () => {
  await killAll(children);
  await discord.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(database: string): Promise<Child> {
  const child = start([], {
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_TOKEN: discord.token,
    CONTENT: join(folder, 'posts'),
    CACHE_DIR: join(folder, 'data', 'cache'),
    DATABASE_URL: database,
  });
  children.push(child);
  await child.writes('posts are read');
  await discord.until(() => discord.gateway.connected());
  return child;
}

/** Runs what the guide says, as somebody would who stands in Quoth's folder. */
function types(commands: string, path: string, database: string): void {
  const env = { PATH: path, DATABASE_URL: database };
  const { status, stderr } = spawnSync('sh', ['-e', '-c', commands], { cwd: folder, env, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, expect.not.stringMatching(/error/i)]);
}

/** Makes a backup of a channel that is told while Quoth runs, lets that be lost, and restores it. */
async function losesAndRestores(name: string, database: string, path = PATH): Promise<void> {
  const [backup = '', restore = ''] = commandsFor(name);
  const first = await open(database);
  await first.writes('created Search the posts');
  const admin = discord.reader({ in: discord.channel(discord.guild(), 'news'), may: ['ManageGuild'] });
  const none = (await admin.types('/announce list')).text;
  await admin.types('/announce here');
  const one = (await admin.types('/announce list')).text;
  expect(one).not.toBe(none);

  types(backup, path, database);
  await admin.types('/announce stop');
  expect((await admin.types('/announce list')).text).toBe(none);
  first.process.kill('SIGTERM');
  expect(await first.ended).toBe(0);

  types(restore, path, database);
  await open(database);
  expect((await admin.types('/announce list')).text).toBe(one);
}

it('a backup of SQLite, made while Quoth runs, brings back which channels are told', () =>
  losesAndRestores('SQLite', join(folder, 'data', 'quoth.db')));

const programs = postgresPrograms();
if (programs === undefined) console.warn('PostgreSQL is not there: its backup is not tried');

it.skipIf(programs === undefined)('a backup of PostgreSQL brings back which channels are told', async () => {
  const server = await startPostgres(programs ?? '');
  try {
    await losesAndRestores('PostgreSQL', server.address, `${programs}:${PATH}`);
  } finally {
    for (const child of children.splice(0)) {
      child.process.kill('SIGKILL');
      await child.ended;
    }
    await server.close();
  }
});
