import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { onceForAll } from '../../src/main/once.ts';
import { openStore } from '../../src/store/open.ts';
import { kinds } from '../store/databases.ts';

const never = new AbortController().signal;
const minute = 60_000;

describe.each(kinds)('what is done once for all who share $name', ({ fresh }) => {
  test('is done by one of those who ask at the same time, and the others wait for it', async () => {
    const address = await fresh();
    const stores = [1, 2, 3, 4].map(() => openStore(address));
    let [done, working] = [0, 0];
    const work = async (): Promise<void> => {
      working += 1;
      await setTimeout(1);
      done += working;
      working -= 1;
    };
    const since = Date.now() - minute;
    await Promise.all(stores.map(store => onceForAll(store, 'a thing', since, work, never)));
    expect(done).toBe(1);
    for (const store of stores) await store.close();
  });

  test('is done anew by who asks later, and for another thing', async () => {
    const store = openStore(await fresh());
    const did: string[] = [];
    const once = (what: string, since: number) =>
      onceForAll(store, what, since, () => Promise.resolve(did.push(what)), never);
    await once('one', Date.now());
    await once('one', Date.now() + minute);
    await once('other', Date.now());
    expect(did).toEqual(['one', 'one', 'other']);
    await store.close();
  });

  test('is done by another where it failed', async () => {
    const store = openStore(await fresh());
    const fails = () => Promise.reject(new Error('Discord is away'));
    await expect(onceForAll(store, 'a thing', 0, fails, never)).rejects.toThrow('Discord is away');
    let done = 0;
    await onceForAll(store, 'a thing', 0, () => Promise.resolve(done++), never);
    expect(done).toBe(1);
    await store.close();
  });

  test('is done by another where who began it is gone, and not before', async () => {
    const address = await fresh();
    const store = openStore(address);
    const now = Date.now();
    const turn = (later: number) =>
      store.takeTurn('a thing', { now: now + later, until: now + later + minute, since: now });
    expect(await turn(0)).toBe('mine');
    expect(await turn(minute - 1)).toBe('taken');
    expect(await turn(minute)).toBe('mine');
    await store.endTurn('a thing', now + minute, true);
    expect(await turn(minute + 1)).toBe('done');
    await store.close();
  });
});

test('each does it where the database is away', async () => {
  const store = openStore('postgres://nobody@127.0.0.1:1/nothing');
  let done = 0;
  await onceForAll(store, 'a thing', 0, () => Promise.resolve(done++), never);
  expect(done).toBe(1);
  await store.close();
});
