import { describe, expect, test } from 'vitest';
import { serve, text } from './site.ts';

describe('Eleventy', () => {
  const files = {
    'eleventy.config.js': 'module.exports = {}',
    'content/blog/2025-06-12-hello.md': text('title: Hello\ndate: Last Modified\ntags: [posts, web]'),
    'content/blog/own.md': text('title: Own\ndate: git Created\npermalink: /o/index.html'),
    'content/blog/template.md': text('title: Template\npermalink: "/{{ page.fileSlug }}/"'),
    'content/blog/off.md': text('permalink: false'),
    'content/blog/apart.md': text('title: Apart\neleventyExcludeFromCollections: true'),
    '_includes/part.md': 'a part',
  };

  test('posts stand where their files do, without dates; tags that only sort are none', () => {
    const { settings, addresses, hidden, blog, post } = serve({
      files,
      overrides: { url: 'https://me.example' },
    });
    expect(settings.dialect).toBe('eleventy');
    expect(addresses).toEqual({
      'content/blog/2025-06-12-hello.md': '/blog/hello/',
      'content/blog/own.md': '/o/',
      'content/blog/template.md': '/blog/template/',
      'content/blog/apart.md': '/blog/apart/',
    });
    expect(hidden).toEqual({ 'content/blog/off.md': 'unpublished', '_includes/part.md': 'folder' });
    expect(blog.unlisted.map(({ path }) => path)).toEqual(['content/blog/apart.md']);
    expect(post('content/blog/2025-06-12-hello.md')).toMatchObject({
      tags: ['web'],
      date: { year: 2025, day: 12 },
    });
    expect(post('content/blog/own.md').date).toBeUndefined();
  });
});

describe('Gatsby', () => {
  const files = {
    'gatsby-config.js':
      'module.exports = {\n  siteMetadata: {\n    title: `Gatsby`,\n    siteUrl: `https://me.example/`,\n  },\n}\n',
    'content/blog/hello-world/index.md': text(
      'title: Hello\ndate: "2015-05-01T22:12:03.284Z"\nfeaturedImage: ./a.png',
    ),
    'content/blog/own.mdx': text('title: Own\nslug: my-own'),
  };

  test('posts stand below the root as their files do below the folder of posts', () => {
    const { settings, addresses, post } = serve({ files, content: 'content' });
    expect(settings).toMatchObject({ dialect: 'gatsby', title: 'Gatsby', url: 'https://me.example' });
    expect(addresses).toEqual({ 'blog/hello-world/index.md': '/hello-world/', 'blog/own.mdx': '/my-own' });
    expect(post('blog/hello-world/index.md').image?.url).toBeUndefined();
  });
});

describe('Next.js', () => {
  const files = {
    'next.config.mjs': 'export default {}',
    'content/posts/hello.mdx': text('title: Hello\npublishedAt: 2025-06-12\nbannerCloudinaryId: abc'),
    'content/posts/deep/page.mdx': text('meta:\n  title: Deep\n  description: In short'),
    'content/posts/old.mdx': text('archived: true'),
  };

  test('posts stand below the name of their folder', () => {
    const { settings, addresses, hidden, post } = serve({ files, overrides: { url: 'https://me.example' } });
    expect(settings.dialect).toBe('next');
    expect(addresses['content/posts/hello.mdx']).toBe('/posts/hello');
    expect(hidden).toEqual({ 'content/posts/old.mdx': 'hidden' });
    expect(post('content/posts/deep/page.mdx')).toMatchObject({ title: 'Deep', excerpt: 'In short' });
    expect(post('content/posts/hello.mdx')).toMatchObject({ date: { day: 12 }, image: undefined });
  });
});

describe('Obsidian', () => {
  const files = {
    '.obsidian/app.json': '{}',
    'Notes/My Note.md': text(
      'created: 2025-06-12\naliases: [Other name]\ntags: "#garden"',
      '# A heading\n\nOn #ai/llm and `#include`, issue #12.',
    ),
    'Templates/Note.md': text('title: "{{title}}"'),
    'Notes/off.md': text('publish: false'),
  };

  test('a note’s name is its title, and its tags stand in its text too', () => {
    const { settings, post, hidden, blog } = serve({ files });
    expect(settings.dialect).toBe('obsidian');
    expect(post('Notes/My Note.md')).toMatchObject({
      title: 'My Note',
      tags: ['garden', 'ai/llm'],
      date: { day: 12 },
    });
    expect(hidden).toEqual({ 'Templates/Note.md': 'folder', 'Notes/off.md': 'unpublished' });
    expect(blog.bySlug.get('other name')?.path).toBe('Notes/My Note.md');
  });

  test('a vault that a generator publishes is that generator’s', () => {
    const both = { ...files, 'astro.config.mjs': 'export default {}' };
    expect(serve({ files: both, content: 'Notes' }).settings.dialect).toBe('astro');
  });
});

describe('where nothing tells', () => {
  const files = { 'posts/2025-06-12-hello.md': text('title: Hello'), 'about.md': text('permalink: /me/') };

  test('posts stand below posts by their names, or where they say', () => {
    const { settings, addresses } = serve({ files, overrides: { url: 'https://me.example' } });
    expect(settings.dialect).toBeUndefined();
    expect(addresses).toEqual({ 'posts/2025-06-12-hello.md': '/posts/2025-06-12-hello', 'about.md': '/me/' });
  });

  test('the generator can be named, in blog.yml or by the environment', () => {
    const overrides = { url: 'https://me.example' };
    const named = serve({ files: { ...files, 'blog.yml': 'dialect: Zola' }, overrides });
    expect(named.settings.dialect).toBe('zola');
    expect(named.addresses['posts/2025-06-12-hello.md']).toBe('/posts/hello/');
    const again = serve({
      files: { ...files, 'blog.yml': 'dialect: zola' },
      overrides: { ...overrides, dialect: '11ty' },
    });
    expect(again.settings.dialect).toBe('eleventy');
    expect(() => serve({ files, overrides: { dialect: 'wordpress' } })).toThrow(
      /^DIALECT is "wordpress", but it wants one of astro,/,
    );
  });

  test('a pattern of one’s own counts before the generator’s, and a post’s own address before that', () => {
    const { addresses } = serve({
      files: { ...files, 'a.md': text('title: A\ndate: 2025-06-02\ncategories: [Tech, AI]') },
      overrides: { url: 'https://me.example', dialect: 'jekyll', postUrl: '/:categories/:year/:slug/' },
    });
    expect(addresses['a.md']).toBe('/Tech/AI/2025/a/');
    expect(addresses['about.md']).toBe('/me/');
  });
});

test('the environment counts before blog.yml, that before the site’s configuration, that before what is usual', () => {
  const files = {
    '_config.yml': 'title: site\nurl: https://site.example\ntimezone: Asia/Tokyo\nlang: ja\nplugins: []',
    'blog.yml': 'url: https://blog.example\ntimezone: Asia/Shanghai',
    '_posts/2025-01-01-a.md': text('title: A'),
  };
  const { settings } = serve({ files, overrides: { timezone: 'UTC' } });
  expect(settings).toMatchObject({
    title: 'site',
    url: 'https://blog.example',
    timezone: 'UTC',
    language: 'ja',
    zoned: true,
  });
});

test('what a configuration has wrong is left out without a word', () => {
  const files = {
    '_config.yml': 'url: me\ntimezone: Mars\nlang: "?"\nplugins: []',
    '_posts/2025-01-01-a.md': text('title: A'),
  };
  const { settings, warnings } = serve({ files });
  expect([settings.url, settings.language, settings.zoned, warnings]).toEqual([
    undefined,
    undefined,
    undefined,
    [],
  ]);
});
