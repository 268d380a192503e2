import { expect, test } from 'vitest';
import { serve, text } from './site.ts';

const files = {
  'hugo.toml':
    "baseURL = 'https://me.example/'\nlanguageCode = 'zh-cn'\ntitle = 'Hugo 博客'\ntimeZone = 'Asia/Shanghai'\n[permalinks]\nnotes = '/n/:year/:month/:slug/'\n[permalinks.page]\nlogs = '/:sections/:filename/'\n",
  'archetypes/default.md': "+++\ntitle = '{{ .Name }}'\n+++\n",
  'content/_index.md': text('title: Home'),
  'content/posts/_index.md': text('title: All posts'),
  'content/posts/Hello World.md':
    '+++\nTitle = "Hello"\ndate = 2025-06-12T09:00:00+08:00\nTags = ["Go"]\n+++\nFirst. <!--more--> Second.',
  'content/posts/bundle/index.md': text(
    'title: Bundle\nsummary: In short\ndescription: At length\nslug: other',
  ),
  'content/posts/bundle/index.en.md': text('title: A bundle'),
  'content/notes/one.md': text('title: A Note\ndate: 2024-03-04'),
  'content/logs/deep/two.md': text('title: Two'),
  'content/about.md': text('title: About\nurl: /me.html'),
  'content/posts/part.md': text('headless: true'),
  'content/posts/never.md': text('build:\n  render: never'),
  'content/posts/nowhere.md': text('title: Nowhere\n_build:\n  list: never'),
  'themes/x/README.md': '# Theme',
};

test('posts stand where their files do, by the pattern of their section, or where they say', () => {
  const { settings, addresses } = serve({ files });
  expect(settings).toMatchObject({
    dialect: 'hugo',
    language: 'zh-CN',
    timezone: 'Asia/Shanghai',
    title: 'Hugo 博客',
  });
  expect(addresses).toEqual({
    'content/posts/Hello World.md': '/posts/hello-world/',
    'content/posts/bundle/index.md': '/posts/other/',
    'content/posts/bundle/index.en.md': '/en/posts/bundle/',
    'content/notes/one.md': '/n/2024/03/a-note/',
    'content/logs/deep/two.md': '/logs/deep/two/',
    'content/about.md': '/me.html',
    'content/posts/nowhere.md': '/posts/nowhere/',
  });
});

test('a folder for each language, or another one for all, is where the site says', () => {
  const config = (lines: string) => `baseURL = 'https://me.example/'\n${lines}`;
  const languages =
    "defaultContentLanguage = 'zh'\n[languages.zh]\ncontentDir = 'content/zh'\n[languages.en]\ncontentDir = 'content/en'\n[permalinks]\nposts = '/p/:slug/'";
  const both = { 'content/zh/posts/a.md': text('slug: one'), 'content/en/posts/a.md': text('slug: one') };
  const site = { 'hugo.toml': config(languages), ...both };
  expect(serve({ files: site }).addresses).toEqual({
    'content/zh/posts/a.md': '/p/one/',
    'content/en/posts/a.md': '/en/p/one/',
  });
  expect(serve({ files: site, content: 'content/en' }).addresses).toEqual({ 'posts/a.md': '/en/p/one/' });
  const inFolder = config('defaultContentLanguage = "zh"\ndefaultContentLanguageInSubdir = true\n');
  const suffixed = { 'content/posts/a.md': text(''), 'content/posts/a.en.md': text('') };
  expect(serve({ files: { 'hugo.toml': inFolder, ...suffixed } }).addresses).toEqual({
    'content/posts/a.md': '/zh/posts/a/',
    'content/posts/a.en.md': '/en/posts/a/',
  });
  const elsewhere = {
    'config.toml': config('contentDir = "./src/posts/"\ntheme = "x"'),
    'archetypes/a.md': '',
  };
  const moved = { ...elsewhere, 'src/posts/notes/b.md': text(''), 'README.md': '# Read' };
  expect(serve({ files: moved }).addresses).toEqual({ 'src/posts/notes/b.md': '/notes/b/' });
  expect(serve({ files: moved, content: 'src/posts' })).toMatchObject({
    settings: { dialect: 'hugo' },
    addresses: { 'notes/b.md': '/notes/b/' },
  });
});

test('languages and permalinks may stand in files of their own', () => {
  const files = {
    'config/_default/hugo.toml': "baseURL = 'https://me.example/'\ndefaultContentLanguage = 'zh-cn'",
    'config/_default/languages.toml':
      "[zh-cn]\ntitle = '博客'\nlanguageCode = 'zh-CN'\ncontentDir = 'content/zh'\n[en]\ncontentDir = 'content/en'",
    'config/_default/permalinks.yaml': 'posts: /p/:filename/',
    'content/zh/posts/a.md': text('title: 甲'),
    'content/en/posts/a.md': text('title: A'),
  };
  expect(serve({ files })).toMatchObject({
    settings: { title: '博客', language: 'zh-CN' },
    addresses: { 'content/zh/posts/a.md': '/p/a/', 'content/en/posts/a.md': '/en/p/a/' },
  });
});

test('keys count in any case, and the summary comes before the description', () => {
  const { post } = serve({ files });
  expect(post('content/posts/Hello World.md')).toMatchObject({
    title: 'Hello',
    tags: ['Go'],
    date: { day: 12 },
  });
  expect(post('content/posts/bundle/index.md').excerpt).toBe('In short');
});

test('lists, parts and what is never built are not shown; what is in no list is found by its name', () => {
  const { hidden, blog } = serve({ files });
  expect(hidden).toEqual({
    'archetypes/default.md': 'folder',
    'content/_index.md': 'list',
    'content/posts/_index.md': 'list',
    'content/posts/part.md': 'hidden',
    'content/posts/never.md': 'hidden',
    'themes/x/README.md': 'folder',
  });
  expect(blog.unlisted.map(({ path }) => path)).toEqual(['content/posts/nowhere.md']);
  expect(blog.posts.map(({ path }) => path)).not.toContain('content/posts/nowhere.md');
});

test.each([
  'hugo.yaml',
  'config.yml',
  'config/_default/hugo.yaml',
  'config/_default/config.yaml',
  'config.yaml',
])('the configuration may stand in %s', path => {
  const { settings } = serve({
    files: { [path]: 'baseURL: https://me.example\n', 'content/posts/a.md': text('title: A') },
    content: 'content/posts',
  });
  expect(settings).toMatchObject({
    dialect: 'hugo',
    url: 'https://me.example',
    site: { within: 'content/posts' },
  });
});

test('addresses end as the configuration has it', () => {
  const ugly = {
    'hugo.json': '{"baseURL": "https://me.example", "uglyURLs": true}',
    'content/posts/a.md': text('title: A'),
  };
  expect(serve({ files: ugly }).addresses).toEqual({ 'content/posts/a.md': '/posts/a.html' });
});

test('a configuration that cannot be read is named, and the posts are served', () => {
  const { warnings, blog } = serve({
    files: { 'hugo.toml': 'baseURL = ', 'content/a.md': text('title: A') },
  });
  expect(warnings).toEqual([expect.stringMatching(/^hugo\.toml cannot be read \(.*\), so what it says/)]);
  expect(blog.posts).toHaveLength(1);
});

test('a configuration of something else is none of a site', () => {
  const { settings } = serve({
    files: { 'config.toml': 'title = "My tool"', 'posts/a.md': text('title: A') },
    content: 'posts',
  });
  expect(settings.dialect).toBeUndefined();
});
