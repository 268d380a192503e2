import { expect, test } from 'vitest';
import { serve, text } from './site.ts';

const configuration =
  'title: 我的博客\nurl: "https://me.example"\nbaseurl: /blog\ntimezone: Asia/Tokyo\nlang: ja\n';

const files = {
  '_config.yml': configuration,
  '_posts/2025-06-12-Hello World.md': text('title: Hello\ntags: ruby web\ncategories: Tech Life'),
  '_posts/2024/2024-01-02-named.md': text('slug: Other Name\ndate: 2024-01-02 23:30:00'),
  'notes/_posts/2023-05-01-deep.md': text('title: Deep\ncategory: JavaScript'),
  '_posts/2022-01-01-own.md': text('permalink: /2008/0502/res166/'),
  '_drafts/later.md': text('title: Later'),
  '_posts/2021-01-01-off.md': text('published: false'),
  '_includes/part.md': 'a part',
  'about.md': text('title: About'),
  'README.md': '# The repository',
};

test('posts stand at their dates below their categories, and pages where their files do', () => {
  const { settings, addresses } = serve({ files });
  expect(settings).toMatchObject({
    dialect: 'jekyll',
    title: '我的博客',
    url: 'https://me.example/blog',
    timezone: 'Asia/Tokyo',
    language: 'ja',
  });
  expect(addresses).toEqual({
    '_posts/2025-06-12-Hello World.md': '/blog/tech/life/2025/06/12/Hello-World.html',
    '_posts/2024/2024-01-02-named.md': '/blog/2024/01/02/Other-Name.html',
    'notes/_posts/2023-05-01-deep.md': '/blog/notes/javascript/2023/05/01/deep.html',
    '_posts/2022-01-01-own.md': '/blog/2008/0502/res166/',
    'about.md': '/blog/about.html',
  });
});

test.each([
  ['pretty', '/tech/life/2025/06/12/Hello-World/'],
  ['none', '/tech/life/Hello-World.html'],
  ['/:year/:i_month/:slug/', '/2025/6/hello-world/'],
  ['/:short_year/:y_day/:title', '/25/163/Hello-World'],
])('by the pattern %s the first stands at %s', (pattern, path) => {
  const { addresses } = serve({
    files: { ...files, '_config.yml': `url: https://me.example\nplugins: []\npermalink: ${pattern}` },
  });
  expect(addresses['_posts/2025-06-12-Hello World.md']).toBe(path);
});

test.each([
  'collections:\n  posts:\n    output: true\n    permalink: /p/:title/',
  'defaults:\n- scope: { path: "", type: posts }\n  values: { permalink: /p/:title/ }',
])('posts may have a pattern apart from that of pages: %s', lines => {
  const { addresses } = serve({
    files: { ...files, '_config.yml': `url: https://me.example\npermalink: none\n${lines}` },
  });
  expect(addresses['_posts/2025-06-12-Hello World.md']).toBe('/p/Hello-World/');
});

test('a post may have a pattern of its own', () => {
  const own = { ...files, '_posts/2022-01-01-own.md': text('permalink: /:year/x/:title') };
  expect(serve({ files: own }).addresses['_posts/2022-01-01-own.md']).toBe('/blog/2022/x/own');
});

test('dates without a zone are in that of the site, and names are slugs without their dates', () => {
  const { post } = serve({ files });
  expect(post('_posts/2024/2024-01-02-named.md').date).toMatchObject({
    day: 2,
    instant: Date.UTC(2024, 0, 2, 14, 30),
  });
  expect(post('_posts/2025-06-12-Hello World.md').slug).toBe('Hello World');
});

test('tags and categories in one text are set apart by spaces', () => {
  expect(serve({ files }).post('_posts/2025-06-12-Hello World.md').tags).toEqual([
    'ruby',
    'web',
    'Tech',
    'Life',
  ]);
});

test('drafts, unpublished posts, parts of pages and the repository’s own files are not shown', () => {
  expect(serve({ files }).hidden).toEqual({
    '_drafts/later.md': 'folder',
    '_posts/2021-01-01-off.md': 'unpublished',
    '_includes/part.md': 'folder',
    'README.md': 'folder',
  });
});

test('the folder of posts alone is known by its looks', () => {
  const { settings, addresses } = serve({
    files: { '_posts/2025-06-12-hello.md': text('title: Hello') },
    content: '_posts',
    overrides: { url: 'https://me.example' },
  });
  expect(settings.dialect).toBe('jekyll');
  expect(addresses['2025-06-12-hello.md']).toBe('/2025/06/12/hello.html');
});

test('given the folder of posts, the configuration above it counts', () => {
  const { settings, addresses } = serve({ files, content: '_posts' });
  expect(settings.url).toBe('https://me.example/blog');
  expect(addresses['2025-06-12-Hello World.md']).toBe('/blog/tech/life/2025/06/12/Hello-World.html');
});
