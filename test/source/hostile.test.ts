import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Blog } from '../../src/blog/model.ts';
import { loadFolder } from '../../src/source/folder.ts';
import { type Content, makeContent } from './content.ts';
import { encode, encodeUtf16 } from './encode.ts';

/*
 * What nobody writes, or somebody writes to do harm. Each file stands beside a good one; each is served or named
 * with its reason, within the time that any post has, and the good one is served whatever it is.
 */

let content: Content;

beforeEach(async () => {
  content = await makeContent();
  await content.write({ 'good.md': '---\ntitle: Good\ndate: 2025-06-12\n---\n\n## One\n\nText.' });
});

afterEach(() => content.remove());

const utf8 = new TextEncoder();

/** The blog that `files` make beside the good post, which stands in it whatever they are. */
async function blogWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<Blog> {
  await content.write(files);
  const blog = await loadFolder(content.folder, { url: 'https://blog.example' });
  expect(blog.posts.find(({ path }) => path === 'good.md')?.title).toBe('Good');
  const named = [...blog.posts, ...blog.unreadable].map(({ path }) => path);
  for (const path of Object.keys(files)) expect(named).toContain(path);
  return blog;
}

function titleIn(blog: Blog, path: string): string | undefined {
  return blog.posts.find(post => post.path === path)?.title;
}

/** `&a0 [*b, *b, …]`: nine levels that would be ten to the ninth of texts, were they written out. */
const aliasBomb = Array.from({ length: 9 }, (_, level) => {
  const held = level === 0 ? '"lol"' : `*a${level - 1}`;
  return `a${level}: &a${level} [${Array.from({ length: 10 }, () => held).join(', ')}]`;
}).join('\n');

describe('hostile front matter', () => {
  test('of aliases that multiply is read without being written out', async () => {
    const blog = await blogWith({
      'bomb.md': `---\n${aliasBomb}\ntitle: Bomb\ntags: *a8\ncover: *a8\n---\ntext`,
    });
    expect(titleIn(blog, 'bomb.md')).toBe('Bomb');
    expect(JSON.stringify(blog.posts).length).toBeLessThan(20_000);
  });

  test('with keys that every object has changes nothing of any object', async () => {
    const keys = '__proto__:\n  polluted: yes\nconstructor: x\nprototype: x\ntoString: x\nhasOwnProperty: x';
    const blog = await blogWith({
      'yaml.md': `---\ntitle: Proto\n${keys}\n---\ntext`,
      'json.md': '---json\n{"title": "Json", "__proto__": {"draft": true}}\n---\ntext',
      'toml.md': '+++\ntitle = "Toml"\n[__proto__]\npolluted = true\n+++\ntext',
    });
    expect(titleIn(blog, 'yaml.md')).toBe('Proto');
    expect(titleIn(blog, 'json.md')).toBe('Json');
    expect('polluted' in {}).toBe(false);
  });

  test('that is a program is not run', async () => {
    const program = 'globalThis.ran = true; module.exports = { title: "ran" }';
    const blog = await blogWith({
      'js.md': `---js\n${program}\n---\ntext`,
      'javascript.md': `---javascript\n${program}\n---\ntext`,
      'tag.md': '---\ntitle: !!js/function "function () { globalThis.ran = true }"\n---\ntext',
    });
    expect('ran' in globalThis).toBe(false);
    expect(blog.posts.find(({ path }) => path === 'js.md')?.problems[0]?.code).toBe(
      'front-matter-executable',
    );
  });

  test('with slugs and pictures that lead elsewhere leads nowhere but to the site', async () => {
    const blog = await blogWith({
      'up.md':
        '---\ntitle: Up\nslug: ../../../../etc/passwd\ncover: ../../../../etc/passwd.png\n---\n![x](../../../../../etc/shadow)',
      'file.md': '---\ntitle: File\nslug: file:///etc/passwd\ncover: file:///etc/passwd.png\n---\ntext',
    });
    for (const { url, image, slug } of blog.posts) {
      expect(slug).not.toContain('..');
      expect(url ?? 'https://blog.example').toMatch(/^https:\/\/blog\.example(?:\/|$)/);
      expect(image?.url ?? 'https://blog.example/').toMatch(/^https:\/\/blog\.example\//);
    }
  });

  test('without end, of a hundred thousand keys, or nested a thousand deep is read or named', async () => {
    const keys = Array.from({ length: 100_000 }, (_, index) => `k${index}: v`).join('\n');
    await blogWith({
      'open.md': `---\ntitle: Open\n${'x: y\n'.repeat(50_000)}`,
      'keys.md': `---\n${keys}\n---\ntext`,
      'deep.md': `---\ntitle: ${'['.repeat(10_000)}\n---\ntext`,
      'deep-json.md': `---json\n${'{"a":'.repeat(10_000)}\n---\ntext`,
      'deep-toml.md': `+++\na = ${'['.repeat(10_000)}\n+++\ntext`,
      'blanks.md': `---\ntitle: Blanks\n${'\n'.repeat(50_000)}---\ntext`,
    });
  });
});

describe('hostile text', () => {
  test.each([
    ['two megabytes on one line', 'word '.repeat(400_000)],
    ['two megabytes on one line without a space', 'x'.repeat(2_000_000)],
    ['two megabytes of Chinese on one line', '字'.repeat(700_000)],
    ['20,000 opening brackets', '['.repeat(20_000)],
    ['20,000 closing brackets', ']'.repeat(20_000)],
    ['20,000 pictures that never end', '![a]('.repeat(20_000)],
    ['20,000 stars', '*a '.repeat(20_000)],
    ['20,000 stars and lines', '*_'.repeat(20_000)],
    ['20,000 backticks apart', Array.from({ length: 200 }, (_, index) => '`'.repeat(index)).join(' ')],
    ['500 quotes within each other', `${'>'.repeat(500)} deep`],
    ['500 quotes, a space between them', `${'> '.repeat(500)}deep`],
    [
      '500 lists within each other',
      Array.from({ length: 500 }, (_, index) => `${' '.repeat(index * 2)}- x`).join('\n'),
    ],
    ['20,000 tags that never close', '<div>'.repeat(20_000)],
    ['20,000 comments that never close', '<!--'.repeat(20_000)],
    ['20,000 dollars', '$a'.repeat(20_000)],
    ['20,000 pipes', `|${'a|'.repeat(20_000)}\n|${'-|'.repeat(20_000)}`],
    [
      '20,000 footnotes of each other',
      Array.from({ length: 20_000 }, (_, index) => `[^${index}]: [^${index + 1}]`).join('\n'),
    ],
    ['20,000 addresses', 'https://a.b/c '.repeat(20_000)],
    ['20,000 headings', '# Same\n'.repeat(20_000)],
    [
      'a paragraph of 100,000 lines',
      Array.from({ length: 100_000 }, (_, index) => `line ${index}`).join('\n'),
    ],
    ['half of a pair of surrogates', '\ud83d and \ude00'],
    ['signs that write from right to left', '\u202e\u2066abc\u200b\u0000'],
  ])('%s is served or named', { timeout: 30_000 }, async (_, text) => {
    const blog = await blogWith({ 'hostile.md': text });
    const reasons = blog.unreadable.map(({ code }) => code);
    // A loaded machine may run out of a post's five seconds; nothing else is a reason.
    expect(['', 'took-too-long']).toContain(reasons.join());
  });
});

test('every way to write a text is read', async () => {
  const text =
    '---\ntitle: 旧的文章\ndate: 2025-06-12\n---\n\n这是一篇用旧编码写的文章，我们希望它仍然能被读出来。\n';
  const blog = await blogWith({
    'bom.md': utf8.encode(`\ufeff${text}`),
    'crlf.md': text.replaceAll('\n', '\r\n'),
    'cr.md': text.replaceAll('\n', '\r'),
    'utf16le.md': encodeUtf16(`\ufeff${text}`, true),
    'utf16be.md': encodeUtf16(`\ufeff${text}`, false),
    'utf16-bare.md': encodeUtf16(text, true),
    'gbk.md': encode(text, 'gbk'),
    'gb18030.md': encode(text, 'gb18030'),
    'cut.md': utf8.encode(text).subarray(0, -4),
    'nul.md': text.replace('我们', '我\0们'),
  });
  for (const { path, title, date } of blog.posts)
    expect([path, path === 'good.md' ? 'Good' : '旧的文章', 2025]).toEqual([path, title, date?.year]);
});

test('names of every kind are served, each at an address of its own', async () => {
  const names = [
    'with space',
    '100%',
    '%2e%2e%2f',
    'c#',
    '-rf',
    '--help',
    "'; drop table",
    '$(id)',
    '`id`',
    'a&b=c?d',
    'a\\b',
    '\u202egnp',
    'line\nbreak',
    'constructor',
    'con',
    'x'.repeat(200),
    '长'.repeat(60),
    '👨‍👩‍👧',
  ].map(name => `posts/${name}.md`);
  const blog = await blogWith(Object.fromEntries(names.map(name => [name, '# Post\n\ntext'])));
  const urls = blog.posts.flatMap(({ url }) => (url === undefined ? [] : [url]));
  expect(blog.posts.filter(({ path }) => path.startsWith('posts/')).length).toBe(names.length);
  for (const url of urls) {
    expect(URL.parse(url)?.href).toBe(url);
    expect(url).toMatch(/^https:\/\/blog\.example\//);
  }
});

test("editors' temporary files are no posts", async () => {
  const names = [
    '.a.md.swp',
    '.#a.md',
    '#a.md#',
    'a.md~',
    '~a.md',
    '~$a.md',
    '._a.md',
    '4913',
    'a.md.tmp',
    'a.md.crdownload',
  ];
  await content.write(Object.fromEntries(names.map(name => [name, 'text'])));
  const blog = await loadFolder(content.folder);
  expect(blog.posts.map(({ path }) => path)).toEqual(['good.md']);
  expect(blog.unreadable).toEqual([]);
});

test('links out of the folder, loops of links, and what is no file are named or passed over', async () => {
  await symlink('/etc/passwd', join(content.folder, 'passwd.md'));
  await symlink('/dev/zero', join(content.folder, 'zero.md'));
  await symlink('/', join(content.folder, 'root'));
  await symlink('loop.md', join(content.folder, 'loop.md'));
  await symlink('.', join(content.folder, 'self'));
  const blog = await blogWith({});
  expect(blog.posts.map(({ path }) => path)).toEqual(['good.md']);
  expect(blog.unreadable.map(({ path, code }) => [path, code])).toEqual([
    ['loop.md', 'file-unreadable'],
    ['passwd.md', 'link-outside'],
    ['root', 'link-outside'],
    ['zero.md', 'link-outside'],
  ]);
});
