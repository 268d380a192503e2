import { mkdirSync, mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { allKinds, d1At, kinds, sqlite, storeAt } from './databases.ts';
import { noon, seen, subscription } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'quoth-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The sentence that something is refused with. */
async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof Error ? error.message : `not refused: ${error}`;
}

describe('a SQLite file', () => {
  test('is made with its folders', async () => {
    const store = storeAt(join(folder, 'deep', 'er', 'quoth.db'));
    expect(await store.posts()).toEqual([]);
  });

  test('that another program has locked is waited for', async () => {
    const path = await sqlite.fresh();
    const store = storeAt(path);
    await store.countFailure(0);
    const other = new DatabaseSync(path);
    other.exec('begin immediate');
    let done = false;
    const counted = store.countFailure(0).then(() => {
      done = true;
    });
    for (let at = 0; at < 20; at++) await setImmediate();
    expect(done).toBe(false);
    other.exec('commit');
    other.close();
    await counted;
    expect(await store.failures(0)).toBe(2);
  });

  test('that cannot be opened is said to be so, and used as soon as it can be', async () => {
    const path = join(folder, 'taken');
    mkdirSync(path);
    const store = storeAt(path);
    expect(await refusal(store.posts())).toBe(
      `The database ${path} cannot be opened: its folder cannot be used.`,
    );
    rmdirSync(path);
    expect(await store.posts()).toEqual([]);
  });

  test('that is none is left as it is', async () => {
    const path = join(folder, 'letter.txt');
    writeFileSync(
      path,
      'Dear reader, this is not a database, and nothing should be written over it.\n'.repeat(9),
    );
    expect(await refusal(storeAt(path).posts())).toBe(`The database ${path} is no SQLite database.`);
  });
});

test('a PostgreSQL that does not answer is said to be away, without its password', async () => {
  const store = storeAt('postgres://me:hunter2@127.0.0.1:1/quoth');
  expect(await refusal(store.posts())).toBe('The database 127.0.0.1:1/quoth does not answer.');
});

describe.each(allKinds)('on $name', ({ name, fresh }) => {
  const execute = async (address: string, statement: string): Promise<void> => {
    await d1At(address)?.prepare(statement).all();
    if (name === 'D1') return;
    if (name === 'SQLite') {
      const database = new DatabaseSync(address);
      database.exec(statement);
      database.close();
      return;
    }
    const client = new Client({ connectionString: address });
    await client.connect();
    await client.query(statement);
    await client.end();
  };

  test('tables of a newer version are refused, and nothing is changed', async () => {
    const address = await fresh();
    await storeAt(address).posts();
    await execute(address, `insert into kysely_migration (name, timestamp) values ('999-later', '2030')`);
    expect(await refusal(storeAt(address).posts())).toMatch(
      /^The database \S+ was made by a newer version of Quoth: start that one, or set DATABASE_URL to another\.$/,
    );
  });

  test('what somebody left half done as posts were set on their way is completed', async () => {
    const address = await fresh();
    const store = storeAt(address);
    await store.observe({ hash: 'x', at: 1 }, 1, () => ({
      seen: ['a', 'b'].map(id => seen(id)),
      keys: ['a', 'b'].map(key => ({ key, post: key })),
      merged: [],
    }));
    await store.subscribe(subscription('c'));
    await execute(address, `update post set planned_at = ${noon} where id = 'a'`);
    expect((await store.waiting()).map(({ id }) => id)).toEqual(['a', 'b']);
    await store.plan([], noon + 1);
    expect(await store.due(noon + 1)).toEqual(['a']);
    expect((await store.waiting()).map(({ id }) => id)).toEqual(['b']);
  });

  test('titles with any characters at all are kept', async () => {
    const store = storeAt(await fresh());
    const odd = 'a\u{1f600} “x” \\ % _ \u2028 \u0001';
    const post = {
      ...{
        id: 'a',
        key: 'a',
        path: odd,
        title: odd,
        slug: odd,
        date: 1,
        tags: [odd],
        locales: ['en' as const],
      },
      ...{ sketch: [1, 4_294_967_295], content: 'a', changedAt: 1, want: 'a', seenAt: 1, known: false },
    };
    await store.observe({ hash: 'x', at: 1 }, 1, () => ({
      seen: [post],
      keys: [{ key: 'a', post: 'a' }],
      merged: [],
    }));
    expect(await store.posts()).toEqual([{ ...post, formerKeys: [] }]);
  });
});

test.runIf(kinds.length > 1)('connections that PostgreSQL breaks off are opened anew', async () => {
  const address = (await kinds[1]?.fresh()) ?? '';
  const store = storeAt(address);
  await Promise.all(Array.from({ length: 5 }, () => store.countFailure(0)));
  const client = new Client({ connectionString: address });
  await client.connect();
  const work = Promise.allSettled(Array.from({ length: 20 }, () => store.forget('c')));
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
  await work;
  expect(await store.failures(0)).toBe(5);
});
