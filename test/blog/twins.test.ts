import { describe, expect, test } from 'vitest';
import { inLanguage } from '../../src/blog/blog.ts';
import type { Blog } from '../../src/blog/model.ts';
import { listedAs, oneOfTwins } from '../../src/blog/twins.ts';
import { blogFrom } from './fixture.ts';

const chinese = '---\ntitle: 关于压缩\n---\n\n## 第一节\n\n这是一篇中文的文章，说的是压缩。\n';
const english = '---\ntitle: On compression\n---\n\n## First\n\nThis is an English text on compression.\n';

function twinsOf(blog: Blog, path: string): Readonly<Record<string, string>> {
  const post = [...blog.byKey.values()].find(one => one.path === path);
  const entries = Object.entries(post?.twins ?? {});
  return Object.fromEntries(
    entries.map(([language, key]) => [language, blog.byKey.get(key)?.path ?? 'gone']),
  );
}

describe('versions in two languages know of one another', () => {
  test.each([
    ['by a suffix', 'posts/x.md', 'posts/x.en.md'],
    ['by two suffixes', 'posts/x.zh-cn.md', 'posts/x.en.md'],
    ['within a folder of their own', 'posts/x/index.md', 'posts/x/index.en.md'],
    ['named by their languages', 'posts/x/zh.md', 'posts/x/en.md'],
    ['by a folder above', 'posts/x.md', 'en/posts/x.md'],
    ['by folders within', 'posts/zh_cn/x.md', 'posts/en/x.mdx'],
    ['by a hyphen', 'posts/x.md', 'posts/x-en.md'],
    ['as Docusaurus has it', 'blog/x.md', 'i18n/en/docusaurus-plugin-content-blog/x.md'],
  ])('%s', (_, one, other) => {
    const blog = blogFrom({ [one]: chinese, [other]: english });
    expect(twinsOf(blog, one)).toEqual({ en: other });
    expect(twinsOf(blog, other)).toEqual({ 'zh-CN': one });
  });

  test('by a name that their author gives them, or one slug beside a language', () => {
    const keyed = blogFrom({
      'a.md': chinese.replace('---\n', '---\ntranslationKey: c\n'),
      'z.md': english.replace('---\n', '---\ntranslationKey: c\n'),
    });
    expect(twinsOf(keyed, 'a.md')).toEqual({ en: 'z.md' });
    const slugged = blogFrom({
      'a.md': chinese.replace('---\n', '---\nslug: c\nlang: zh\n'),
      'z.md': english.replace('---\n', '---\nslug: c\nlang: en\n'),
    });
    expect(twinsOf(slugged, 'a.md')).toEqual({ en: 'z.md' });
  });
});

describe('what only looks alike stays apart', () => {
  test.each([
    ['two texts in one language', 'posts/x.md', 'posts/x.mdx', chinese, chinese],
    ['equal names in other folders', 'a/x.md', 'b/x.md', chinese, english],
    ['a name that ends in two letters', 'posts/learn-go.md', 'posts/learn.md', english, chinese],
    ['a folder that is no language', 'posts/it/x.md', 'posts/x.md', english, chinese],
  ])('%s', (_, one, other, first, second) => {
    const blog = blogFrom({ [one]: first, [other]: second });
    expect(blog.posts).toHaveLength(2);
    expect(blog.posts.map(({ twins }) => twins)).toEqual([undefined, undefined]);
    expect(inLanguage(blog, 'en')).toBe(blog);
  });
});

const both = blogFrom(
  {
    'x.md': chinese.replace('---\n', '---\ntags: [压缩]\ndate: 2025-06-12\n'),
    'x.en.md': english.replace('---\n', '---\ntags: [compression]\ndate: 2025-06-12\n'),
    'only.md': chinese.replace('关于', '只有'),
  },
  { language: 'zh-CN' },
);

describe('a reader is shown one version of each post', () => {
  test.each([
    ['zh-CN', ['x.md', 'only.md'], ['压缩']],
    ['zh-TW', ['x.md', 'only.md'], ['压缩']],
    ['en', ['x.en.md', 'only.md'], ['compression']],
    ['fr', ['x.md', 'only.md'], ['压缩']],
  ])('%s', (reader, paths, tags) => {
    const view = inLanguage(both, reader);
    expect(view.posts.map(({ path }) => path)).toEqual(paths);
    expect([...view.byTag.keys()]).toEqual(tags);
    expect(view.byKey.size).toBe(both.byKey.size);
    expect(inLanguage(both, reader)).toBe(view);
  });

  test('of things found in both those of the own one, of things found in one those', () => {
    const { posts } = inLanguage(both, 'en');
    const [zh, en] = [
      both.posts.find(one => one.path === 'x.md'),
      both.posts.find(one => one.path === 'x.en.md'),
    ];
    expect(oneOfTwins([zh, en], post => post, posts)).toEqual([en]);
    expect(oneOfTwins([zh], post => post, posts)).toEqual([zh]);
    expect(zh && listedAs(posts, zh)).toBe(en);
  });
});

describe('a version with a title, an excerpt and insights alone', () => {
  const original =
    '---\ntitle: 六个认知\ndate: 2025-06-12\ntags: [AI]\n---\n\n核心洞见：\n\n1. **甲**：一\n2. **乙**：二\n\n## 1. 甲说\n\n这里说甲。\n\n## 2. 乙说\n\n这里说乙。\n';
  const partial =
    '---\ntitle: Two insights\nexcerpt: In short\ninsights:\n- "**One**: first"\n- "**Two**: second"\n---\n';
  const texts = { 'x.md': original, 'x.en.md': partial };

  test('has the sections of the original, and its own insights lead to them', () => {
    const blog = blogFrom(texts, { url: 'https://blog.example', postUrl: '/:slug' });
    const twin = inLanguage(blog, 'en').posts[0];
    const whole = inLanguage(blog, 'zh-CN').posts[0];
    expect(twin).toMatchObject({
      title: 'Two insights',
      excerpt: 'In short',
      tags: ['AI'],
      language: 'en',
      problems: [],
    });
    expect(twin?.sections).toBe(whole?.sections);
    expect(twin?.date).toEqual(whole?.date);
    expect(twin?.url).toBe(whole?.url);
    expect(twin?.insights.map(({ label, section }) => [label, section])).toEqual([
      ['One', whole?.sections[1]?.id],
      ['Two', whole?.sections[2]?.id],
    ]);
  });

  test('is not seen before the original is', () => {
    const later = { ...texts, 'x.md': original.replace('2025-06-12', '2027-01-01') };
    expect(blogFrom(later).posts).toEqual([]);
  });
});

test('a version without a body of a post that is hidden is hidden as well', () => {
  const draft = chinese.replace('---\n', '---\ndraft: true\n');
  const partial = '---\ntitle: Not yet\nexcerpt: In short\n---\n';
  expect(
    blogFrom({ 'x.md': draft, 'x.en.md': partial, 'y.en.md': partial }).posts.map(({ path }) => path),
  ).toEqual(['y.en.md']);
  expect(blogFrom({ 'x.md': draft, 'x.en.md': english }).posts).toHaveLength(1);
});

test('a version that is unlisted is no version to be offered', () => {
  const blog = blogFrom({ 'x.md': chinese, 'x.en.md': english.replace('---\n', '---\nunlisted: true\n') });
  expect(blog.posts.map(({ path, twins }) => [path, twins])).toEqual([['x.md', undefined]]);
});
