import { chmod, link, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stampFiles } from '../../src/source/stamps.ts';
import { type Content, makeContent } from './content.ts';

let content: Content;
const at = (name: string) => join(content.folder, name);
const stampOf = async (name = 'a.md') => (await stampFiles(content.folder, [name]))[0]?.stamp;

beforeEach(async () => {
  content = await makeContent();
  await content.write({ 'a.md': 'text' });
});

afterEach(() => content.remove());

test('a file that was written again has another stamp, also where its time was set back', async () => {
  await utimes(at('a.md'), new Date(0), new Date(0));
  const before = await stampOf();
  await writeFile(at('a.md'), 'longer text');
  const now = await stampOf();
  await utimes(at('a.md'), new Date(0), new Date(0));
  expect(new Set([before, now, await stampOf()]).size).toBe(3);
});

test('a file that nobody may write keeps its stamp when it gets or loses another name', async () => {
  await chmod(at('a.md'), 0o444);
  const before = await stampOf();
  await link(at('a.md'), at('b.md'));
  expect([await stampOf(), await stampOf('b.md')]).toEqual([before, before]);
  await rm(at('b.md'));
  expect(await stampOf()).toBe(before);
});
