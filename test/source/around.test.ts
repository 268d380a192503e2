import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAround } from '../../src/source/around.ts';
import { loadFolder } from '../../src/source/folder.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

test('a site’s configuration above the posts says where they stand', async () => {
  await write({
    '.git/HEAD': '',
    '_config.yml': 'url: https://me.example\ntimezone: Asia/Tokyo\npermalink: pretty\nplugins: []\n',
    '_posts/2025-06-12-hello.md': '---\ntitle: Hello\n---\nText.',
  });
  const blog = await loadFolder(join(folder, '_posts'));
  expect(blog.settings).toMatchObject({ dialect: 'jekyll', timezone: 'Asia/Tokyo', zoned: true });
  expect(blog.posts.map(({ url }) => url)).toEqual(['https://me.example/2025/06/12/hello/']);
});

test('above the repository nothing is looked at', async () => {
  await write({
    '_config.yml': 'url: https://me.example\nplugins: []\n',
    'blog/.git/HEAD': '',
    'blog/posts/a.md': 'A',
  });
  const { folders, marks } = await readAround(join(folder, 'blog/posts'));
  expect(folders).toEqual(['posts', 'blog']);
  expect(marks).toEqual([]);
});

test('of all files only configurations are read, and none through a link', async () => {
  await write({
    '.git/HEAD': '',
    'secret.yml': 'password: x',
    'hugo.toml': 'title = "x"',
    'content/a.md': 'A',
    'package.json': '{}',
  });
  await symlink(join(folder, 'secret.yml'), join(folder, '_config.yml'));
  const { marks } = await readAround(join(folder, 'content'));
  expect(marks).toEqual([
    { level: 1, path: '_config.yml' },
    { level: 1, path: 'content' },
    { level: 1, path: 'hugo.toml', text: 'title = "x"' },
  ]);
});

test('a configuration that is no text, too large or a folder hides no post', async () => {
  await write({ '.git/HEAD': '', 'hugo.toml/x': '', 'config.toml': '\0\0', 'content/a.md': 'A' });
  await writeFile(join(folder, '_config.yml'), `a: ${'x'.repeat(6_000_000)}`);
  const blog = await loadFolder(join(folder, 'content'));
  expect(blog.posts).toHaveLength(1);
});
