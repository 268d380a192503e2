import { mkdir, readdir, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { type LiveLibrary, openLibrary, startLibrary } from '../../src/main/live.ts';
import { search } from '../../src/search/index.ts';
import { type Content, makeContent } from '../source/content.ts';

let content: Content;
let live: LiveLibrary;
let told: string[];

const post = (title: string, text = 'text') =>
  `---\ntitle: ${title}\ndate: 2025-06-12\n---\n\n## One\n\n${text}\n`;

const titles = () =>
  live
    .current()
    .posts.map(({ title }) => title)
    .toSorted();

/** Resolves once the posts are as wanted; every change is looked at, so nothing is waited for by the clock. */
function until(isWanted: () => boolean): Promise<void> {
  return new Promise(resolve => {
    const look = () => {
      if (!isWanted()) return;
      stop();
      resolve();
    };
    const stop = live.onChange(look);
    look();
  });
}

const served = (...wanted: readonly string[]) => until(() => titles().join() === wanted.toSorted().join());

async function openAt(folder: string): Promise<void> {
  const reading = readConfig({ CONTENT: folder, CACHE_DIR: join(content.folder, '.cache') });
  if (!reading.ok) throw new Error('the configuration is wrong');
  told = [];
  live = await openLibrary(reading.config, sentence => told.push(sentence));
}

beforeEach(async () => {
  content = await makeContent();
  await content.write({ 'posts/a.md': post('A'), 'posts/b.md': post('B') });
});

afterEach(async () => {
  await live.close();
  await content.remove();
});

describe('while Quoth runs', () => {
  beforeEach(() => openAt(content.folder));

  test('a post that is saved, added, renamed or deleted is answered from, the others stay what they are', async () => {
    const b = live.current().posts.find(({ title }) => title === 'B');
    await content.write({ 'posts/a.md': post('A, mended', 'quixotic') });
    await served('A, mended', 'B');
    expect(search(live.library().index, 'quixotic').hits[0]?.passage.post.title).toBe('A, mended');
    await content.write({ 'posts/2025/c.md': post('C') });
    await served('A, mended', 'B', 'C');
    await unlink(join(content.folder, 'posts/a.md'));
    await served('B', 'C');
    expect(live.current().posts.find(({ title }) => title === 'B')).toBe(b);
    const key = b?.key ?? '';
    await mkdir(join(content.folder, 'posts/2024'));
    await rename(join(content.folder, 'posts/b.md'), join(content.folder, 'posts/2024/b.md'));
    await until(() => live.current().byKey.get(key)?.path === 'posts/2024/b.md');
    expect(titles()).toEqual(['B', 'C']);
    expect(told).toEqual([]);
  });

  test('an atomic save is one change', async () => {
    const seen: string[][] = [];
    live.onChange(() => seen.push(titles()));
    await writeFile(join(content.folder, 'posts/.a.md.tmp'), post('A, saved'));
    await rename(join(content.folder, 'posts/.a.md.tmp'), join(content.folder, 'posts/a.md'));
    await served('A, saved', 'B');
    expect(seen).toEqual([['A, saved', 'B']]);
  });

  test('500 files at once are one change', async () => {
    const seen: number[] = [];
    live.onChange(() => seen.push(live.current().posts.length));
    const names = Array.from({ length: 500 }, (_, index) => `posts/many/${index}.md`);
    await content.write(Object.fromEntries(names.map(name => [name, post(name)])));
    await until(() => live.current().posts.length === 502);
    expect(seen).toEqual([502]);
  });

  test('a post that breaks keeps its last good version, and is named once', async () => {
    await content.write({
      'posts/a.md': '---\ntitle: [A\ndate: 2025-06-12\n---\n\ntext',
      'posts/c.md': post('C'),
    });
    await served('A', 'B', 'C');
    expect(told).toEqual([
      expect.stringMatching(/^posts\/a\.md:\d+: .*front matter.*(?:last good version|上一个好的版本)/),
    ]);
    await content.write({ 'posts/a.md': '', 'posts/d.md': post('D') });
    await served('A', 'B', 'C', 'D');
    await content.write({ 'posts/a.md': post('A, mended') });
    await served('A, mended', 'B', 'C', 'D');
    expect(told.length).toBe(2);
  });

  test('a post that becomes a draft is gone', async () => {
    await content.write({ 'posts/a.md': '---\ntitle: [A\ndraft: true\n---\n\ntext' });
    await served('B');
  });

  test('what blog.yml says counts when it is said', async () => {
    await content.write({ 'blog.yml': 'url: https://blog.example\n' });
    await until(() => live.current().posts.every(({ url }) => url?.startsWith('https://blog.example/')));
    await content.write({ 'blog.yml': 'timezone: Mars\n', 'posts/c.md': post('C') });
    await content.write({ 'blog.yml': 'url: https://other.example\n' });
    await until(() => live.current().posts.length === 3);
    expect(live.current().settings.url).toBe('https://other.example');
  });
});

test('a folder in the place of another is answered from, whether by a rename or by a link', async () => {
  const [one, two, current] = ['one', 'two', 'current'].map(name => join(content.folder, name));
  await content.write({ 'one/a.md': post('One'), 'two/a.md': post('Two') });
  await symlink(one ?? '', current ?? '');
  await openAt(current ?? '');
  expect(titles()).toEqual(['One']);
  await symlink(two ?? '', `${current}.new`);
  await rename(`${current}.new`, current ?? '');
  await served('Two');
  await rm(two ?? '', { recursive: true });
  await rename(one ?? '', two ?? '');
  await served('One');
  await content.write({ 'two/b.md': post('B') });
  await served('B', 'One');
});

test('posts are answered from while the rest is read, and CONTENT that is not there is said', async () => {
  const reading = readConfig({ CONTENT: content.folder, CACHE_DIR: join(content.folder, '.cache') });
  if (!reading.ok) throw new Error('the configuration is wrong');
  live = startLibrary(reading.config, () => undefined);
  expect(live.library().loading).toMatchObject({ read: 0, total: 0 });
  await live.library().loading?.more;
  expect(titles()).not.toEqual([]);
  await live.ready;
  expect(live.library().loading).toBeUndefined();
  expect(titles()).toEqual(['A', 'B']);
  const gone = { ...reading.config, content: join(content.folder, 'gone') };
  await expect(openLibrary(gone, () => undefined)).rejects.toThrow('there is no such folder');
});

test('a restart reads from the cache what the last one kept, and says nothing of it', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `posts/many/${index}.md`);
  await content.write(Object.fromEntries(names.map(name => [name, post(name)])));
  await openAt(content.folder);
  await content.write({ 'posts/a.md': post('A, mended') });
  await until(() => titles().includes('A, mended'));
  await live.close();
  const kept = (await readdir(join(content.folder, '.cache'))).filter(name => name.endsWith('.txt'));
  expect(kept.length).toBe(2);
  const before = live.current().posts;
  await openAt(content.folder);
  expect(live.current().posts).toEqual(before.map(kept => JSON.parse(JSON.stringify(kept))));
  expect(told).toEqual([]);
});
