import { describe, expect, it } from 'vitest';
import { blogFrom } from '../blog/fixture.ts';
import { readers, stage } from './stage.ts';

const numbered = (count: number, text: (number: number) => string) =>
  Array.from({ length: count }, (_, at) => `${at + 1}. **Point ${at + 1}:** ${text(at + 1)}`).join('\n');

const listing = (points: string) =>
  `---\ntitle: Points\ndate: 2025-01-01\n---\nKey takeaways:\n\n${points}\n`;

describe('an insight of 1,800 characters', () => {
  const sentence = '人类的记忆之所以高效，恰恰在于它会遗忘，也在于它会压缩。';
  const long = sentence.repeat(64);
  const post = `---\ntitle: 长的\n---\n核心洞见：\n\n1. **很长的：** ${long}\n2. **短的：** 短。\n\n## 1. 很长的\n\n正文。\n`;

  it('is cut at a sentence on its card, and leads to its section', async () => {
    const { discord } = stage(blogFrom({ 'a.md': post }));
    const { ming } = readers(discord);
    const seen = await ming.types('/insight 1');
    expect(seen.text).toMatch(/压缩。 … 看这一节$/);
    expect(seen.buttons).toContain('看这一节');
  });

  it('is copied as far as 1,900 characters go', async () => {
    const { discord } = stage(blogFrom({ 'a.md': post }));
    const { ming } = readers(discord);
    const copy = await ming.presses(await ming.types('/insight 1'), '复制引文');
    const { content } = copy.message;
    expect(content.length).toBeLessThanOrEqual(1_900);
    expect(content.length).toBeGreaterThan(1_800);
    expect(content).toMatch(/^> 人类的记忆.*\n—— 《长的》第 1 条$/);
  });
});

describe('30 insights', () => {
  const blog = blogFrom({ 'a.md': listing(numbered(30, number => `What number ${number} says.`)) });

  it('are all reached by their number, typed', async () => {
    const { discord } = stage(blog);
    expect((await readers(discord).bob.types('/insight 30')).text).toContain('### Point 30');
  });

  it('are offered 25 at a time, and listed to the last one', async () => {
    const { discord } = stage(blog);
    const { bob } = readers(discord);
    expect(await bob.completes('/insight', 'number', '')).toHaveLength(25);
    const typed = await bob.completes('/insight', 'number', '3');
    expect(typed.slice(0, 2).map(({ value }) => value)).toEqual(['3', '30']);
    let page = await bob.types('/post insights');
    while (page.buttons.includes('Read on')) page = await bob.presses(page, 'Read on');
    expect((await bob.chooses(page, '30 · Point 30')).text).toContain('What number 30 says.');
  });

  it('are offered from the end where a number beyond them was asked for', async () => {
    const { discord } = stage(blog);
    const { bob } = readers(discord);
    const seen = await bob.types('/insight 31');
    expect(seen.text).toContain('has 30 takeaways; there is no No. 31.');
    expect((await bob.chooses(seen, '30 · Point 30')).text).toContain('### Point 30');
  });
});

describe('a title of 120 characters', () => {
  const title = '一个很长的标题'.repeat(18).slice(0, 120);

  it('stands whole in its heading, and shortened in small lines and selects', async () => {
    const { discord } = stage(
      blogFrom({
        'a.md': `---\ntitle: ${title}\n---\n开头。\n\n## 一节\n\n正文。`,
        'b.md': '---\ntitle: 另一篇\n---\n字。',
      }),
    );
    const { ming } = readers(discord);
    const seen = await ming.types('/post show', { post: title });
    expect(seen.text).toContain(`### ${title}`);
    const page = await ming.presses(seen, '阅读全文');
    expect(page.text.split('\n')[0]).toContain(`《${title.slice(0, 16)}…》`);
    const list = await ming.types('/post list');
    expect((await ming.chooses(list, `${title.slice(0, 99)}…`)).text).toContain(`### ${title}`);
  });
});

describe('posts without a date', () => {
  it('stand last, under a heading that says so', async () => {
    const { discord } = stage(
      blogFrom({
        'a.md': '---\ntitle: Undated\n---\nx',
        'b.md': '---\ntitle: Dated\ndate: 2001-01-01\n---\nx',
      }),
    );
    const { bob } = readers(discord);
    expect((await bob.types('/post latest')).text).toContain('### Dated');
    expect((await bob.types('/post list')).text).toBe(
      '-# All posts · 2\n### January 2001\n`01` Dated\n### Undated\nUndated',
    );
    expect((await bob.types('/post show', { post: 'Undated' })).text).not.toMatch(/\d{4}/);
  });
});

describe('one post', () => {
  it('has no pagers, and an archive of one line', async () => {
    const { discord } = stage(blogFrom({ 'a.md': '---\ntitle: Only\ndate: 2025-03-04\n---\nWords.' }));
    const { bob } = readers(discord);
    const list = await bob.types('/post list');
    expect(list.text).toBe('-# All posts · 1\n### March 2025\n`04` Only');
    expect(list.buttons).toEqual(['Post to channel']);
    expect((await bob.types('/post random')).text).toContain('### Only');
    const page = await bob.types('/post section', { post: 'Only', section: '1' });
    expect(page.buttons).toEqual(['Post to channel']);
  });
});

describe('40 tags', () => {
  it('complete by how many posts have them', async () => {
    const tagged = Array.from({ length: 40 }, (_, at) => [
      `p${at}.md`,
      `---\ntitle: P${at}\n---\nx`.replace('\n---\n', `\ntags: [${at < 5 ? 'often, ' : ''}tag${at}]\n---\n`),
    ]);
    const { discord } = stage(blogFrom(Object.fromEntries(tagged)));
    const choices = await readers(discord).bob.completes('/post latest', 'tag', '');
    expect(choices).toHaveLength(25);
    expect(choices[0]?.value).toBe('often');
  });
});

describe('a post that cannot be read by paragraphs', () => {
  it('of 20,000 characters without a heading is read to its end', async () => {
    const paragraph = (number: number) =>
      `Paragraph ${number} ${'says a little of what there is to say. '.repeat(8)}`;
    const body = Array.from({ length: 60 }, (_, at) => paragraph(at + 1)).join('\n\n');
    const { discord } = stage(blogFrom({ 'a.md': `---\ntitle: Long\n---\n${body}` }));
    const { bob } = readers(discord);
    let page = await bob.presses(await bob.types('/post latest'), 'Read here');
    let read = page.text;
    while (page.buttons.includes('Read on')) {
      page = await bob.presses(page, 'Read on');
      read += page.text;
    }
    expect([...read.matchAll(/Paragraph (\d+) /g)].map(([, number]) => Number(number))).toEqual(
      Array.from({ length: 60 }, (_, at) => at + 1),
    );
    expect(page.text).toContain('### The end');
  });
});
