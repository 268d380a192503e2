import { describe, expect, it } from 'vitest';
import { blogFrom } from '../blog/fixture.ts';
import { readers, stage } from './stage.ts';

const chinese =
  '---\ntitle: 关于面包的一切\ndate: 2025-06-12\ntags: [面包]\n---\n\n## 酵母\n\n这里说的是酵母和面粉，以及怎样发面。\n';
const english =
  '---\ntitle: All about bread\ndate: 2025-06-12\ntags: [bread]\n---\n\n## Yeast\n\nThis is on yeast and flour, and how dough rises.\n';

const blog = blogFrom(
  {
    'bread.md': chinese,
    'bread.en.md': english,
    'tea.md': '---\ntitle: 喝茶\ndate: 2025-01-01\n---\n\n茶是这样喝的，酵母不用。\n',
  },
  { language: 'zh-CN' },
);

describe('a post in two languages', () => {
  it('is shown to readers in theirs, with a way to the other in their own copy', async () => {
    const { discord } = stage(blog);
    const { ming, ann } = readers(discord);
    const own = await ming.types('/post latest', { private: true });
    expect(own.text).toContain('### 关于面包的一切');
    expect(own.text).toContain('另有英语版');
    expect(own.buttons).toContain('英语版');
    expect((await ming.presses(own, '英语版')).text).toContain('### All about bread');

    const other = await ann.types('/post latest', { private: true });
    expect(other.text).toContain('### All about bread');
    expect(other.text).toContain('also in Chinese');
    expect(other.text).not.toContain('in Chinese · also');
    expect((await ann.presses(other, 'Chinese')).text).toContain('### 关于面包的一切');
  });

  it('is shown to all in the server’s language, without the button', async () => {
    const { discord } = stage(blog);
    const seen = await readers(discord).ann.types('/post latest');
    expect(seen).toMatchObject({ private: false });
    expect(seen.text).toContain('### 关于面包的一切');
    expect(seen.text).toContain('另有英语版');
    expect(seen.buttons).not.toContain('英语版');
  });

  it('stands once in lists, counts and completion', async () => {
    const { discord } = stage(blog);
    const { bob, ming } = readers(discord);
    expect((await bob.types('/post list')).text).toContain('All posts · 2');
    expect((await bob.completes('/post show', 'post', '')).map(({ name }) => name)).toEqual([
      'All about bread (2025-06-12)',
      '喝茶 (2025-01-01)',
    ]);
    expect((await ming.completes('/post list', 'tag', '')).map(({ name }) => name)).toEqual(['面包']);
    expect((await bob.completes('/post show', 'post', '面包')).map(({ name }) => name)).toEqual([
      'All about bread (2025-06-12)',
    ]);
  });

  it('is found by its title in either, and shown in the reader’s', async () => {
    const { discord } = stage(blog);
    const seen = await readers(discord).bob.types('/post show', { post: '关于面包的一切', private: true });
    expect(seen.text).toContain('### All about bread');
  });

  it('is found by what either says', async () => {
    const { discord } = stage(blog);
    const { bob, ming } = readers(discord);
    expect((await bob.types('/search yeast')).text).toContain('### All about bread');
    const found = await bob.types('/search 酵母');
    expect(found.text).toContain('### 关于面包的一切');
    expect(found.text).toContain('### 喝茶');
    expect((await ming.types('/search flour')).text).toContain('《All about bread》');
  });

  it('reads on in the language that one reads', async () => {
    const { discord } = stage(blog);
    const { ming } = readers(discord);
    const card = await ming.types('/post latest', { private: true });
    const page = await ming.presses(await ming.presses(card, '英语版'), '阅读全文');
    expect(page.text).toContain('### Yeast');
    expect(page.text).toContain('更早一篇：喝茶');
  });
});
