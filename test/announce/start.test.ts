import { describe, expect, test } from 'vitest';
import { startAnnouncing } from '../../src/announce/start.ts';
import type { Store } from '../../src/announce/store.ts';
import { sqlite, storeAt } from '../store/databases.ts';
import { minute, noon, subscription } from '../store/samples.ts';
import { file, makeWorld, old } from './world.ts';

/** Waits until something is so; the loops go on meanwhile. */
const until = (is: () => boolean | Promise<boolean>) => expect.poll(is).toBe(true);

/** A world whose announcing goes on by itself, as fast as it can. */
async function started(store: Store, options: Parameters<typeof makeWorld>[1] = {}) {
  const world = makeWorld(store, options);
  world.writes(old);
  await world.round(world.replica());
  await world.store.subscribe(subscription('c'));
  const running = startAnnouncing(world.parts());
  const writes = (files: Readonly<Record<string, string>>) => {
    world.writes(files);
    world.sees(running);
  };
  return { ...world, running, writes };
}

/** The store, which fails while `away` says so. */
function fragile(store: Store, away: () => boolean): Store {
  const failing = Object.entries(store).map(([name, work]) => [
    name,
    (...given: readonly never[]) =>
      away() ? Promise.reject(new Error('The database is full.')) : Reflect.apply(work, undefined, given),
  ]);
  return { ...store, ...Object.fromEntries(failing) };
}

describe('announcing that goes on by itself', () => {
  test('announces what is new, and ends when it is closed', async () => {
    const { running, writes, channels } = await started(storeAt(await sqlite.fresh()));
    writes({ ...old, 'new.md': file('New') });
    await until(() => channels.posted.length === 1);
    await running.close();
    expect(channels.posted.map(({ name }) => name)).toEqual(['New']);
  });

  test('says once that the database fails, and goes on by itself once it is there again', async () => {
    let away = false;
    const store = fragile(storeAt(await sqlite.fresh()), () => away);
    const { running, writes, channels, lines, clock } = await started(store);
    away = true;
    writes({ ...old, 'new.md': file('New') });
    const begun = clock.now();
    await until(() => clock.now() > begun + 60 * minute);
    expect(lines.filter(line => line.includes('The database is full.')).length).toBeLessThanOrEqual(2);
    away = false;
    await until(() => channels.posted.length === 1);
    await running.close();
    expect(lines.some(line => line.startsWith('announcing goes on'))).toBe(true);
  });

  test('finishes what it has claimed before it ends', async () => {
    const store = storeAt(await sqlite.fresh());
    const { running, writes, channels, parts } = await started(store);
    for (let at = 0; at < 30; at++) await store.subscribe(subscription(`c${at}`));
    writes({ ...old, 'new.md': file('New') });
    await until(() => channels.posted.length > 3);
    await running.close();
    const states = await store.unsent('guild');
    expect(states.filter(({ state }) => state === 'claimed')).toEqual([]);
    expect(channels.posted.length + states.length).toBe(31);
    expect(parts().now()).toBeGreaterThan(noon);
  });
});

test('after 2,000 requests that Discord did not take nothing is sent for ten minutes', async () => {
  const store = storeAt(await sqlite.fresh());
  const world = makeWorld(store);
  const announcer = world.replica();
  world.writes(old);
  await world.round(announcer);
  await store.subscribe(subscription('c'));
  world.writes({ ...old, 'new.md': file('New') });
  await world.round(announcer);
  world.clock.passes(11 * minute);
  const busy = { ...store, failures: () => Promise.resolve(2_000) };
  const restrained = world.replica({ store: busy });
  await world.round(restrained);
  expect(world.channels.posted).toEqual([]);
  await world.round(announcer);
  expect(world.channels.posted).toHaveLength(1);
});
