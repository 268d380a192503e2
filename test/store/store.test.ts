import { describe, expect, test } from 'vitest';
import type { Changes, SeenPost, Store } from '../../src/announce/store.ts';
import { allKinds, storeAt } from './databases.ts';
import { minute, noon, seen, subscription } from './samples.ts';

const changesOf = (posts: readonly SeenPost[]): Changes => ({
  seen: posts,
  keys: posts.map(({ key, id }) => ({ key, post: id })),
  merged: [],
});

const observe = (store: Store, posts: readonly SeenPost[]) =>
  store.observe({ hash: 'one', at: noon }, noon, () => changesOf(posts));

const claimAll = (store: Store, now: number, lease: string, posts: readonly string[]) =>
  store.claim({ now, lease, until: now + minute, limit: 50, posts, edits: true });

const shown = (name: string) => new Map([[name, name]]);

describe.each(allKinds)('on $name', ({ fresh }) => {
  test('several processes that start at once make the tables once', async () => {
    const address = await fresh();
    const stores = [storeAt(address), storeAt(address), storeAt(address)];
    expect(await Promise.all(stores.map(store => store.posts()))).toEqual([[], [], []]);
  });

  test('exactly one of several is the first to read the content', async () => {
    const address = await fresh();
    const stores = ['a', 'b', 'c', 'd'].map(name => ({ name, store: storeAt(address) }));
    await Promise.all(
      stores.map(({ name, store }) =>
        store.observe({ hash: 'one', at: noon }, noon, (known, first) =>
          changesOf(known.length === 0 ? [seen(name, { known: first })] : []),
        ),
      ),
    );
    expect(await storeAt(address).posts()).toMatchObject([{ known: true }]);
  });

  test('content that is older than what somebody has is not noted, until nobody has had that for an hour', async () => {
    const store = storeAt(await fresh());
    const note = (hash: string, at: number, now: number) =>
      store.observe({ hash, at }, now, () => changesOf([]));
    expect(await note('new', noon, noon)).toBe(true);
    expect(await note('old', noon - 1, noon + 50 * minute)).toBe(false);
    expect(await store.isNewest('new', noon + 59 * minute)).toBe(true);
    expect(await note('old', noon - 1, noon + 118 * minute)).toBe(false);
    expect(await note('old', noon - 1, noon + 120 * minute)).toBe(true);
    expect(await store.isNewest('new', noon + 120 * minute)).toBe(false);
    expect(await note('as new', noon - 1, noon + 121 * minute)).toBe(false);
    expect(await note('as new', noon - 1, noon + 124 * minute)).toBe(true);
  });

  test('a post keeps its deliveries under a new key', async () => {
    const store = storeAt(await fresh());
    await observe(store, [seen('a')]);
    await observe(store, [seen('a', { key: 'b' })]);
    expect(await store.post('a')).toMatchObject({ id: 'a', key: 'b', formerKeys: ['a'] });
    expect(await store.post('b')).toMatchObject({ id: 'a' });
    expect(await store.formerKeys()).toEqual(new Map([['b', ['a']]]));
  });

  test('only channels of the post’s tags and languages, subscribed before, get it; each once', async () => {
    const store = storeAt(await fresh());
    await observe(store, [seen('a', { tags: ['ai', '与曦'] })]);
    await store.subscribe(subscription('all'));
    await store.subscribe(subscription('tagged', { tag: '与曦' }));
    await store.subscribe(subscription('other', { tag: 'cooking' }));
    await store.subscribe(subscription('chinese', { locale: 'zh-CN' }));
    await store.subscribe(subscription('late', { madeAt: noon + minute + 1 }));
    await Promise.all([store.plan(['a'], noon + minute), store.plan(['a'], noon + minute)]);
    await store.plan([], noon + 2 * minute);
    const jobs = await claimAll(store, noon + minute, 'one', ['a']);
    expect(jobs.map(({ channel }) => channel).toSorted()).toEqual(['all', 'tagged']);
    expect(await claimAll(store, noon + minute, 'two', ['a'])).toEqual([]);
  });

  test('what is claimed is claimed by one alone, and free again once the claim has lapsed', async () => {
    const address = await fresh();
    const stores = [storeAt(address), storeAt(address), storeAt(address)];
    const [store] = stores;
    if (store === undefined) return;
    await observe(store, [seen('a')]);
    const channels = Array.from({ length: 60 }, (_, at) => `c${at}`);
    for (const channel of channels) await store.subscribe(subscription(channel));
    await store.plan(['a'], noon);
    const claims = await Promise.all(
      stores.flatMap((each, at) =>
        ['x', 'y'].map(name =>
          each.claim({
            ...{ now: noon, lease: `${at}${name}`, until: noon + minute },
            ...{ limit: 15, posts: ['a'], edits: false },
          }),
        ),
      ),
    );
    const claimed = claims.flat().map(({ channel }) => channel);
    expect(new Set(claimed).size).toBe(claimed.length);
    const rest = await claimAll(store, noon, 'rest', ['a']);
    expect(claimed.length + rest.length).toBeLessThanOrEqual(60);
    const later = await store.claim({
      ...{ now: noon + minute, lease: 'later', until: noon + 2 * minute },
      ...{ limit: 100, posts: ['a'], edits: false },
    });
    expect(later).toHaveLength(60);
    const [job] = claims.flat();
    expect(later.find(({ channel }) => channel === job?.channel)).toMatchObject({ triedBy: job?.lease });
    expect(job && (await store.settle(job, { is: 'done' }, noon + minute))).toBe(false);
  });

  test('within a channel what is older goes first, and what comes after it waits for it', async () => {
    const store = storeAt(await fresh());
    await observe(store, [seen('new', { date: noon }), seen('old', { date: noon - minute })]);
    await store.subscribe(subscription('c'));
    await store.plan(['new', 'old'], noon);
    const [first, ...others] = await claimAll(store, noon, 'one', ['new', 'old']);
    expect(first?.post).toBe('old');
    expect(others).toEqual([]);
    expect(await claimAll(store, noon, 'two', ['new', 'old'])).toEqual([]);
    if (first === undefined) return;
    await store.settle(
      first,
      { is: 'sent', message: '1', shown: shown('old'), publish: false, open: false },
      noon,
    );
    expect((await claimAll(store, noon, 'three', ['new', 'old'])).map(({ post }) => post)).toEqual(['new']);
  });

  test('a channel that refuses is paused, and goes on after a press', async () => {
    const store = storeAt(await fresh());
    await observe(store, [seen('a')]);
    await store.subscribe(subscription('c'));
    await store.plan(['a'], noon);
    const [job] = await claimAll(store, noon, 'one', ['a']);
    if (job === undefined) throw new Error('nothing was claimed');
    const pause = { since: noon, because: 'forbidden', detail: 'Missing Access' } as const;
    await store.settle(job, { is: 'refused', pause, detail: 'Missing Access' }, noon);
    expect(await store.subscription('c')).toMatchObject({ paused: pause });
    expect(await claimAll(store, noon + minute, 'two', ['a'])).toEqual([]);
    await store.resume('c', noon + minute, noon + 1);
    expect(await claimAll(store, noon + minute, 'three', ['a'])).toEqual([]);
    await store.resume('c', noon + minute, noon);
    expect((await store.subscription('c'))?.paused).toBeUndefined();
    expect(await claimAll(store, noon + minute, 'four', ['a'])).toHaveLength(1);
  });

  test('posts that are due together become one message, known to each of them', async () => {
    const store = storeAt(await fresh());
    const names = ['a', 'b', 'c', 'd'];
    await observe(
      store,
      names.map(name => seen(name)),
    );
    await store.subscribe(subscription('c'));
    await store.plan(names, noon);
    const [claimed] = await claimAll(store, noon, 'one', names);
    if (claimed === undefined) throw new Error('nothing was claimed');
    await store.gather(claimed, names, noon, 5);
    expect(await store.gathered(claimed)).toEqual(['a']);
    await store.gather(claimed, names, noon, 4);
    expect(await store.gathered(claimed)).toEqual(names);
    await store.settle(
      claimed,
      {
        is: 'sent',
        message: '1',
        shown: new Map(names.map(name => [name, name])),
        publish: false,
        open: false,
      },
      noon,
    );
    for (const name of names)
      expect(await store.delivery(name, 'c')).toMatchObject({ state: 'sent', message: '1' });
    expect(await store.next()).toBeUndefined();
  });

  test('an announcement that shows what is no more so is edited, at most once in a while', async () => {
    const store = storeAt(await fresh());
    await observe(store, [seen('a')]);
    await store.subscribe(subscription('c'));
    await store.subscribe(subscription('news', { kind: 'announcement' }));
    await store.plan(['a'], noon);
    for (const job of await claimAll(store, noon, 'one', ['a']))
      await store.settle(
        job,
        { is: 'sent', message: '1', shown: shown('a'), publish: false, open: false },
        noon,
      );
    const plan = (now: number) => store.planEdits(now, 10 * minute, 20 * minute);
    await plan(noon);
    expect(await claimAll(store, noon, 'two', ['a'])).toEqual([]);
    const change = async (want: string, now: number) => {
      await observe(store, [seen('a', { want })]);
      await plan(now);
      const jobs = await claimAll(store, now, `edit ${want} ${now}`, ['a']);
      for (const job of jobs) {
        await store.settle(job, { is: 'edited', shown: new Map([['a', want]]) }, now);
        await store.settle(job, { is: 'done' }, now);
      }
      return jobs.map(({ channel }) => channel).toSorted();
    };
    expect(await change('a2', noon + minute)).toEqual(['c', 'news']);
    expect(await change('a3', noon + 2 * minute)).toEqual([]);
    expect(await change('a3', noon + 11 * minute)).toEqual(['c']);
    expect(await change('a3', noon + 21 * minute)).toEqual(['news']);
    expect(await change('a3', noon + 90 * minute)).toEqual([]);
  });

  test('what is new goes before what is only corrected', async () => {
    const store = storeAt(await fresh());
    await observe(store, [seen('a')]);
    await store.subscribe(subscription('c'));
    await store.plan(['a'], noon);
    for (const job of await claimAll(store, noon, 'one', ['a']))
      await store.settle(
        job,
        { is: 'sent', message: '1', shown: shown('a'), publish: false, open: false },
        noon,
      );
    await observe(store, [seen('a', { want: 'a2' }), seen('b')]);
    await store.planEdits(noon + minute, 10 * minute, 20 * minute);
    await store.plan(['b'], noon + 2 * minute);
    const next = async (lease: string) =>
      (await claimAll(store, noon + 2 * minute, lease, ['a', 'b'])).map(({ post }) => post);
    expect([await next('two'), await next('three'), await next('four')]).toEqual([['b'], ['a'], []]);
  });

  test('requests are reserved one after the other over all who ask', async () => {
    const address = await fresh();
    const stores = [storeAt(address), storeAt(address)];
    const starts = await Promise.all(
      Array.from({ length: 10 }, (_, at) => stores[at % 2]?.reserve(4, noon, 25, 10_000)),
    );
    expect(starts.toSorted()).toEqual(Array.from({ length: 10 }, (_, at) => noon + at * 100));
    expect(await stores[0]?.reserve(1, noon, 25, 999)).toBeUndefined();
    expect(await stores[0]?.reserve(1, noon + 60_000, 25, 999)).toBe(noon + 60_000);
  });

  test('failures are counted over ten minutes', async () => {
    const store = storeAt(await fresh());
    for (let at = 0; at < 3; at++) await store.countFailure(noon + at * 4 * minute);
    expect(await store.failures(noon + 8 * minute - 10 * minute)).toBe(3);
    expect(await store.failures(noon + 14 * minute - 10 * minute)).toBe(2);
  });

  test('a chore is one process’s at a time', async () => {
    const address = await fresh();
    const stores = [storeAt(address), storeAt(address)];
    const done = await Promise.all(stores.map(store => store.chore('guilds', noon, noon - minute)));
    expect(done.filter(mine => mine)).toHaveLength(1);
    expect(await stores[0]?.chore('guilds', noon + minute, noon)).toBe(true);
  });

  test('a server is forgotten whole once it was missing twice', async () => {
    const store = storeAt(await fresh());
    await observe(store, [seen('a')]);
    await store.subscribe(subscription('c', { guild: 'left' }));
    await store.subscribe(subscription('d', { guild: 'back' }));
    expect(await store.forgetMissing(['left', 'back'], noon, noon - minute)).toBe(0);
    expect(await store.forgetMissing(['left'], noon + minute, noon)).toBe(1);
    expect(await store.guilds()).toEqual(['back']);
  });

  test('nothing is left of a channel that ends its subscription', async () => {
    const store = storeAt(await fresh());
    await observe(store, [seen('a')]);
    const made = subscription('c', { tag: 'ai', role: 'r', thread: true });
    await store.subscribe(made);
    expect(await store.subscription('c')).toEqual(made);
    expect(await store.mentions('guild', 'r')).toBe(true);
    expect(await store.forget('c')).toEqual(made);
    expect(await store.guilds()).toEqual([]);
    expect(await store.forget('c')).toBeUndefined();
  });
});
