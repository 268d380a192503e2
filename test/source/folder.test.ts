import { chmod, link, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { platform } from 'node:process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ContentError } from '../../src/source/content.ts';
import { loadFolder } from '../../src/source/folder.ts';
import { readPostFile } from '../../src/source/read-post-file.ts';
import type { Part } from '../../src/source/snapshot.ts';
import { encode } from './encode.ts';

let content: string;

beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'quoth-'));
});

afterEach(async () => {
  await rm(content, { recursive: true });
});

async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [path, held] of Object.entries(files)) {
    await mkdir(dirname(join(content, path)), { recursive: true });
    await writeFile(join(content, path), held);
  }
}

async function pathsOf(folder: string): Promise<string[]> {
  return (await loadFolder(folder)).posts.map(post => post.path).toSorted();
}

test('the shipped blog is loaded with what it says of itself', async () => {
  const blog = await loadFolder('content', { url: 'https://blog.example' });
  expect(blog.settings).toMatchObject({
    timezone: 'Asia/Shanghai',
    language: 'zh-CN',
    url: 'https://blog.example',
  });
  expect(blog.posts.map(post => [post.path, post.insights.length])).toEqual([
    ['posts/20250612231400-from-compression-to-reasoning.md', 6],
  ]);
  expect(blog.unreadable).toEqual([]);
});

test('posts are found at any depth, by any of their endings', async () => {
  await write({ 'a.md': '', '2025/06/b.markdown': '', 'c/d/index.mdx': '', 'E.MD': '', 'notes.txt': '' });
  expect(await pathsOf(content)).toEqual(['2025/06/b.markdown', 'E.MD', 'a.md', 'c/d/index.mdx']);
});

test('what is no post is left alone', async () => {
  await write({
    'post.md': '',
    'node_modules/pkg/readme.md': '',
    '.git/x.md': '',
    '.obsidian/x.md': '',
    '_drafts/x.md': '',
    '.post.md.swp': '',
    '.#post.md': '',
    '#post.md#': '',
    '~post.md': '',
    'post.md~': '',
    '._post.md': '',
    'post.md.bak': '',
  });
  expect(await pathsOf(content)).toEqual(['post.md']);
});

test('names of every kind are read', async () => {
  const names = ['空 格.md', '100%.md', 'c#.md', '-dash.md', 'a&b?.md', `${'长'.repeat(80)}.md`, '👨‍👩‍👧.md'];
  await write(Object.fromEntries(names.map(name => [name, 'text'])));
  expect(await pathsOf(content)).toEqual(names.toSorted());
});

test('drafts are left out', async () => {
  await write({
    'a.md': '---\ndraft: true\n---\n',
    'b.md': '---\ntitle: x: y\ndraft: true\n---\n',
    'c.md': '',
  });
  const blog = await loadFolder(content);
  expect(blog.posts.map(post => post.path)).toEqual(['c.md']);
  expect(blog.unreadable).toEqual([]);
});

test('a file that cannot be read is named with its reason, and hides no other', async () => {
  await write({
    'good.md': '# Good',
    'gbk.md': encode('这是一篇用旧编码写的文章。', 'gbk'),
    'nul.md': 'a\0b',
    'png.md': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Uint8Array(20)]),
    'large.md': 'x'.repeat(5 * 1024 * 1024 + 1),
    'largest.md': 'x'.repeat(5 * 1024 * 1024),
    'utf16.md': new Uint8Array([0xff, 0xfe, 0x61, 0x00]),
    'broken.md': '---\ntitle: [\n---\nbody',
  });
  const blog = await loadFolder(content, {}, () => undefined, { limit: 60_000 });
  expect(blog.posts.map(post => post.path)).toEqual([
    'broken.md',
    'gbk.md',
    'good.md',
    'largest.md',
    'nul.md',
    'utf16.md',
  ]);
  expect(blog.posts.map(post => post.problems[0]?.code)).toEqual([
    'front-matter-unreadable',
    'encoding',
    'date-missing',
    'date-missing',
    'control-characters',
    'encoding',
  ]);
  expect(blog.unreadable.toSorted((one, other) => (one.path < other.path ? -1 : 1))).toEqual([
    { path: 'large.md', code: 'too-large', detail: '6 MB' },
    { path: 'png.md', code: 'not-text' },
  ]);
});

test.skipIf(process.getuid?.() === 0)('a file without permission is named', async () => {
  await write({ 'a.md': '', 'b.md': '' });
  await chmod(join(content, 'a.md'), 0);
  const blog = await loadFolder(content);
  expect(blog.unreadable).toEqual([{ path: 'a.md', code: 'file-unreadable', reason: 'EACCES' }]);
});

test.skipIf(platform !== 'linux')('a file whose name is no UTF-8 is named, and hides no other', async () => {
  await write({ 'a.md': 'a', '\ufffd.md': 'its name has a sign for what cannot be read, but can be' });
  await writeFile(Buffer.concat([Buffer.from(`${content}/b`), Buffer.from([0xff]), Buffer.from('.md')]), 'b');
  const blog = await loadFolder(content);
  expect(blog.posts.map(({ path }) => path).toSorted()).toEqual(['a.md', '\ufffd.md']);
  expect(blog.unreadable).toEqual([{ path: 'b\ufffd.md', code: 'file-unreadable', reason: 'EILSEQ' }]);
});

describe('links', () => {
  let outside: string;

  beforeEach(async () => {
    outside = await mkdtemp(join(tmpdir(), 'quoth-outside-'));
    await writeFile(join(outside, 'secret.md'), 'secret');
    await write({ 'posts/a.md': 'a' });
  });

  afterEach(async () => {
    await rm(outside, { recursive: true });
  });

  test('that lead out of the folder are not followed, but named', async () => {
    await symlink(join(outside, 'secret.md'), join(content, 'file.md'));
    await symlink(outside, join(content, 'folder'));
    await symlink('/etc/passwd', join(content, 'passwd'));
    const blog = await loadFolder(content);
    expect(blog.posts.map(post => post.path)).toEqual(['posts/a.md']);
    expect(blog.unreadable).toEqual([
      expect.objectContaining({ path: 'file.md', code: 'link-outside' }),
      expect.objectContaining({ path: 'folder', code: 'link-outside' }),
    ]);
  });

  test('within it show no post twice, and no loop is gone round', async () => {
    await symlink('posts/a.md', join(content, 'latest.md'));
    await symlink('..', join(content, 'posts/loop'));
    await symlink('.', join(content, 'self'));
    const blog = await loadFolder(content);
    expect(blog.posts.map(post => post.path)).toEqual(['posts/a.md']);
    expect(blog.unreadable).toEqual([]);
  });

  test('to nothing are named where a post is meant', async () => {
    await symlink('nowhere', join(content, 'gone.md'));
    await symlink('nowhere', join(content, 'gone'));
    const blog = await loadFolder(content);
    expect(blog.unreadable).toEqual([{ path: 'gone.md', code: 'file-unreadable', reason: 'ENOENT' }]);
  });

  test('may stand for the folder itself', async () => {
    await symlink(content, join(outside, 'content'));
    expect(await pathsOf(join(outside, 'content'))).toEqual(['posts/a.md']);
  });

  test('of the hard kind are files', async () => {
    await link(join(content, 'posts/a.md'), join(content, 'b.md'));
    expect(await pathsOf(content)).toEqual(['b.md', 'posts/a.md']);
  });
});

describe('blog.yml', () => {
  test('counts, below what the environment says', async () => {
    await write({
      'blog.yml': 'title: 博客\ntimezone: Asia/Shanghai',
      'a.md': '---\ndate: 2025-06-12 23:14\n---\n',
    });
    const blog = await loadFolder(content);
    expect(blog.settings.title).toBe('博客');
    expect(blog.posts[0]?.date?.instant).toBe(Date.UTC(2025, 5, 12, 15, 14));
    const inUtc = await loadFolder(content, { timezone: 'UTC' });
    expect(inUtc.posts[0]?.date?.instant).toBe(Date.UTC(2025, 5, 12, 23, 14));
  });

  test('is refused with a sentence where it is wrong', async () => {
    await write({ 'blog.yml': 'timezone: Mars/Olympus' });
    await expect(loadFolder(content)).rejects.toThrow(
      'timezone in blog.yml is "Mars/Olympus", but it wants a time zone such as Asia/Shanghai or UTC.',
    );
    await write({ 'blog.yml': new Uint8Array(100) });
    await expect(loadFolder(content)).rejects.toThrow('blog.yml is no text. Save it as UTF-8.');
  });

  test('is warned of where it says what means nothing', async () => {
    await write({ 'blog.yml': 'zone: UTC' });
    const warnings: string[] = [];
    await loadFolder(content, {}, warning => warnings.push(warning));
    expect(warnings).toEqual([expect.stringContaining('"zone"')]);
  });
});

test('an empty folder is an empty blog', async () => {
  expect((await loadFolder(content)).posts).toEqual([]);
});

test('a folder that is not there is an error that says so', async () => {
  const missing = join(content, 'nowhere');
  await expect(loadFolder(missing)).rejects.toThrow(ContentError);
  await expect(loadFolder(missing)).rejects.toThrow(
    `CONTENT is "${missing}", but there is no such folder. It wants the folder that holds the posts.`,
  );
  await write({ 'a.md': '' });
  await expect(loadFolder(join(content, 'a.md'))).rejects.toThrow('but that is a file.');
  await expect(loadFolder(join(content, 'a.md', 'b'))).rejects.toThrow('but it cannot be opened');
});

describe('a blog that is read by workers', () => {
  const post = (day: number) =>
    `---\ntitle: Post ${day}\ndate: 2025-01-${String(day).padStart(2, '0')}\n---\n\n## 1. One\n\n${'Text. '.repeat(500)}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n`;
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  const names = Array.from(
    { length: 50 },
    (_, index) => `2025-${twoDigits(Math.floor(index / 25) + 1)}-${twoDigits((index % 25) + 1)}-post.md`,
  );

  test('is what it is without them', async () => {
    await write(Object.fromEntries(names.map((name, index) => [name, post((index % 28) + 1)])));
    const blog = await loadFolder(content, { timezone: 'UTC' });
    expect(blog.posts.length).toBe(names.length);
    const settings = blog.settings;
    for (const served of blog.posts) {
      const { sections, title, date, excerpt } = served;
      expect(served).toEqual(await readPostFile(content, served.path, settings));
      expect([sections.length, title.length > 0, date?.year, excerpt.length > 0]).toEqual([
        1,
        true,
        2025,
        true,
      ]);
    }
  });

  test('is there in part, newest posts first, before it is there whole', async () => {
    await write(Object.fromEntries(names.map((name, index) => [name, post((index % 28) + 1)])));
    const parts: Part[] = [];
    const blog = await loadFolder(content, {}, undefined, { onPart: part => parts.push(part) });
    expect(parts.map(({ read, total }) => [read, total])).toEqual([
      [4, 50],
      [16, 50],
    ]);
    const paths = parts[0]?.blog.posts.map(({ path }) => path).toSorted();
    // Two workers may finish out of turn, by a few posts.
    expect(paths?.every(path => path >= '2025-02-10')).toBe(true);
    expect(blog.posts.length).toBe(50);
  });

  test('is counted, file by file', async () => {
    await write(Object.fromEntries(names.map((name, index) => [name, post((index % 28) + 1)])));
    const counts: string[] = [];
    const onRead = (count: { read: number; total: number }) => counts.push(`${count.read}/${count.total}`);
    await loadFolder(content, {}, undefined, { onRead });
    expect(counts).toEqual(names.map((_, index) => `${index + 1}/50`));
  });

  test('loses no more than the one post that takes too long', async () => {
    await write({
      'slow.md': '*a* `b` [c](d)\n\n'.repeat(250_000),
      'a.md': post(1),
      'b.md': post(2),
      'c.md': post(3),
    });
    const blog = await loadFolder(content, {}, undefined, { limit: 2_000 });
    expect(blog.posts.map(({ path }) => path)).toEqual(['c.md', 'b.md', 'a.md']);
    expect(blog.unreadable).toEqual([{ path: 'slow.md', code: 'took-too-long' }]);
  });
});
