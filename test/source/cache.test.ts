import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSettings } from '../../src/blog/settings.ts';
import { type CacheOptions, hashOf, openCache } from '../../src/source/cache/cache.ts';
import { entriesFor, isComplete } from '../../src/source/cache/cached.ts';
import { readSnapshot } from '../../src/source/snapshot.ts';
import { type Content, makeContent } from './content.ts';

let content: Content;
let cacheFolder: string;
let told: string[];

beforeEach(async () => {
  content = await makeContent();
  cacheFolder = join(content.folder, '.cache');
  told = [];
  await content.write({
    'a.md': '---\ntitle: A\n---\n\n## One\n\n*text*\t|x|',
    'tab\tb.md': '# B',
    'draft.md': '---\ndraft: true\n---\n',
  });
});

afterEach(() => content.remove());

const { settings } = readSettings('timezone: UTC');

const opened = (more: Partial<CacheOptions> = {}) =>
  openCache({
    cacheFolder,
    root: content.folder,
    settings,
    warn: sentence => told.push(sentence),
    version: () => Promise.resolve('1'),
    ...more,
  });

/** Reads the folder once its files have stood for long enough to be trusted, and keeps what was read. */
async function readAndSave() {
  const first = await readSnapshot({ folder: content.folder, now: () => Date.now() + 10_000 });
  await (await opened()).save(await entriesFor(first));
  return first;
}

test('what was read once is read from the cache, draft and all, and is the same', async () => {
  const first = await readAndSave();
  const cache = await opened();
  const again = await readSnapshot({ folder: content.folder, cacheOf: () => Promise.resolve(cache) });
  expect([cache.size, cache.hits()]).toEqual([3, 3]);
  expect(isComplete(again, cache)).toBe(true);
  expect(again.blog.posts).toEqual(first.blog.posts.map(post => JSON.parse(JSON.stringify(post))));
  expect(told).toEqual([]);
});

test('a post is read anew where another cover lies beside it', async () => {
  await content.write({ 'c/index.md': '# C', 'c/cover.png': '' });
  await readAndSave();
  await content.write({ 'c/a-cover.png': '' });
  const cache = await opened();
  await readSnapshot({ folder: content.folder, cacheOf: () => Promise.resolve(cache) });
  expect([cache.size, cache.hits()]).toEqual([4, 3]);
});

test('a file that changed, though its name did not, is read anew', async () => {
  await readAndSave();
  await content.write({ 'a.md': '---\ntitle: A, mended\n---\n' });
  const cache = await opened();
  const again = await readSnapshot({ folder: content.folder, cacheOf: () => Promise.resolve(cache) });
  expect(again.blog.posts.map(({ title }) => title)).toEqual(['A, mended', 'B']);
  expect([cache.hits(), isComplete(again, cache)]).toEqual([2, false]);
});

test('a file that cannot be read is tried again at the next start', async () => {
  await content.write({ 'c.md': new Uint8Array(500) });
  await readAndSave();
  expect((await opened()).has('c.md')).toBe(false);
});

test('other code, or other settings, make another cache: it is set aside, with one sentence', async () => {
  await readAndSave();
  expect((await opened({ version: () => Promise.resolve('2') })).size).toBe(0);
  expect(told).toEqual([expect.stringMatching(/made by another version.*set aside/)]);
  await readAndSave();
  told = [];
  expect((await opened({ settings: { ...settings, url: 'https://blog.example' } })).size).toBe(0);
  expect(told).toHaveLength(1);
  expect((await readdir(cacheFolder)).some(name => name.endsWith('.aside'))).toBe(true);
});

test('a damaged cache, wherever it is damaged, is set aside', async () => {
  await readAndSave();
  const [name = ''] = await readdir(cacheFolder);
  const file = join(cacheFolder, name);
  const whole = await readFile(file, 'utf8');
  for (const damaged of [
    '',
    '{}',
    '\n',
    'null\n',
    whole.slice(0, -5),
    whole.replace('One', 'Two'),
    'x'.repeat(99),
  ]) {
    await writeFile(file, damaged);
    told = [];
    expect((await opened()).size).toBe(0);
    expect(told).toEqual([expect.stringMatching(/is damaged: it is set aside/)]);
  }
  expect((await opened()).size).toBe(0);
  expect(told).toHaveLength(1);
});

test('a cache that cannot be written is said, and costs nothing else', async () => {
  await content.write({ file: 'x' });
  const cache = await opened({ cacheFolder: join(content.folder, 'file') });
  await cache.save([
    { path: 'a.md', hash: hashOf(new Uint8Array()), read: { path: 'a.md', hidden: 'draft' } },
  ]);
  expect(told).toEqual([expect.stringMatching(/cannot be written/)]);
});
