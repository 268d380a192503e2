import { describe, expect, test } from 'vitest';
import { hash64 } from '../../src/blog/hash.ts';
import { minute, subscription } from '../store/samples.ts';
import { begun, day, type Fate, file, hour, old } from './world.ts';

describe('what was announced', () => {
  test('is published where others follow, and a thread is opened where one is wanted', async () => {
    const { writes, passes, channels } = await begun({ kind: 'announcement', thread: true });
    writes({ ...old, 'new.md': file('New') });
    await passes(15 * minute);
    expect(channels.posted).toMatchObject([{ published: 1, threads: 1 }]);
  });

  test('is edited when the post is corrected, at most once in ten minutes', async () => {
    const { writes, passes, channels, round, announcer, clock } = await begun();
    writes({ ...old, 'new.md': file('Nwe') });
    await passes(15 * minute);
    const titles = ['New', 'Newer', 'Newest'];
    for (const title of titles) {
      writes({ ...old, 'new.md': file(title) });
      clock.passes(minute);
      await round(announcer);
    }
    expect(channels.posted).toMatchObject([{ edits: 1 }]);
    await passes(15 * minute);
    expect(channels.posted).toMatchObject([{ edits: 2 }]);
    expect(channels.posted[0]?.shows.content).toContain('Newest');
    await passes(day);
    expect(channels.posted).toMatchObject([{ edits: 2 }]);
  });

  test('is one line once the post was withdrawn for half an hour, and restored when it is back', async () => {
    const { writes, passes, channels, announcer } = await begun();
    writes({ ...old, 'new.md': file('New') });
    await passes(15 * minute);
    const key = (await announcer.announcing.list('guild'))[0]?.newest?.post ?? '';
    writes(old);
    await passes(25 * minute);
    expect(channels.posted).toMatchObject([{ edits: 0 }]);
    await passes(10 * minute);
    expect(channels.posted[0]?.shows).toMatchObject({ embeds: [], components: [] });
    expect(channels.posted[0]?.shows.content).not.toContain('New');
    expect(announcer.announcing.isWithdrawn(key)).toBe(true);
    writes({ ...old, 'new.md': file('New') });
    await passes(15 * minute);
    expect(channels.posted[0]?.shows.content).toContain('New');
    expect(announcer.announcing.isWithdrawn(key)).toBe(false);
    expect(channels.posted).toHaveLength(1);
  });

  test('with many posts in it is edited when one of them changes, and without those that were withdrawn', async () => {
    const { writes, passes, channels } = await begun();
    const names = ['A', 'B', 'C', 'D', 'E'];
    const files = Object.fromEntries(names.map(name => [`${name}.md`, file(`Post ${name}`)]));
    const said = () => channels.posted[0]?.shows.embeds[0]?.description;
    writes({ ...old, ...files });
    await passes(15 * minute);
    expect(names.filter(name => said()?.includes(`Post ${name}`))).toEqual(names);
    writes({ ...old, ...files, 'B.md': file('Post Bee') });
    await passes(15 * minute);
    expect(said()).toContain('Post Bee');
    const { 'C.md': _, ...rest } = files;
    writes({ ...old, ...rest });
    await passes(45 * minute);
    expect(said()).not.toContain('Post C');
    expect(said()).toContain('Post D');
    writes(old);
    await passes(hour);
    expect(channels.posted).toMatchObject([{ shows: { embeds: [], components: [] } }]);
    writes({ ...old, ...files });
    await passes(15 * minute);
    expect(names.filter(name => said()?.includes(`Post ${name}`))).toEqual(names);
    expect(channels.posted).toHaveLength(1);
  });

  test('stays as it is while CONTENT holds nothing at all', async () => {
    const { writes, passes, channels } = await begun();
    writes({ ...old, 'new.md': file('New') });
    await passes(15 * minute);
    writes({});
    await passes(day);
    expect(channels.posted).toMatchObject([{ edits: 0 }]);
  });

  test('is not touched by a process that has older content', async () => {
    const { writes, passes, channels, replica, round, announcer, clock, sees } = await begun();
    const behind = replica();
    sees(behind);
    writes({ ...old, 'new.md': file('New') });
    await passes(15 * minute);
    for (let at = 0; at < 12; at++) {
      clock.passes(5 * minute);
      await round(announcer);
      await behind.keep();
      await behind.deliver(() => false);
    }
    expect(channels.posted).toMatchObject([{ edits: 0 }]);
  });
});

describe('by hand', () => {
  test('a post is sent whatever it waits for, and not again', async () => {
    const { announcer, channels, passes, names } = await begun();
    const post = hash64('old.md');
    const to = { guild: 'guild', channel: 'elsewhere', kind: 'text', thread: false } as const;
    const sent = await announcer.announcing.send(post, to, undefined);
    expect(sent).toMatchObject({ now: 'sent', url: 'https://discord.com/channels/guild/elsewhere/1' });
    expect(await announcer.announcing.send(post, to, undefined)).toMatchObject({ now: 'already' });
    await passes(day);
    expect(channels.posted).toHaveLength(1);
    expect(names('elsewhere')).toEqual(['Old']);
  });

  test('a post that waits is sent, waits there no more, and still goes to the others', async () => {
    const { announcer, store, writes, passes, names } = await begun();
    await store.subscribe(subscription('d'));
    writes({ ...old, 'new.md': file('New') });
    await passes(5 * minute);
    const to = { guild: 'guild', channel: 'c', kind: 'text', thread: false } as const;
    await announcer.announcing.send(hash64('new.md'), to, undefined);
    const listed = await announcer.announcing.list('guild');
    const waiting = listed.map(one => `${one.subscription.channel} ${one.waiting.length}`);
    expect(waiting.toSorted()).toEqual(['c 0', 'd 1']);
    await passes(hour);
    expect([names('c'), names('d')]).toEqual([['New'], ['New']]);
  });

  test('a test mentions nobody and is kept nowhere', async () => {
    const { announcer, channels } = await begun({ role: '42' });
    const to = { guild: 'guild', channel: 'c', kind: 'text', thread: false } as const;
    expect(await announcer.announcing.test(to, 'en')).toMatchObject({ now: 'sent' });
    expect(channels.posted[0]?.shows.allowed_mentions).toEqual({ parse: [] });
    expect((await announcer.announcing.list('guild'))[0]?.newest).toBeUndefined();
  });

  test('why tells what stopped a post', async () => {
    const { announcer, writes, passes } = await begun({ tag: 'ai' });
    const why = async (path: string, channel = 'c') =>
      (await announcer.announcing.why(hash64(path), 'guild', channel)).map(
        step =>
          `${step.step}${'ok' in step ? ` ${step.ok}` : ''}${step.step === 'waiting' ? ` ${step.why.for}` : ''}`,
      );
    expect(await why('old.md')).toEqual(['seen', 'visible true', 'tag false']);
    writes({ ...old, 'new.md': file('New', { tags: 'ai' }) });
    await passes(5 * minute);
    expect(await why('new.md')).toEqual(['seen', 'visible true', 'waiting quiet', 'tag true']);
    await passes(10 * minute);
    expect(await why('new.md')).toEqual(['seen', 'visible true', 'delivery']);
    expect(await why('new.md', 'elsewhere')).toEqual(['seen', 'visible true', 'unsubscribed']);
  });

  test('why tells a channel that was subscribed too late, or for readers of another language', async () => {
    const { announcer, clock, store, writes, passes } = await begun();
    const why = async (channel: string) =>
      (await announcer.announcing.why(hash64('new.md'), 'guild', channel)).at(-1);
    writes({ ...old, 'new.md': file('New'), 'new.zh-CN.md': file('新文章') });
    await store.subscribe(subscription('chinese', { locale: 'zh-CN' }));
    await passes(hour);
    await store.subscribe(subscription('late', { madeAt: clock.now() }));
    expect(await why('late')).toEqual({ step: 'waiting', why: { for: 'nothing', because: 'earlier' } });
    expect(await why('chinese')).toEqual({ step: 'waiting', why: { for: 'nothing', because: 'twin' } });
  });
});

describe('a channel that refuses', () => {
  test('is paused with its reason, tried once a day, and goes on by itself once it is mended', async () => {
    let fate: Fate = 'forbidden';
    const { writes, passes, store, channels, names } = await begun({}, { fateOf: () => fate });
    writes({ ...old, 'new.md': file('New') });
    await passes(hour);
    expect(await store.subscription('c')).toMatchObject({ paused: { because: 'forbidden' } });
    expect(channels.requests()).toBe(1);
    await passes(day);
    expect(channels.requests()).toBe(2);
    fate = 'done';
    await passes(day + 2 * hour);
    expect(names()).toEqual(['New']);
    expect((await store.subscription('c'))?.paused).toBeUndefined();
  });
});

describe('an announcement channel, which publishes ten messages an hour', () => {
  test('is not paused by that: what comes after is sent, threads are opened, and all is published in the end', async () => {
    const counted = { published: 0 };
    const fateOf = (request: string): Fate => {
      if (request !== 'publish') return 'done';
      counted.published += 1;
      return counted.published > 2 && counted.published < 12 ? 'limited' : 'done';
    };
    const { writes, passes, store, names, ...world } = await begun(
      { kind: 'announcement', thread: true },
      { fateOf },
    );
    const one = (name: string) => ({ [`${name}.md`]: file(name) });
    writes({ ...old, ...one('A'), ...one('B'), ...one('C') });
    await passes(15 * minute);
    writes({ ...old, ...one('A'), ...one('B'), ...one('C'), ...one('D') });
    await passes(15 * minute);
    expect(names().toSorted()).toEqual(['A', 'B', 'C', 'D']);
    expect(world.in('c').map(({ threads }) => threads)).toEqual([1, 1, 1, 1]);
    expect(world.in('c').map(({ published }) => published)).toEqual([1, 1, 0, 0]);
    expect((await store.subscription('c'))?.paused).toBeUndefined();
    await passes(3 * hour);
    expect(world.in('c').map(({ published }) => published)).toEqual([1, 1, 1, 1]);
    expect((await store.subscription('c'))?.paused).toBeUndefined();
  });
});

describe('a message that may have arrived', () => {
  /** A channel whose first message arrives, though nobody hears of it. */
  const lostOnce = async (more: Parameters<typeof begun>[0] = {}) => {
    const fates: Fate[] = ['lost'];
    const world = await begun(more, { fateOf: () => fates.shift() ?? 'done' });
    world.writes({ ...old, 'new.md': file('New') });
    await world.round(world.announcer);
    world.clock.passes(10 * minute);
    await world.round(world.announcer);
    expect(world.in('c')).toHaveLength(1);
    return world;
  };

  test('is looked for before it is sent again', async () => {
    const { passes, names, announcing } = await lostOnce();
    await passes(hour);
    expect(names()).toEqual(['New']);
    expect((await announcing.list('guild'))[0]?.newest).toMatchObject({ state: 'sent', message: '1' });
  });

  test('is sent again by the same nonce where nobody can look, while Discord remembers it', async () => {
    const { round, clock, announcer, channels, names, announcing } = await lostOnce();
    channels.unreadable.add('c');
    clock.passes(minute);
    await round(announcer);
    expect(names()).toEqual(['New']);
    expect((await announcing.list('guild'))[0]?.newest).toMatchObject({ state: 'sent', message: '1' });
  });

  test.each([
    ['where nobody can look once Discord has forgotten it', 'text', 10 * minute],
    ['where nobody can look in a forum, which knows no nonce', 'forum', minute],
  ] as const)('is said to be unsure %s, and never sent again by itself', async (_, kind, later) => {
    const { round, clock, announcer, channels, names, announcing, passes } = await lostOnce({ kind });
    channels.unreadable.add('c');
    clock.passes(later);
    await round(announcer);
    await passes(day);
    expect(names()).toEqual(['New']);
    const newest = (await announcing.list('guild'))[0]?.newest;
    expect(newest).toMatchObject({ state: 'unsure' });
    const to = { guild: 'guild', channel: 'c', kind, thread: false };
    expect(await announcing.send(newest?.post ?? '', to, undefined)).toMatchObject({ now: 'sent' });
  });

  test('is looked for under the name that its post had', async () => {
    const { writes, passes, names } = await lostOnce();
    writes({ ...old, 'renamed.md': file('New') });
    await passes(hour);
    expect(names()).toEqual(['New']);
  });
});

test('a server that Quoth is not in any more is forgotten on the second day', async () => {
  const { passes, store } = await begun({ guild: 'left' });
  await passes(12 * hour);
  expect(await store.guilds()).toEqual(['left']);
  await passes(2 * day);
  expect(await store.guilds()).toEqual([]);
});
