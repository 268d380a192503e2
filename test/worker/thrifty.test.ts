import { expect, test } from 'vitest';
import type { D1, D1Statement } from '../../src/store/d1.ts';
import { countSubrequests } from '../../src/worker/subrequests.ts';
import { thrifty } from '../../src/worker/thrifty.ts';

/** A D1 that answers each statement with its text, in which `bad` fails, and keeps the batches that it was sent. */
function fakeD1() {
  const batches: (readonly string[])[] = [];
  const texts = new WeakMap<D1Statement, string>();
  const d1: D1 = {
    prepare: sql => {
      const statement: D1Statement = { bind: () => statement, all: () => Promise.reject(new Error('alone')) };
      texts.set(statement, sql);
      return statement;
    },
    batch: statements => {
      const asked = statements.map(statement => texts.get(statement) ?? '');
      batches.push(asked);
      if (asked.includes('bad')) return Promise.reject(new Error('bad'));
      return Promise.resolve(asked.map(text => ({ results: [{ text }] })));
    },
  };
  return { d1, batches };
}

const nothing = (): void => undefined;

test('what is asked at the same time is one request, and each is given its own', async () => {
  const { d1, batches } = fakeD1();
  const database = thrifty(d1, nothing, 0);
  const [one, both, other] = await Promise.all([
    database.prepare('a').bind(1).all(),
    database.batch([database.prepare('b'), database.prepare('c')]),
    database.prepare('d').all(),
  ]);
  expect(batches).toEqual([['a', 'b', 'c', 'd']]);
  expect([one, ...both, other].map(({ results }) => results[0]?.text)).toEqual(['a', 'b', 'c', 'd']);
});

test('what waits goes along with what does not', async () => {
  const { d1, batches } = fakeD1();
  const database = thrifty(d1, nothing, 60_000);
  const waiting = database.batch([database.prepare('patient')]);
  await database.prepare('at once').all();
  expect(await waiting).toEqual([{ results: [{ text: 'patient' }] }]);
  expect(batches).toEqual([['patient', 'at once']]);
});

test('nobody is told of another’s fault', async () => {
  const { d1, batches } = fakeD1();
  const database = thrifty(d1, nothing, 0);
  const [good, bad] = await Promise.allSettled([
    database.prepare('good').all(),
    database.prepare('bad').all(),
  ]);
  expect(good).toMatchObject({ status: 'fulfilled', value: { results: [{ text: 'good' }] } });
  expect(bad).toMatchObject({ status: 'rejected', reason: new Error('bad') });
  expect(batches).toEqual([['good', 'bad'], ['good'], ['bad']]);
});

test('each request is counted, and none is sent once there may be no more', async () => {
  const { d1, batches } = fakeD1();
  const subrequests = countSubrequests(2);
  const database = thrifty(d1, subrequests.take, 0);
  await database.prepare('a').all();
  await database.prepare('b').all();
  await expect(database.prepare('c').all()).rejects.toThrow('No more requests may be made');
  expect(batches).toEqual([['a'], ['b']]);
  expect(subrequests.left()).toBe(0);
});
