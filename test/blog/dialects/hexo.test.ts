import { expect, test } from 'vitest';
import { serve, text } from './site.ts';

const files = {
  '_config.yml':
    "title: Hexo 博客\nurl: https://me.example/sub\nlanguage:\n  - zh-CN\n  - en\ntimezone: 'Asia/Shanghai'\npermalink: :year/:month/:day/:title/\nnew_post_name: :title.md\nplugins:\n  - hexo-generator-feed\n",
  'scaffolds/post.md': 'title: {{ title }}\n---\n',
  'source/_posts/hello-world.md':
    'title: Hello\ndate: 2025/6/2 9:05:00\ncategories:\n- [前端, Vue]\n- 随笔\ntags: 学习\nabbrlink: 3eeb\n---\nWords.',
  'source/_posts/notes/deep.md': '{\n"title": "Deep",\n"date": "2024-01-02 10:00"\n}\n;;;\nWords.',
  'source/_posts/secret.md': text('title: Secret\npassword: 123'),
  'source/_drafts/draft.md': text('title: Draft'),
  'source/about/index.md': text('title: 关于'),
  'themes/next/README.md': '# NexT',
};

test('posts stand at their dates with the folders that they are in, and pages at their own', () => {
  const { settings, addresses } = serve({ files });
  expect(settings).toMatchObject({
    dialect: 'hexo',
    language: 'zh-CN',
    timezone: 'Asia/Shanghai',
    title: 'Hexo 博客',
  });
  expect(addresses).toEqual({
    'source/_posts/hello-world.md': '/sub/2025/06/02/hello-world/',
    'source/_posts/notes/deep.md': '/sub/2024/01/02/notes/deep/',
    'source/about/index.md': '/sub/about/',
  });
});

test.each([
  ['posts/:abbrlink.html', '/sub/posts/3eeb.html'],
  [':category/:name/', '/sub/前端/Vue/随笔/hello-world/'],
])('by %s the first stands at %s', (pattern, path) => {
  const configuration = `url: https://me.example/sub\npermalink: ${pattern}`;
  expect(
    serve({ files: { ...files, '_config.yml': configuration } }).addresses['source/_posts/hello-world.md'],
  ).toBe(path);
});

test('dates in names belong to them, unless posts are named with their dates', () => {
  const dated = { ...files, 'source/_posts/2025-01-02-new.md': text('title: New') };
  const at = (more: string) =>
    serve({ files: { ...dated, '_config.yml': `url: https://me.example\n${more}` } }).addresses[
      'source/_posts/2025-01-02-new.md'
    ];
  expect(at('')).toBe('/2025/01/02/2025-01-02-new/');
  expect(at('new_post_name: :year-:month-:day-:title.md')).toBe('/2025/01/02/new/');
});

test('front matter without an opening line, JSON and nested categories are read', () => {
  const { post } = serve({ files });
  expect(post('source/_posts/hello-world.md')).toMatchObject({
    title: 'Hello',
    date: { year: 2025, month: 6, day: 2 },
    tags: ['学习', '前端', 'Vue', '随笔'],
  });
  expect(post('source/_posts/notes/deep.md')).toMatchObject({ title: 'Deep', date: { day: 2 } });
});

test('what is outside of source, drafts and posts with a password are not shown', () => {
  expect(serve({ files }).hidden).toEqual({
    'scaffolds/post.md': 'folder',
    'source/_posts/secret.md': 'password',
    'source/_drafts/draft.md': 'folder',
    'themes/next/README.md': 'folder',
  });
});

test('posts of a later date are shown at once where the configuration says so', () => {
  const later = { 'source/_posts/later.md': text('title: Later\ndate: 2030-01-01 08:00:00') };
  const posts = (more: string) =>
    serve({ files: { ...later, '_config.yml': `timezone: Asia/Shanghai\nsource_dir: source\n${more}` } }).blog
      .posts.length;
  expect(posts('future: true')).toBe(1);
  expect(posts('')).toBe(0);
});

test('the folder of posts alone is known by its looks', () => {
  const { settings } = serve({
    files: { 'source/_posts/hello.md': text('title: Hello') },
    content: 'source/_posts',
  });
  expect(settings).toMatchObject({ dialect: 'hexo', site: { within: 'source/_posts' } });
});
