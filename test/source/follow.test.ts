import { rename, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Following, follow } from '../../src/source/follow.ts';
import { type Reading, readSnapshot } from '../../src/source/snapshot.ts';
import type { Snapshot } from '../../src/source/snapshot-model.ts';
import type { Watch } from '../../src/source/watch.ts';
import { type Content, makeContent } from './content.ts';

let content: Content;
let watches: Watch[];

beforeEach(async () => {
  content = await makeContent();
  watches = [];
  await content.write({ 'a.md': post('A'), 'b.md': post('B') });
});

afterEach(async () => {
  await Promise.all(watches.map(watch => watch.close()));
  await content.remove();
});

const post = (title: string) => `---\ntitle: ${title}\ndate: 2025-06-12\n---\n\n## One\n\ntext\n`;

const read = (previous?: Snapshot, more: Partial<Reading> = {}) =>
  readSnapshot({ folder: content.folder, ...more }, previous);

const titlesOf = ({ blog }: Snapshot) => blog.posts.map(({ title }) => title).toSorted();

/** No event ever comes: as bad as a watcher can be. */
const deaf = (): Promise<Watch> => Promise.resolve({ close: () => Promise.resolve() });

/** Follows the folder; `until` resolves once such posts were handed over. */
async function following(more: Partial<Following>) {
  const handed: string[] = [];
  let heard = Promise.withResolvers<void>();
  const watch = await follow({
    first: await read(),
    reread: read,
    watch: deaf,
    changed: now => {
      handed.push(titlesOf(now).join(', '));
      heard.resolve();
      heard = Promise.withResolvers();
      return Promise.resolve();
    },
    fault: () => undefined,
    quiet: 5,
    ...more,
  });
  watches.push(watch);
  const until = async (titles: string): Promise<void> => {
    while (!handed.includes(titles)) await heard.promise;
  };
  return { handed, until };
}

describe('a folder is followed', () => {
  test('though no event ever comes', async () => {
    const { until } = await following({ every: 5 });
    await content.write({ 'c.md': post('C') });
    await until('A, B, C');
    await rm(join(content.folder, 'a.md'));
    await until('B, C');
  });

  test('and is handed over once two readings agree, not before', async () => {
    let reads = 0;
    const reread = async (previous: Snapshot): Promise<Snapshot> => {
      const now = await read(previous);
      // Somebody goes on writing while it is read.
      if (reads++ < 5) await content.write({ 'c.md': post(`C ${reads}`) });
      return now;
    };
    const handedThen: number[] = [];
    const { until, handed } = await following({
      every: 5,
      reread,
      seen: () => handedThen.push(handed.length),
    });
    await until('A, B, C 5');
    expect(handed).toEqual(['A, B, C 5']);
    // What was seen first was told at once.
    expect(handedThen).toEqual([0]);
  });

  test('though it is gone for a while', async () => {
    const gone = Promise.withResolvers<void>();
    const { until } = await following({ every: 5, fault: () => gone.resolve() });
    await rm(content.folder, { recursive: true });
    await gone.promise;
    await content.write({ 'd.md': post('D') });
    await until('D');
  });

  test('by a hint sooner than by the clock', async () => {
    const hints: (() => void)[] = [];
    const watch: Following['watch'] = hint => {
      hints.push(hint);
      return deaf();
    };
    const { until } = await following({ every: 3_600_000, watch });
    await content.write({ 'c.md': post('C') });
    for (const hint of hints) hint();
    await until('A, B, C');
  });
});

describe('what is read again', () => {
  test('is the very same blog where nothing changed, though files were touched', async () => {
    const first = await read();
    await utimes(join(content.folder, 'a.md'), new Date(), new Date());
    await content.write({ 'b.md': post('B') });
    const second = await read(first);
    expect(second.blog).toBe(first.blog);
    expect((await read(second)).blog).toBe(first.blog);
  });

  test('shares every post that did not change', async () => {
    const first = await read();
    await content.write({ 'a.md': post('A, mended') });
    const second = await read(first);
    expect(titlesOf(second)).toEqual(['A, mended', 'B']);
    expect(second.blog.byKey.get(first.blog.posts.find(({ path }) => path === 'b.md')?.key ?? '')).toBe(
      first.blog.posts.find(({ path }) => path === 'b.md'),
    );
  });

  test('takes the cover that came to lie beside a post, and leaves the one that is gone', async () => {
    await content.write({ 'blog.yml': 'url: https://blog.example', 'c/index.md': post('C') });
    const coverOf = ({ blog }: Snapshot) => blog.posts.find(({ title }) => title === 'C')?.image?.url;
    const first = await read();
    await content.write({ 'c/my cover.png': '', 'c/other.png': '', 'b-cover.png': '' });
    const second = await read(first);
    await rm(join(content.folder, 'c/my cover.png'));
    expect([first, second, await read(second)].map(coverOf)).toEqual([
      undefined,
      'https://blog.example/posts/my%20cover.png',
      undefined,
    ]);
  });

  test('keeps the keys of what was moved, and the same object once it is', async () => {
    const first = await read();
    const key = first.blog.posts.find(({ path }) => path === 'a.md')?.key ?? '';
    await content.write({ '2025/x.md': 'x' });
    await rename(join(content.folder, 'a.md'), join(content.folder, '2025/a.md'));
    const second = await read(first);
    expect(second.blog.byKey.get(key)?.path).toBe('2025/a.md');
    await content.write({ 'c.md': post('C') });
    const third = await read(second);
    expect(third.blog.byKey.get(key)).toBe(second.blog.byKey.get(key));
  });

  test('keeps the last good version of what broke, for as long as it is broken', async () => {
    const first = await read();
    await content.write({ 'a.md': new Uint8Array(500) });
    const second = await read(first);
    expect(titlesOf(second)).toEqual(['A', 'B']);
    expect(second.broken).toEqual([{ path: 'a.md', code: 'not-text' }]);
    expect(second.blog.unreadable).toEqual([]);
    await content.write({ 'a.md': '' });
    const third = await read(second);
    expect(third.broken).toEqual([{ path: 'a.md', code: 'text-missing' }]);
    await content.write({ 'a.md': post('A, mended') });
    const fourth = await read(third);
    expect([titlesOf(fourth), fourth.broken]).toEqual([['A, mended', 'B'], []]);
  });

  test('is read anew where the blog says something else of itself', async () => {
    const first = await read();
    const second = await read(first, { overrides: { url: 'https://blog.example' } });
    expect(second.blog.posts.every(({ url }) => url?.startsWith('https://blog.example/'))).toBe(true);
  });
});
