import { describe, expect, test } from 'vitest';
import { hash64 } from '../../src/blog/hash.ts';
import { minute, subscription } from '../store/samples.ts';
import { begun, day, file, hour, old } from './world.ts';

describe('what is announced', () => {
  test('nothing that was there when Quoth first started', async () => {
    const { passes, channels } = await begun();
    await passes(day);
    expect(channels.posted).toEqual([]);
  });

  test('a new post, once, ten minutes after it was last changed', async () => {
    const { writes, passes, names } = await begun();
    writes({ ...old, 'new.md': file('New') });
    await passes(5 * minute);
    writes({ ...old, 'new.md': file('New', { body: 'Corrected.' }) });
    await passes(10 * minute);
    expect(names()).toEqual([]);
    await passes(5 * minute);
    expect(names()).toEqual(['New']);
    await passes(2 * day);
    expect(names()).toEqual(['New']);
  });

  test.each([
    ['touched', { 'old.md': file('Old') }],
    ['given another title', { 'old.md': file('Older') }],
    ['given another date', { 'old.md': file('Old', { date: '2026-05-30' }) }],
    ['given another file name', { 'other.md': file('Old') }],
    ['moved and given another title', { '2026/old.md': file('Very old') }],
  ])('no post that was %s', async (_, files) => {
    const { writes, passes, channels } = await begun();
    writes(files);
    await passes(hour);
    expect(channels.posted).toEqual([]);
  });

  test('no post that was moved, renamed and retitled, since its text is the same', async () => {
    const { writes, passes, channels } = await begun();
    const words = Array.from({ length: 200 }, (_, at) => `word${at * 7}`);
    const body = words.join(' ');
    writes({ ...old, 'a.md': file('First', { body }) });
    await passes(15 * minute);
    expect(channels.posted).toHaveLength(1);
    writes({ ...old, 'b.md': file('Second', { body: `${words.with(20, 'other').join(' ')} And more.` }) });
    await passes(3 * hour);
    expect(channels.posted).toHaveLength(1);
    expect(channels.posted[0]?.shows.content).toContain('Second');
  });

  test('one post where its copy comes before the old file goes', async () => {
    const { writes, passes, names } = await begun();
    writes({ ...old, 'a.md': file('Moved') });
    await passes(5 * minute);
    writes({ ...old, 'a.md': file('Moved'), '2026/a.md': file('Moved') });
    await passes(5 * minute);
    writes({ ...old, '2026/a.md': file('Moved') });
    await passes(hour);
    expect(names()).toEqual(['Moved']);
  });

  test('a draft once it is published, also one that was there from the start', async () => {
    const world = await begun();
    const { writes, passes, names } = world;
    const draft = file('Draft').replace('title:', 'draft: true\ntitle:');
    writes({ ...old, 'draft.md': draft });
    await passes(hour);
    expect(names()).toEqual([]);
    writes({ ...old, 'draft.md': file('Draft') });
    await passes(15 * minute);
    expect(names()).toEqual(['Draft']);
  });

  test('a post of a future date once that has come', async () => {
    const { writes, passes, names } = await begun();
    writes({ ...old, 'soon.md': file('Soon', { date: '2026-06-01T14:00:00Z' }) });
    await passes(110 * minute);
    expect(names()).toEqual([]);
    await passes(30 * minute);
    expect(names()).toEqual(['Soon']);
  });

  test('no post without a date, none that is too old, none that only who knows it may see', async () => {
    const { writes, passes, channels } = await begun();
    writes({
      ...old,
      'undated.md': file('Undated', { date: '' }),
      'past.md': file('Past', { date: '2026-05-01' }),
      'unlisted.md': file('Unlisted').replace('title:', 'unlisted: true\ntitle:'),
    });
    await passes(day);
    expect(channels.posted).toEqual([]);
  });

  test('a post whose address answers; after an hour one whose address does not', async () => {
    const { writes, passes, names, answering } = await begun();
    const site = { url: 'https://blog.example' };
    answering.now = false;
    writes({ ...old, 'new.md': file('New') }, site);
    await passes(30 * minute);
    expect(names()).toEqual([]);
    answering.now = true;
    await passes(5 * minute);
    expect(names()).toEqual(['New']);
    answering.now = false;
    writes({ ...old, 'new.md': file('New'), 'next.md': file('Next') }, site);
    await passes(65 * minute);
    expect(names()).toEqual(['New']);
    await passes(10 * minute);
    expect(names()).toEqual(['New', 'Next']);
  });

  test('of versions in several languages the one in the channel’s', async () => {
    const { writes, passes, names, store } = await begun();
    await store.subscribe(subscription('chinese', { locale: 'zh-CN' }));
    writes({
      ...old,
      'new.en.md': file('In English'),
      'new.zh-CN.md': file('中文版', { body: '中文的内容。' }),
    });
    await passes(15 * minute);
    expect(names()).toEqual(['In English']);
    expect(names('chinese')).toEqual(['中文版']);
  });

  test('only what has the channel’s tag', async () => {
    const { writes, passes, names } = await begun({ tag: 'ai' });
    writes({ ...old, 'a.md': file('A', { tags: 'AI, x' }), 'b.md': file('B', { tags: 'cooking' }) });
    await passes(15 * minute);
    expect(names()).toEqual(['A']);
  });

  test('what is held, once it is released', async () => {
    const { writes, passes, names, announcer } = await begun();
    writes({ ...old, 'new.md': file('New') });
    await passes(5 * minute);
    const [waiting] = await announcer.announcing.list('guild');
    const key = waiting?.waiting[0]?.post ?? '';
    await announcer.announcing.hold(key, 'guild', 'somebody');
    await passes(hour);
    expect(names()).toEqual([]);
    expect((await announcer.announcing.list('guild'))[0]?.waiting).toMatchObject([
      { post: key, why: { for: 'release', heldBy: 'somebody' } },
    ]);
    await announcer.announcing.release(key, 'guild');
    await passes(5 * minute);
    expect(names()).toEqual(['New']);
  });

  test('what is held in another server is told here all the same', async () => {
    const { writes, passes, names, announcer } = await begun();
    writes({ ...old, 'new.md': file('New') });
    await passes(5 * minute);
    const [waiting] = await announcer.announcing.list('guild');
    const key = waiting?.waiting[0]?.post ?? '';
    await announcer.announcing.hold(key, 'elsewhere', 'a stranger');
    await passes(15 * minute);
    expect(names()).toEqual(['New']);
  });

  test('three posts one by one, oldest first; twenty in one message', async () => {
    const { writes, passes, names, channels } = await begun();
    const dated = (count: number, hours: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `${hours}-${at}.md`,
          file(`Post ${hours}-${at}`, { date: `2026-06-01T${10 - (at % 5)}:${10 + hours}:00Z` }),
        ]),
      );
    writes({ ...old, ...dated(3, 1) });
    await passes(15 * minute);
    expect(names()).toEqual(['Post 1-2', 'Post 1-1', 'Post 1-0']);
    writes({ ...old, ...dated(3, 1), ...dated(20, 2) });
    await passes(15 * minute);
    expect(channels.posted).toHaveLength(4);
    expect(channels.posted[3]?.shows.embeds[0]?.description).toContain('Post 2-19');
  });

  test('forty in one message, which names as many as fit, says how many more there are and leads to them', async () => {
    const { writes, passes, channels, announcing } = await begun();
    const paths = Array.from({ length: 40 }, (_, at) => `${String(at).padStart(2, '0')}.md`);
    writes({ ...old, ...Object.fromEntries(paths.map(path => [path, file(`Post ${path}`)])) });
    await passes(hour);
    expect(channels.posted).toHaveLength(1);
    const { content, embeds, components } = channels.posted[0]?.shows ?? {};
    expect(content).toBe('40 new posts');
    expect(embeds?.[0]?.description).toMatch(/and 15 more$/);
    expect(JSON.stringify(components)).toContain('All posts');
    const last = await Promise.all(
      paths.map(async path => (await announcing.why(hash64(path), 'guild', 'c')).at(-1)),
    );
    for (const step of last) expect(step).toMatchObject({ step: 'delivery', delivery: { state: 'sent' } });
  });

  test('in a forum each post as a thread of its own, and one mention for all that come at once', async () => {
    const { writes, passes, channels, announcer } = await begun({ kind: 'forum', role: '42' });
    const many = Object.fromEntries(Array.from({ length: 5 }, (_, at) => [`${at}.md`, file(`Post ${at}`)]));
    writes({ ...old, ...many });
    await passes(15 * minute);
    expect(channels.posted).toHaveLength(5);
    expect(channels.posted.filter(({ shows }) => shows.allowed_mentions.roles?.length)).toHaveLength(1);
    const [thread] = channels.posted;
    await passes(5 * minute);
    expect(announcer.announcing.postOfThread(thread?.id ?? '')).toBeDefined();
  });

  test('nothing to who subscribed after it was set on its way', async () => {
    const { writes, passes, names, store, clock } = await begun();
    writes({ ...old, 'new.md': file('New') });
    await passes(20 * minute);
    await store.subscribe(subscription('late', { madeAt: clock.now() }));
    await passes(hour);
    expect(names('late')).toEqual([]);
  });
});
