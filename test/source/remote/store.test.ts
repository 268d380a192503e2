import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  changedAt,
  makeTree,
  pruneTrees,
  readState,
  reuse,
  storeOf,
  treeAt,
  writeSealed,
  writeState,
} from '../../../src/source/remote/store.ts';

let store: string;

beforeEach(async () => {
  store = await mkdtemp(join(tmpdir(), 'quoth-store-'));
});

afterEach(() => rm(store, { recursive: true, force: true }));

const filled = (name: string, text = 'text') =>
  makeTree(store, name, folder => writeSealed(join(folder, 'deep/a.md'), text));

test('a tree that could not be made whole is not there, and can be made again', async () => {
  const failing = makeTree(store, 'one', async folder => {
    await writeSealed(join(folder, 'a.md'), 'text');
    throw new Error('The disk is full.');
  });
  await expect(failing).rejects.toThrow('The disk is full.');
  expect(await readdir(join(store, 'trees'))).toEqual([]);
  expect(await readFile(join(await filled('one'), 'deep/a.md'), 'utf8')).toBe('text');
});

test('when posts became others is told in whole milliseconds, as every database takes it', async () => {
  expect(await changedAt(store)).toBeUndefined();
  await writeState(store, {});
  await utimes(join(store, 'state.json'), 0, 1_750_000_000.123_6);
  expect(await changedAt(store)).toBe(1_750_000_000_123);
});

test('a tree that several make at once is one, and one that is there is not made again', async () => {
  const trees = await Promise.all([filled('one'), filled('one'), filled('one')]);
  expect(new Set(trees)).toEqual(new Set([treeAt(store, 'one')]));
  expect(await readdir(join(store, 'trees'))).toEqual(['one']);
  expect(await readFile(join(await filled('one', 'other'), 'deep/a.md'), 'utf8')).toBe('text');
});

test('a file of one tree is put into the next as the same file; one that is not there is told so', async () => {
  const one = await filled('one');
  const two = await makeTree(store, 'two', async folder => {
    expect(await reuse(join(one, 'deep/a.md'), join(folder, 'b/c.md'))).toBe(true);
    expect(await reuse(join(one, 'gone.md'), join(folder, 'gone.md'))).toBe(false);
  });
  expect((await stat(join(two, 'b/c.md'))).ino).toBe((await stat(join(one, 'deep/a.md'))).ino);
  await rm(one, { recursive: true });
  expect(await readFile(join(two, 'b/c.md'), 'utf8')).toBe('text');
});

test('old trees and what was cut off are removed, but neither those that are named nor young ones', async () => {
  for (const name of ['named', 'old', 'young']) await filled(name);
  await mkdir(treeAt(store, 'old.1234.tmp'));
  const hours = (count: number) => new Date(1_750_000_000_000 - count * 3_600_000);
  for (const name of ['named', 'old', 'old.1234.tmp']) await utimes(treeAt(store, name), hours(2), hours(2));
  await utimes(treeAt(store, 'young'), hours(0.5), hours(0.5));
  await pruneTrees(store, ['named'], hours(0).getTime());
  expect((await readdir(join(store, 'trees'))).toSorted()).toEqual(['named', 'young']);
});

test('what was kept is there again, and nothing is where it was damaged', async () => {
  expect(await readState(store)).toBeUndefined();
  await writeState(store, { tree: 'one' });
  expect(await readState(store)).toEqual({ tree: 'one' });
  await writeFile(join(store, 'state.json'), '{"tree":');
  expect(await readState(store)).toBeUndefined();
});

test('each source has a folder of its own, by address, branch and folder', () => {
  const url = 'https://git.lan/blog.git';
  const folders = [
    storeOf('c', { kind: 'git', url, folder: '' }),
    storeOf('c', { kind: 'git', url, folder: 'posts' }),
    storeOf('c', { kind: 'git', url, folder: '', branch: 'main' }),
    storeOf('c', { kind: 'feed', url }),
  ];
  expect(new Set(folders).size).toBe(4);
  expect(storeOf('c', { folder: '', url, kind: 'git' })).toBe(folders[0]);
});
