import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { versions } from '../../../src/store/migrations/migrations.ts';
import { openStore } from '../../../src/store/open.ts';
import { doctorLines } from '../../../src/tools/doctor/report.ts';
import { doctorWordsOf } from '../../../src/words/doctor/words.ts';
import { locales } from '../../../src/words/words.ts';
import { kinds, sqlite } from '../../store/databases.ts';
import { examine, folder, healthy } from './patient.ts';

describe('the database', () => {
  it('is said to come with the first start, and is not made by looking', async () => {
    for (let times = 0; times < 2; times++) {
      const found = await examine({ database: join(folder, 'later', 'quoth.db') });
      expect(found.get('database')).toMatchObject([
        { state: 'good', message: expect.stringContaining('first start') },
      ]);
    }
  });

  it.each(kinds)('is said to be well: $name', async ({ fresh }) => {
    const database = await fresh();
    const store = openStore(database);
    await store.posts();
    await store.close();
    const found = await examine({ database });
    expect(found.get('database')).toMatchObject([
      { state: 'good', message: expect.stringContaining(String(versions.at(-1))) },
    ]);
  });

  it('is said to be locked', async () => {
    const database = await sqlite.fresh();
    const store = openStore(database);
    await store.posts();
    await store.close();
    const other = new DatabaseSync(database);
    other.exec('begin immediate');
    const found = await examine({ database });
    other.close();
    expect(found.get('database')).toMatchObject([
      { state: 'todo', message: expect.stringContaining('is locked by another program') },
    ]);
  });

  it('is said to be of a newer Quoth, and left as it is', async () => {
    const database = await sqlite.fresh();
    const store = openStore(database);
    await store.posts();
    await store.close();
    const other = new DatabaseSync(database);
    other.exec("insert into kysely_migration (name, timestamp) values ('999-later', '')");
    other.close();
    const found = await examine({ database });
    expect(found.get('database')).toMatchObject([
      { state: 'todo', message: expect.stringContaining('999-later') },
    ]);
  });

  it('is said to be none', async () => {
    const database = join(folder, 'letter.txt');
    writeFileSync(database, 'Dear reader, this is no database at all.'.repeat(50));
    const found = await examine({ database });
    expect(found.get('database')).toMatchObject([
      { state: 'todo', message: expect.stringContaining('is no SQLite database') },
    ]);
  });
});

describe('the machine', () => {
  it('runs a Node that is too old', async () => {
    const found = await examine({ node: '22.3.0' });
    expect(found.get('node')).toMatchObject([{ state: 'todo', message: expect.stringContaining('Node 24') }]);
  });

  it('has a cache that cannot be written to, without which all works', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const found = await examine({ cacheFolder: join(file, 'cache') });
    expect(found.get('cache')).toMatchObject([
      { state: 'hint', message: expect.stringContaining('cannot be written to') },
    ]);
  });

  it('has a cache that holds so much', async () => {
    const cacheFolder = join(folder, 'full');
    mkdirSync(join(cacheFolder, 'deep'), { recursive: true });
    writeFileSync(join(cacheFolder, 'deep', 'file'), new Uint8Array(3 * 1024 * 1024));
    const found = await examine({ cacheFolder });
    expect(found.get('cache')?.[0]?.message).toContain('3.0 MiB');
  });
});

describe('the posts', () => {
  it('could not be brought', async () => {
    const found = await examine({ posts: () => Promise.resolve({ away: 'The repository is gone.' }) });
    expect(found.get('posts')).toMatchObject([
      { state: 'todo', message: expect.stringContaining('The repository is gone.') },
    ]);
  });

  it('are none', async () => {
    const none = { posts: 0, hidden: 0, errors: 2, warnings: 0 };
    const found = await examine({ posts: () => Promise.resolve(none) });
    expect(found.get('posts')?.map(({ state }) => state)).toEqual(['todo', 'hint']);
  });
});

describe('a doctor', () => {
  it('says so where something takes too long, or fails, and tells all else', async () => {
    const late = await examine({ posts: () => new Promise(() => undefined), patience: 1_000 });
    expect(late.get('posts')).toMatchObject([
      { state: 'todo', message: expect.stringContaining('1 second') },
    ]);
    expect(late.get('node')).toMatchObject([{ state: 'good' }]);
    const failed = await examine({ posts: () => Promise.reject(new TypeError('x is undefined')) });
    expect(failed.get('posts')?.[0]?.message).toContain('x is undefined');
  });

  it('needs no Discord for what is no question of it', async () => {
    const found = await examine({});
    expect(found.get('application')).toMatchObject([{ state: 'hint' }]);
    expect(found.has('discord')).toBe(false);
  });

  it('tells what is wrong with what is configured, and looks at all else', async () => {
    const found = await examine({ faults: ['PORT is "x".'], warnings: ['BOT_TOKEN is set.'] });
    expect(found.get('configuration')?.map(({ state }) => state)).toEqual(['todo', 'hint']);
    expect(found.get('node')).toMatchObject([{ state: 'good' }]);
  });
});

it.each(locales)('a name that a terminal would obey is written plainly, and names line up: %s', locale => {
  const words = doctorWordsOf(locale);
  const lines = doctorLines(
    [
      { check: 'node', state: 'good', message: `a${String.fromCharCode(27)}[31m` },
      { check: 'database', state: 'todo', message: 'b' },
      { check: 'database', state: 'hint', message: 'c' },
    ],
    words,
  );
  expect(lines).toHaveLength(5);
  expect(lines.join('')).not.toContain(String.fromCharCode(27));
  expect(lines.at(-1)).toBe(words.summary(1, 1));
  expect(Object.keys(words)).toEqual(Object.keys(healthy.words));
});
