import { toString as plainText } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { parse, textOf } from '../../src/preview/discord-markdown.ts';
import { blogFrom } from '../blog/fixture.ts';
import type { Seen } from '../discord/seen.ts';
import { readers, shipped, shippedOnSite, stage } from './stage.ts';

/** What stands in a page between its headings and its end, as Discord shows it. */
function bodyOf(seen: Seen): string {
  const [, ...lines] = seen.text.split('\n');
  const end = lines.findIndex(line => /^### (?:读完了|The end)$/.test(line));
  return textOf(parse(lines.slice(0, end < 0 ? undefined : end).join('\n')));
}

const squeezed = (text: string) => text.replace(/[\s\u200b]+/g, '');

describe('reading on from the first section', () => {
  it('shows every paragraph of the post once, in order, and ends with “读完了”', async () => {
    const { discord } = stage(shipped);
    const { ming } = readers(discord);
    let page = await ming.types('/post section', { post: '从压缩到推理', section: '1', private: true });
    page = await ming.chooses(page, '开头');
    const pages = [bodyOf(page)];
    for (;;) {
      const on = page.buttons.find(label => label === '下一节' || label === '继续读');
      if (on === undefined) break;
      page = await ming.presses(page, on);
      expect(page.change).toBe('edited');
      pages.push(bodyOf(page));
    }
    expect(page.text).toContain('### 读完了');
    const [post] = shipped.posts;
    const written = post?.sections.map(
      ({ heading, nodes }) => heading + nodes.map(node => plainText(node)).join(''),
    );
    expect(squeezed(pages.join(''))).toBe(squeezed(written?.join('') ?? ''));
  });

  it('leads back, and to any section by the select', async () => {
    const { discord } = stage(shippedOnSite);
    const { ming } = readers(discord);
    const fifth = await ming.types('/post section', { post: '从压缩到推理', section: '5' });
    expect(fifth.private).toBe(true);
    expect(fifth.text).toContain('### [5. 关于 Long Context](');
    expect(fifth.buttons).toEqual(['上一节', '下一节', '原文', '发到频道']);
    const fourth = await ming.presses(fifth, '上一节');
    expect(fourth.text).toContain('4. o1范式与“思维链的思维链”');
    const first = await ming.chooses(fourth, '开头');
    expect(first.text).toContain('核心洞见：');
  });

  it('leads on from the last page to the older post and to related ones', async () => {
    const post = (title: string, day: number) =>
      `---\ntitle: ${title}\ndate: 2025-01-0${day}\ntags: [memory]\n---\nAbout ${title}.`;
    const { discord } = stage(
      blogFrom({ 'c.md': post('Third', 3), 'b.md': post('Second', 2), 'a.md': post('First', 1) }),
    );
    const { bob } = readers(discord);
    const page = await bob.types('/post section', { post: 'Second', section: 'Introduction' });
    expect(page.text).toContain('### The end\nOlder: First · 2025-01-01');
    expect((await bob.presses(page, 'Older post')).text).toContain('### First');
    const last = await bob.types('/post section', { post: 'First', section: '1' });
    expect(last.text).toContain('Newer: Second');
    const related = await bob.presses(last, 'Related posts');
    expect(related.text).toContain('Second');
    expect(related.text).toContain('Third');
    expect((await bob.chooses(related, 'Third')).text).toContain('### Third');
  });

  it('of the only post ends with no way to another', async () => {
    const { discord } = stage(shipped);
    const page = await readers(discord).ming.types('/post section', { post: '从压缩到推理', section: '6' });
    expect(page.text).toContain('读完了');
    expect(page.buttons).toEqual(['上一节', '发到频道']);
  });

  it('passes a heading with nothing under it together with what follows', async () => {
    const { discord } = stage(shipped);
    const { ming } = readers(discord);
    const page = await ming.types('/post section', { post: '从压缩到推理', section: '具体探讨' });
    expect(page.text).toContain('### 具体探讨\n### 1\\. 为何图像本身难以孕育通用智能？');
    expect((await ming.presses(page, '下一节')).text).toContain('### 2\\. 大模型推理能力的反常识衰减');
  });
});

describe('/post section', () => {
  it.each(['5', '５', '第五节', 'Long Context', '5. 关于 Long Context', '· 5. 关于 Long Context'])(
    'finds section 5 as %s',
    async section => {
      const { discord } = stage(shipped);
      const seen = await readers(discord).ming.types('/post section', { post: '从压缩到推理', section });
      expect(seen.text).toContain('### 5\\. 关于 Long Context');
      expect(seen.text).toContain('恰恰在于其**遗忘**和**压缩**能力');
    },
  );

  it('shows the contents where there is no such section', async () => {
    const { discord } = stage(shipped);
    const seen = await readers(discord).ming.types('/post section', {
      post: '从压缩到推理',
      section: 'zzzz',
    });
    expect(seen).toMatchObject({ private: true });
    expect(seen.text).toContain('这篇文章里没有“zzzz”这一节，这是它的目录：');
    expect(seen.text).toContain('5. 关于 Long Context');
  });

  it('shows the unbalanced backtick of the second quote as the character it is', async () => {
    const { discord } = stage(shipped);
    const seen = await readers(discord).ming.types('/post section', { post: '从压缩到推理', section: '2' });
    expect(bodyOf(seen)).toContain('扩大到一定程度`反而下降。”');
    expect(seen.text).toContain('`推理能力`');
  });

  it('completes sections of the chosen post, indented, and its title', async () => {
    const { discord } = stage(shipped);
    const { ming } = readers(discord);
    const sections = await ming.completes('/post section', 'section', '', { post: '从压缩到推理' });
    expect(sections.map(({ name }) => name)).toEqual([
      '开头',
      '具体探讨',
      '· 1. 为何图像本身难以孕育通用智能？',
      '· 2. 大模型推理能力的反常识衰减',
      '· 3. Next Token Prediction的局限',
      '· 4. o1范式与“思维链的思维链”',
      '· 5. 关于 Long Context',
      '· 6. 自主学习与真正的Agent',
    ]);
    const [post] = await ming.completes('/post section', 'post', '压缩');
    expect(post?.name).toMatch(/^从压缩到推理：.*（2025-06-12）$/);
    const seen = await ming.types('/post section', {
      post: String(post?.name),
      section: String(sections[6]?.value),
    });
    expect(seen.text).toContain('### 5\\. 关于 Long Context');
  });

  it('gets everywhere in a post of 60 sections, 25 options at a time', async () => {
    const sections = Array.from({ length: 60 }, (_, at) => `## Part ${at + 1}\n\nText of part ${at + 1}.`);
    const { discord } = stage(blogFrom({ 'long.md': `# Long\n\n${sections.join('\n\n')}` }));
    const { bob } = readers(discord);
    const first = await bob.types('/post section', { post: 'Long', section: 'Part 1' });
    const later = await bob.chooses(first, 'Later sections…');
    const last = await bob.chooses(await bob.chooses(later, 'Later sections…'), 'Part 60');
    expect(last.text).toContain('Text of part 60.');
    expect((await bob.chooses(last, 'Earlier sections…')).text).toContain('Part 30');
  });
});

describe('a heading of more than 256 characters', () => {
  const long = (end: string) => `${'很长的标题，一直写下去'.repeat(25)}${end}`;
  const blog = blogFrom(
    {
      'posts/a.md': `---\ntitle: Long\n---\n\n## ${long('甲')}\n\nUnder 甲.\n\n## ${long('乙')}\n\n## ${'word '.repeat(600)}end\n\nUnder the last.`,
    },
    { url: 'https://blog.example' },
  );

  it('is read in full: cut above the text, whole as its first paragraph', async () => {
    const { ming } = readers(stage(blog).discord);
    const page = await ming.types('/post section', { post: 'Long', section: '1' });
    expect(page.text).toContain('…](');
    expect(squeezed(textOf(parse(page.text)))).toContain(long('甲'));
    expect(page.text).toContain('Under 甲.');
  });

  it('with nothing under it leads on, and every word of the post is shown once', async () => {
    const { ming } = readers(stage(blog).discord);
    let page = await ming.types('/post section', { post: 'Long', section: '1', private: true });
    const pages = [page.text];
    for (;;) {
      const on = page.buttons.find(label => label === '下一节' || label === '继续读');
      if (on === undefined) break;
      page = await ming.presses(page, on);
      pages.push(page.text);
    }
    const read = squeezed(pages.map(text => textOf(parse(text))).join(''));
    for (const words of [long('甲'), 'Under甲.', long('乙'), `${'word'.repeat(600)}end`, 'Underthelast.'])
      expect(read).toContain(words);
  });
});
