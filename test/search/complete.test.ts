import { describe, expect, test } from 'vitest';
import { makeIndex } from '../../src/search/build.ts';
import { suggest } from '../../src/search/complete.ts';
import { blogFrom } from '../blog/fixture.ts';
import { shippedBlog, shippedIndex } from './shipped.ts';

const index = makeIndex(
  blogFrom({
    'posts/old.md': '---\ntitle: 检索笔记\ndate: 2024-01-01\ntags: [AI]\n---\n## 参考\na\n\n## 关键词检索\nb',
    'posts/new.md':
      '---\ntitle: Scaling Laws\ndate: 2025-01-01\ntags: [AI, 检索]\n---\nKey takeaways:\n\n1. **检索先于生成：** a\n2. **Scale first:** b\n\n## 参考\na',
  }),
);

const texts = (typed: string, options?: Parameters<typeof suggest>[2]) =>
  suggest(index, typed, options).map(({ text }) => text);

describe('as one types', () => {
  test('before anything is typed, the newest posts come first', () => {
    expect(texts('').slice(0, 2)).toEqual(['Scaling Laws', '检索笔记']);
  });

  test('from the first character, Latin or Chinese, names that start with it come first', () => {
    expect(texts('s').slice(0, 2)).toEqual(['Scale first', 'Scaling Laws']);
    expect(texts('检').at(-1)).toBe('关键词检索');
  });

  test('a whole name comes before longer ones', () => {
    expect(texts('检索')[0]).toBe('检索');
  });

  test('labels come before headings, headings before titles, titles before tags', () => {
    expect(
      suggest(index, '检')
        .slice(0, 3)
        .map(({ kind }) => kind),
    ).toEqual(['insight', 'post', 'tag']);
  });

  test.each([
    ['LAWS', 'Scaling Laws'],
    ['ｓｃａｌｉｎｇ', 'Scaling Laws'],
    ['檢索筆記', '检索笔记'],
    ['first scale', 'Scale first'],
    ['检索生成', '检索先于生成'],
    ['scalling laws', 'Scaling Laws'],
    ['#ai', 'AI'],
    ['aling', 'Scaling Laws'],
  ])('%s suggests %s', (typed, text) => {
    expect(texts(typed)).toContain(text);
  });

  test('the same heading of two posts is suggested once, unless a post is named', () => {
    expect(texts('参考')).toEqual(['参考']);
    const [post] = index.blog.posts;
    expect(texts('参考', post && { post })).toEqual(['参考']);
  });
});

describe('what may be suggested', () => {
  test('only the wanted kinds', () => {
    expect(suggest(index, '检', { kinds: ['section'] })).toMatchObject([
      { kind: 'section', text: '关键词检索' },
    ]);
    expect(texts('', { kinds: ['tag'] })).toEqual(['AI', '检索']);
  });

  test('only what belongs to a post, in its order', () => {
    const [post] = shippedBlog.posts;
    const sections = suggest(shippedIndex, '', { kinds: ['section'], ...(post && { post }) });
    expect(sections.map(({ text }) => text).slice(0, 2)).toEqual([
      '具体探讨',
      '1. 为何图像本身难以孕育通用智能？',
    ]);
  });

  test('only what belongs to the posts of a tag', () => {
    expect(texts('', { kinds: ['post'], tag: '检索' })).toEqual(['Scaling Laws']);
  });

  test('no more than the limit', () => {
    expect(texts('', { limit: 1 })).toEqual(['Scaling Laws']);
  });

  test.each([
    ['letters that stand nowhere', 'zzzz'],
    ['an emoji', '🚀'],
    ['punctuation', '？'],
    ['a megabyte', 'x'.repeat(1_000_000)],
  ])('nothing for %s', (_, typed) => {
    expect(texts(typed)).toEqual([]);
  });
});
