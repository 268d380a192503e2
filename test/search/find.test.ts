import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findInsight, findPost, findSection, findTag } from '../../src/search/find.ts';
import { blogFrom, postFrom } from '../blog/fixture.ts';
import { shippedBlog } from './shipped.ts';

const title = '从压缩到推理：张祥雨对大模型智能以及未来发展的六个认知';
const [shipped] = shippedBlog.posts;
if (!shipped) throw new Error('The shipped post is missing.');

describe('a post', () => {
  test.each([
    ['its key', shipped.key],
    ['its slug', '20250612231400-FROM-compression-to-reasoning'],
    ['its path', 'posts/20250612231400-from-compression-to-reasoning.md'],
    ['its title', title],
    ['its title in traditional characters', '從壓縮到推理：張祥雨對大模型智能以及未來發展的六個認知'],
    ['its title as completion shows it', `${title}（2025-06-12）`],
    ['its title as completion cuts it', '从压缩到推理：张祥雨对大模型智…（2025-06-12）'],
    ['its title in English brackets', `${title} (2025-06-12)`],
    ['its title as small lines shorten it', '《从压缩到推理》'],
    ['a part that is long enough to be its own', '六个认知'],
    ['what completion of a query shows', `文章 · ${title}`],
  ])('%s is exact', (_, typed) => {
    expect(findPost(shippedBlog, typed)).toEqual({ value: shipped, exact: true });
  });

  test.each([
    ['a short part', '压缩'],
    ['words in another order', '认知 张祥雨'],
    ['a misspelt part', '从压缩到推里'],
    ['most of its characters', '张祥雨的六个认知'],
  ])('%s is a guess', (_, typed) => {
    expect(findPost(shippedBlog, typed)).toEqual({ value: shipped, exact: false });
  });

  test('nothing comes near other words, blanks, signs, emoji, half a character or a megabyte', () => {
    for (const typed of ['量子', '', '   ', 'xyz', '。。。', '🚀', '\ud800', 'x'.repeat(1_000_000)]) {
      expect(findPost(shippedBlog, typed)).toBeUndefined();
    }
  });

  const several = blogFrom(
    {
      'posts/weekly-1.md': '---\ntitle: 与曦周报 001\ndate: 2025-05-18\n---\n一',
      'posts/weekly-2.md': '---\ntitle: 与曦周报 002\ndate: 2025-05-25\n---\n二',
      'posts/again.md': '---\ntitle: 同名\ndate: 2025-01-01\n---\n三',
      'posts/and-again.md': '---\ntitle: 同名\ndate: 2025-02-02\n---\n四',
    },
    { url: 'https://example.com' },
  );
  const titleOf = (typed: string) => findPost(several, typed)?.value.path;

  test('of posts that share a part of the title the newest answers, as a guess', () => {
    expect(findPost(several, '与曦周报')?.exact).toBe(false);
    expect(titleOf('与曦周报')).toBe('posts/weekly-2.md');
  });

  test('of posts that share a title the one of the date shown answers', () => {
    expect(titleOf('同名')).toBe('posts/and-again.md');
    expect(titleOf('同名（2025-01-01）')).toBe('posts/again.md');
  });

  test('an address leads to its post, with or without what follows it', () => {
    for (const tail of ['', '/', '#part', '?from=discord']) {
      expect(titleOf(`https://example.com/posts/weekly-1${tail}`)).toBe('posts/weekly-1.md');
    }
  });
});

describe('a section', () => {
  const fifth = '5. 关于 Long Context';

  test.each([
    ['its number', '5'],
    ['its number in full width', '５'],
    ['its number in Chinese', '第五节'],
    ['its heading', fifth],
    ['its heading without the number', '关于Long Context'],
    ['its heading as completion indents it', `· · ${fifth}`],
    ['what completion of a query shows', `小节 · ${fifth}`],
    ['a part of its heading', 'long context'],
    ['its beginning, cut', '5. 关于 Lo…'],
    ['the fragment of its address', '#5-关于-long-context'],
    ['its id', shipped.sections.find(({ heading }) => heading === fifth)?.id ?? ''],
  ])('%s is exact', (_, typed) => {
    const found = findSection(shipped, typed);
    expect([found?.value.heading, found?.exact]).toEqual([fifth, true]);
  });

  test('a misspelt heading is a guess', () => {
    const found = findSection(shipped, 'lnog contxt');
    expect(found?.exact).toBe(false);
  });

  test.each(['开头', '開頭', 'Introduction'])('%s is what stands before the first heading', typed => {
    expect(findSection(shipped, typed)?.value.ordinal).toBe(0);
  });

  test('a number that no heading carries names no section of numbered ones', () => {
    expect(findSection(shipped, '7')).toBeUndefined();
  });

  test('where no heading carries a number, numbers count the headings', () => {
    const post = postFrom('before\n\n## One\na\n\n## Two\nb');
    expect(findSection(post, '2')).toMatchObject({ value: { heading: 'Two' }, exact: true });
    expect(findSection(post, '3')).toBeUndefined();
  });

  test('a heading that is a number is itself', () => {
    const post = postFrom('## 2023\na\n\n## 2024\nb');
    expect(findSection(post, '2024')).toMatchObject({ value: { heading: '2024' }, exact: true });
  });
});

describe('an insight', () => {
  test.each([
    '5',
    '５',
    '第五条',
    '⑤',
    'five',
    'No. 5',
    'long context',
    '关于Long Context的警示',
    '關於long context的警示',
    '5 · 关于Long Context的警示 — 从压缩到推理',
    '5 · 关于Long Con… — 从压缩到推理',
    '洞见 · 关于Long Context的警示',
  ])('%s is the fifth', typed => {
    const found = findInsight(shipped, typed);
    expect([found?.value.number, found?.exact]).toEqual([5, true]);
  });

  test.each([
    ['警示', 5],
    ['智能倒退', 5],
    ['反常', 2],
    ['Meta CoT', 4],
  ])('%s is a guess at number %i', (typed, number) => {
    const found = findInsight(shipped, typed);
    expect([found?.value.number, found?.exact]).toEqual([number, false]);
  });

  test('a part of three Chinese characters that no other label has is no guess', () => {
    expect(findInsight(shipped, '反常识')).toMatchObject({ value: { number: 2 }, exact: true });
  });

  test.each(['7', '0', '第七条', 'xyz', ''])('%s is none', typed => {
    expect(findInsight(shipped, typed)).toBeUndefined();
  });

  test('one without a label is named by its number and its words', () => {
    const post = postFrom('Key takeaways:\n\n1. Measure first, then cut.\n2. Ship small things often.');
    expect(findInsight(post, '2 · Ship small things often. — Post')).toMatchObject({
      value: { number: 2 },
      exact: true,
    });
    expect(findInsight(post, 'small things')?.value.number).toBe(2);
  });
});

describe('a tag', () => {
  test.each([
    ['ai', 'AI'],
    ['#ＡＩ', 'AI'],
    ['與曦', '与曦'],
  ])('%s is exactly %s', (typed, name) => {
    const found = findTag(shippedBlog, typed);
    expect([found?.value.name, found?.exact]).toEqual([name, true]);
  });

  test('a part is a guess', () => {
    expect(findTag(shippedBlog, '分')).toMatchObject({ value: { name: '分享' }, exact: false });
  });

  test('what is no tag is none', () => {
    expect(findTag(shippedBlog, 'zzz')).toBeUndefined();
  });
});

test('any typed text is read without harm', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), typed => {
      for (const found of [
        findPost(shippedBlog, typed),
        findSection(shipped, typed),
        findInsight(shipped, typed),
      ]) {
        expect(found === undefined || typeof found.exact === 'boolean').toBe(true);
      }
    }),
  );
});
