import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkFolder } from '../../src/tools/check/check.ts';
import { progressOn } from '../../src/tools/check/progress.ts';
import { reportJson, reportLines } from '../../src/tools/check/report.ts';
import { locales, wordsOf } from '../../src/words/words.ts';
import { type Content, makeContent } from '../source/content.ts';
import { encode } from '../source/encode.ts';

let content: Content;

beforeEach(async () => {
  content = await makeContent();
});

afterEach(() => content.remove());

/** A post that nothing is wrong with but what `body` holds; the body starts on line 5. */
const post = (body: string, more = '') => `---\ntitle: T\ndate: 2025-06-12\n${more}---\n${body}\n`;

async function linesOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly string[]> {
  await content.write(files);
  const report = await checkFolder(content.folder);
  return reportLines(report, wordsOf('en')).slice(0, -1);
}

describe('a check names, by file and line,', () => {
  test('nothing where all is well', async () => {
    await content.write({
      'a.md': post('Text with [a link](b.md) and ![a picture](p.png).\n\n| a | b |\n|---|---|\n| 1 | 2 |'),
      'b.md': post('See [the first](./a.md#top), [it](a), [the site](https://example.org) and [home](/).'),
      'p.png': '',
    });
    const report = await checkFolder(content.folder);
    expect(report).toEqual({ files: 2, posts: 2, hidden: 0, errors: 0, warnings: 0, found: [] });
    expect(reportLines(report, wordsOf('en'))).toEqual([
      '2 posts served, 0 hidden by their authors; 0 errors, 0 warnings.',
    ]);
  });

  test('a missing date, and one that cannot be read', async () => {
    expect(
      await linesOf({ 'a.md': '# Title\n\ntext', 'b.md': '---\ntitle: T\ndate: soonish\n---\ntext' }),
    ).toEqual([
      expect.stringMatching(/^a\.md: warning: it has no date/),
      expect.stringMatching(/^b\.md(?::3)?: error: its date cannot be read: soonish/),
    ]);
  });

  test('front matter that fails, and why', async () => {
    expect(await linesOf({ 'a.md': '---\ntitle: T\ndate: 2025-06-12\ntags: [a\n---\ntext' })).toEqual([
      expect.stringMatching(/^a\.md:\d+: error: the front matter cannot be read: \S/),
    ]);
  });

  test('two posts of one address, and of one slug', async () => {
    const same = { 'a.md': post('one', 'slug: same\n'), 'b.md': post('two', 'slug: same\n') };
    expect(await linesOf(same)).toEqual([expect.stringMatching(/^b\.md: warning: it has the slug of a\.md/)]);
    const report = await checkFolder(content.folder, { overrides: { url: 'https://example.org' } });
    expect(reportLines(report, wordsOf('en'))[0]).toMatch(/^b\.md: error: it has the address of a\.md/);
  });

  test('links and pictures that lead to nothing, but not what lies outside or elsewhere', async () => {
    const body = [
      '[gone](gone.md)',
      '[gone](<./no such.md#x>)',
      '![shown](img/gone.png)',
      '[out](../../../../etc/passwd) [site](/about) [web](https://example.org/x)',
      '[template]({{ site.url }}) [mail](mailto:a@b.c)',
      '![found](%E5%9B%BE.png) ![asset](own.png)',
    ].join('\n\n');
    expect(await linesOf({ 'posts/a.md': post(body), 'posts/图.png': '', 'posts/a/own.png': '' })).toEqual([
      'posts/a.md:5: warning: it links to gone.md, but nothing is there',
      'posts/a.md:7: warning: it links to ./no such.md, but nothing is there',
      'posts/a.md:9: warning: it shows the picture img/gone.png, but there is no such file',
    ]);
  });

  test('links to pages of other posts as links to something', async () => {
    await content.write({
      'blog.yml': 'url: https://example.org\npostUrl: /posts/:slug/',
      'one.md': post('[two](../second/)'),
      'two.md': post('text', 'slug: second\n'),
    });
    expect((await checkFolder(content.folder)).found).toEqual([]);
  });

  test('links to headings that no such post has', async () => {
    const body = [
      '## 1. Long Context\n\n## C++ & Rust',
      '[own](#long-context) [numbered](#_1-long-context) [signs](#c--rust) [note](#fn:1) [up](#top)',
      '[lost](#short-context) [other](b.md#第二节) [encoded](b.md#%E7%AC%AC%E4%BA%8C%E8%8A%82)',
      '[other lost](b.md#第三节) [made](c.md#anything) [named](b.md#by-hand)',
    ].join('\n\n');
    const files = {
      'a.md': post(body),
      'b.md': post('## 第二节\n\ntext\n\n<a id="by-hand"></a>'),
      'c.md': post('## One\n\n{{< include "more" >}}'),
    };
    expect(await linesOf(files)).toEqual([
      'a.md:11: warning: it links to #short-context, but nothing is there',
      'a.md:13: warning: it links to b.md#第三节, but nothing is there',
    ]);
  });

  test('links to pages of the site that lie where its posts do, and no others', async () => {
    const body = [
      '[two](/posts/two/) [also](https://example.org/posts/two#its-heading) [draft](/posts/draft/)',
      '[gone](/posts/gone/) [moved](/posts/former/) [lost](https://example.org/posts/two/#other)',
      '[about](/about/) [tag](/tags/x/) [page](/posts/page/2/) [file](/posts/a.pdf) [list](/posts/)',
    ].join('\n\n');
    const files = {
      'blog.yml': 'url: https://example.org\npostUrl: /posts/:slug/',
      'one.md': post(body),
      'two.md': post('## Its heading\n\ntext', 'aliases: [/posts/former/]\n'),
      'draft.md': post('text', 'draft: true\n'),
      'three.md': post('text'),
    };
    expect(await linesOf(files)).toEqual([
      'one.md:7: warning: it links to /posts/gone/, but nothing is there',
      'one.md:7: warning: it links to /posts/two/#other, but nothing is there',
    ]);
  });

  test('problems of posts that are unlisted or whose time has not come', async () => {
    const lines = await linesOf({
      'later.md': '---\ntitle: T\ndate: 2999-01-01\n---\n[gone](gone.md)',
      'quiet.md': post('[gone](gone.md)', 'unlisted: true\n'),
    });
    expect(lines).toEqual([
      'later.md:5: warning: it links to gone.md, but nothing is there',
      'quiet.md:6: warning: it links to gone.md, but nothing is there',
    ]);
  });

  test('pictures without alt text, in Markdown and in HTML', async () => {
    const body =
      '![](https://a.b/c.png)\n\n<img src="https://a.b/d.png">\n\n<img src="https://a.b/e.png" alt="E">';
    expect(await linesOf({ 'a.md': post(body) })).toEqual([
      expect.stringMatching(/^a\.md:5: warning: the picture https:\/\/a\.b\/c\.png has no alt text/),
      expect.stringMatching(/^a\.md:7: warning: the picture https:\/\/a\.b\/d\.png has no alt text/),
    ]);
  });

  test('a table too wide for a phone', async () => {
    const table = `text\n\n| a | b |\n|---|---|\n| ${'x'.repeat(30)} | 中文中文中文 |`;
    expect(await linesOf({ 'a.md': post(table) })).toEqual([
      expect.stringMatching(/^a\.md:7: warning: the table is 44 characters wide/),
    ]);
  });

  test('a label that announces points which are not numbered', async () => {
    expect(
      await linesOf({
        'a.md': post('## 核心洞见\n\n- 一\n- 二'),
        'b.md': post('## 核心洞见\n\n1. 一\n2. 二'),
        'c.md': post('## 结论\n\n一段话。'),
      }),
    ).toEqual([expect.stringMatching(/^a\.md:5: warning: “核心洞见” announces points/)]);
  });

  test('how a file is written, and what is not served', async () => {
    const lines = await linesOf({
      'a.md': encode(post('这是一篇用旧编码写的文章，我们希望它仍然能被读出来。'), 'gbk'),
      'b.md': new Uint8Array(500),
      'c.md': post(''),
    });
    expect(lines).toEqual([
      'a.md: warning: it is written in GB18030, and was read as that. Save it as UTF-8',
      'b.md: error: it is no text, and is not served. Save it as UTF-8',
      'c.md: warning: nothing stands in it but its title',
    ]);
  });

  test('what takes too long, and everything else all the same', async () => {
    await content.write({
      'slow.md': post('*a* `b` [c](d)\n\n'.repeat(250_000)),
      'x.md': post('![](y.png)'),
    });
    const { found } = await checkFolder(content.folder, { limit: 2_000 });
    expect(found.map(({ path, code }) => [path, code])).toEqual([
      ['slow.md', 'took-too-long'],
      ['x.md', 'alt-missing'],
      ['x.md', 'picture-missing'],
    ]);
  });
});

test('hidden posts are counted, not complained of', async () => {
  await content.write({ 'a.md': post('text', 'draft: true\n'), 'b.md': post('text') });
  const report = await checkFolder(content.folder);
  expect([report.posts, report.hidden, report.found]).toEqual([1, 1, []]);
});

test('no name or text of a file commands the terminal', async () => {
  const lines = await linesOf({ 'a\u001b[31m.md': 'text', 'b.md': post('[x](<\u009b31m.md>)') });
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).not.toMatch(/\p{Cc}/u);
});

test('the report is said in every language, and for programs with code and sentence', async () => {
  await content.write({ 'a.md': post('![](https://a.b/c.png)') });
  const report = await checkFolder(content.folder);
  for (const locale of locales) expect(reportLines(report, wordsOf(locale))).toHaveLength(2);
  expect(JSON.parse(reportJson(report, wordsOf('en')))).toEqual({
    files: 1,
    posts: 1,
    hidden: 0,
    errors: 0,
    warnings: 1,
    problems: [
      {
        path: 'a.md',
        line: 5,
        code: 'alt-missing',
        severity: 'warning',
        detail: 'https://a.b/c.png',
        message: 'the picture https://a.b/c.png has no alt text to read where it cannot be seen',
      },
    ],
  });
});

describe('a bar', () => {
  const drawn = (isTTY: boolean, ...times: readonly number[]) => {
    const texts: string[] = [];
    const clock = [0, ...times].values();
    const screen = { isTTY, columns: 30, write: (text: string) => texts.push(text) };
    const progress = progressOn(screen, () => clock.next().value ?? 0);
    progress.show(1, 4);
    progress.clear();
    return texts;
  };

  test('is drawn on a terminal when it takes long, and wiped away', () => {
    const [bar = '', wiped] = drawn(true, 500, 500);
    expect(bar).toMatch(/^\r█+░+ 1\/4$/);
    expect(bar.length).toBeLessThanOrEqual(30);
    expect(wiped).toBe('\r\u001b[K');
  });

  test('is not drawn for short runs, nor where there is no terminal', () => {
    expect(drawn(true, 20, 20)).toEqual([]);
    expect(drawn(false, 500, 500)).toEqual([]);
  });
});
