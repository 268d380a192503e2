import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Content, makeContent } from '../source/content.ts';
import { run } from './child.ts';

let content: Content;

beforeEach(async () => {
  content = await makeContent();
  await content.write({ 'posts/a.md': '---\ntitle: Marmalade\ndate: 2025-06-12\n---\n\nText.\n' });
});

afterEach(() => content.remove());

const ask = (cache: string) =>
  run(['say', '/post latest'], {
    CONTENT: join(content.folder, 'posts'),
    CACHE_DIR: join(content.folder, cache),
    LANG: 'en_US.UTF-8',
  });

test('what is kept compiled changes no answer, nor does it where it is damaged or cannot be kept', async () => {
  const first = await ask('cache');
  expect(first).toMatchObject({ code: 0, text: expect.stringContaining('Marmalade') });
  const folder = join(content.folder, 'cache', 'code');
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(one => one.isFile());
  expect(files.length).toBeGreaterThan(100);
  expect(await ask('cache')).toEqual(first);
  for (const [at, { parentPath, name }] of files.entries()) {
    const path = join(parentPath, name);
    const bytes = await readFile(path);
    if (at % 3 === 0) await truncate(path, bytes.length >> 1);
    else await writeFile(path, bytes.with(bytes.length - 9, 0xff));
  }
  expect(await ask('cache')).toEqual(first);
  await content.write({ file: '' });
  expect(await ask('file')).toEqual(first);
}, 30_000);
