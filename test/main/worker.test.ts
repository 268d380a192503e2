import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Content, makeContent } from '../source/content.ts';
import { run } from './child.ts';

let content: Content;

beforeEach(async () => {
  content = await makeContent();
});

afterEach(() => content.remove());

test('npm start -- worker builds the posts into a Worker, and says how large it is', async () => {
  const folder = join(content.folder, 'built');
  const { code, text } = await run(['worker', folder], { CONTENT: './content' });
  expect(text).toMatch(/^1 post makes a Worker of 0\.\d\d MiB compressed: the free plan takes 3 MiB\.$/m);
  expect(code).toBe(0);
  expect((await readdir(folder)).toSorted()).toEqual(['blog.bin', 'worker.js']);
});

test('a folder that cannot be read builds nothing', async () => {
  const folder = join(content.folder, 'built');
  const { code, text } = await run(['worker', folder], { CONTENT: join(content.folder, 'nowhere') });
  expect(code).toBe(78);
  expect(text).toContain('there is no such folder');
});
