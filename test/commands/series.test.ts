import { describe, expect, it } from 'vitest';
import { blogFrom } from '../blog/fixture.ts';
import { readers, stage } from './stage.ts';

const part = (title: string, date: string, series = '与曦周报') =>
  `---\ntitle: ${title}\ndate: ${date}\n${series && `series: ${series}\n`}---\n\n这是${title}的正文。\n`;

const blog = blogFrom({
  '4.md': part('与曦周报 004', '2025-06-08'),
  '5.md': part('与曦周报 005', '2025-06-15'),
  'other.md': part('别的', '2025-06-10', ''),
  'before.md': part('更早的', '2025-06-01', ''),
});

describe('a post of a series', () => {
  it('says so on its card, in the reader’s language', async () => {
    const { discord } = stage(blog);
    const { ming, bob } = readers(discord);
    expect((await ming.types('/post show', { post: '4' })).text).toMatch(/^-# .* · 系列《与曦周报》1\/2$/m);
    expect((await bob.types('/post show', { post: '5', private: true })).text).toMatch(
      /^-# .* · Series “与曦周报” 2 of 2$/m,
    );
    expect((await ming.types('/post show', { post: 'other' })).text).not.toContain('系列');
  });

  it('leads at its end to the next of the series first', async () => {
    const { discord } = stage(blog);
    const { ming } = readers(discord);
    const card = await ming.types('/post show', { post: '4' });
    const end = await ming.presses(card, '阅读全文');
    expect(end.text).toContain(
      '### 读完了\n系列《与曦周报》· 下一篇：与曦周报 005\n更早一篇：更早的 · 2025-06-01',
    );
    expect(end.buttons.slice(0, 4)).toEqual(expect.arrayContaining(['下一篇', '更早一篇', '相关文章']));
    expect((await ming.presses(end, '下一篇')).text).toContain('### 与曦周报 005');
  });

  it('leads at the end of its last to an older post alone', async () => {
    const { discord } = stage(blog);
    const { ming } = readers(discord);
    const end = await ming.presses(await ming.types('/post show', { post: '5' }), '阅读全文');
    expect(end.text).toContain('更早一篇：别的');
    expect(end.buttons).not.toContain('下一篇');
  });
});
