import { statfsSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { type Discord, startDiscord } from '../discord/discord.ts';
import type { Seen } from '../discord/seen.ts';
import { createDatabase, postgresPrograms, type Server, startPostgres } from '../store/postgres.ts';
import { run } from './child.ts';
import { quoths } from './quoths.ts';
import { hasDisks, type SmallDisk, smallDisk } from './small-disk.ts';

const { open, there, folder } = quoths();

let discord: Discord;

beforeEach(async () => {
  discord = await startDiscord();
});

afterEach(() => discord.close());

const answered = async (): Promise<void> => {
  expect((await discord.reader().types('/insight 5')).text).toContain('Long Context');
};

/** What somebody who manages a server types in one channel of it. */
function admin() {
  const channel = discord.channel(discord.guild(), 'news');
  return discord.reader({ in: channel, may: ['ManageGuild'] });
}

/** A private sentence that says so, with the code of the line in the log. */
const isApology = (seen: Seen): void => {
  expect(seen).toMatchObject({ private: true });
  expect(seen.text).toMatch(/went wrong/);
};

const made = async (path: string): Promise<void> => {
  const store = openStore(path);
  await store.posts();
  await store.close();
};

test.each(['/proc/none/quoth.db', 'package.json/quoth.db'])(
  'a database whose folder cannot be made ends the start with 78 and one sentence, and the doctor says so: %s',
  async path => {
    const doctor = run(['doctor'], {
      LANG: 'en_US.UTF-8',
      CACHE_DIR: join(await folder(), 'cache'),
      DATABASE_URL: path,
    });
    const bot = open(discord, { DATABASE_URL: path });
    expect(await bot.ended).toBe(78);
    expect(bot.written()).toMatch(
      /^The folder of the database \S+ cannot be made \(\w+\)\. Set DATABASE_URL [^\n]+\n$/,
    );
    expect((await doctor).text).toMatch(/✗ Database.*cannot be written to/);
    expect((await doctor).code).toBe(1);
  },
);

test('a cache whose folder cannot be made costs time and nothing else', async () => {
  const kept = await folder();
  await there(discord, { CACHE_DIR: '/proc/none/cache', DATABASE_URL: join(kept, 'quoth.db') });
  await answered();
});

test('a database that another program has locked for long keeps nobody from reading', async () => {
  const path = join(await folder(), 'quoth.db');
  await made(path);
  const other = new DatabaseSync(path);
  other.exec('begin immediate');
  const bot = await there(discord, { DATABASE_URL: path });
  const manager = admin();
  const refused = manager.types('/announce here');
  await answered();
  await bot.writes(/Announcing has to wait\. The database \S+ is locked by another program\./);
  isApology(await refused);
  other.exec('commit');
  other.close();
  expect((await manager.types('/announce here')).text).toContain('New posts will appear here');
}, 180_000);

describe.skipIf(!hasDisks)('on a disk (needs the right to mount one)', () => {
  let disk: SmallDisk;

  beforeEach(() => {
    disk = smallDisk('4m');
  });

  afterEach(() => disk.close());

  test('a database that is read-only, with its folder, keeps nobody from reading', async () => {
    const path = join(disk.folder, 'quoth.db');
    await made(path);
    disk.seal(true);
    const bot = await there(discord, { DATABASE_URL: path });
    await answered();
    await bot.writes(/Announcing has to wait\. The database \S+ cannot be (?:written|opened): /);
    const manager = admin();
    isApology(await manager.types('/announce here'));
    disk.seal(false);
    expect((await manager.types('/announce here')).text).toContain('New posts will appear here');
  });

  test('a database whose disk is full keeps nobody from reading, and loses nothing', async () => {
    const path = join(disk.folder, 'quoth.db');
    const bot = await there(discord, { DATABASE_URL: path });
    await bot.writes('1 posts are there already');
    const manager = admin();
    expect((await manager.types('/announce here')).text).toContain('New posts will appear here');
    const ballast = join(disk.folder, 'ballast');
    const { bavail, bsize } = statfsSync(disk.folder);
    writeFileSync(ballast, new Uint8Array(bavail * bsize));
    // What is written goes to room that the database has already, until that is used up.
    let seen = await manager.types('/announce here');
    for (let times = 0; times < 500 && /will appear/.test(seen.text); times++) {
      seen = await manager.types('/announce here');
    }
    isApology(seen);
    expect(bot.written()).toMatch(/The database \S+ cannot be written: the disk is full/);
    await answered();
    await rm(ballast);
    expect((await manager.types('/announce list')).text).toContain(manager.channel.id);
    expect((await manager.types('/announce here')).text).toContain('New posts will appear here');
  });
});

const programs = postgresPrograms();

describe.skipIf(programs === undefined)('PostgreSQL (needs Debian’s)', () => {
  let cluster: Server;

  beforeEach(async () => {
    cluster = await startPostgres(programs ?? '');
  });

  afterEach(() => cluster.close());

  test('that is gone in the middle of life keeps nobody from reading, and all is there when it is back', async () => {
    const { address } = await createDatabase(cluster.address, 'quoth');
    const bot = await there(discord, { DATABASE_URL: address });
    await bot.writes('1 posts are there already');
    const manager = admin();
    expect((await manager.types('/announce here')).text).toContain('New posts will appear here');
    await cluster.stops();
    await bot.writes(/Announcing has to wait\. The database \S+ /);
    isApology(await manager.types('/announce list'));
    await answered();
    await cluster.starts();
    expect((await manager.types('/announce list')).text).toContain(manager.channel.id);
    await bot.writes('announcing goes on');
    expect(bot.written()).not.toContain('unforeseen');
  });
});

test('what was subscribed before a SIGKILL is there after it', async () => {
  const path = join(await folder(), 'quoth.db');
  const first = await there(discord, { DATABASE_URL: path });
  const manager = admin();
  expect((await manager.types('/announce here')).text).toContain('New posts will appear here');
  first.process.kill('SIGKILL');
  await first.ended;
  const second = open(discord, { DATABASE_URL: path });
  await second.writes('connected to Discord');
  await answered();
  expect((await manager.types('/announce list')).text).toContain(manager.channel.id);
});
