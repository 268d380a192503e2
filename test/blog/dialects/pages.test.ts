import { describe, expect, test } from 'vitest';
import { serve, text } from './site.ts';

describe('VitePress', () => {
  const files = {
    'docs/.vitepress/config.mts':
      "export default defineConfig({\n  title: '笔记',\n  lang: 'zh-CN',\n  sitemap: {\n    hostname: 'https://me.example',\n  },\n});\n",
    'docs/index.md': text('layout: home'),
    'docs/posts/a b.md': '# A heading\n\nText.',
    'docs/posts/index.md': text('title: Posts'),
    'docs/en/posts/own.md': text('title: Own\npermalink: /posts/ff8ae3'),
    'docs/posts/off.md': text('publish: false'),
    'docs/posts/aside.md': text('title: Aside\narticle: false'),
    'README.md': '# The repository',
  };

  test('pages stand where their files do', () => {
    const { settings, addresses, hidden, blog } = serve({ files });
    expect(settings).toMatchObject({
      dialect: 'vitepress',
      title: '笔记',
      url: 'https://me.example',
      language: 'zh-CN',
    });
    expect(addresses).toEqual({
      'docs/posts/a b.md': '/posts/a b.html',
      'docs/posts/index.md': '/posts/',
      'docs/en/posts/own.md': '/posts/ff8ae3',
      'docs/posts/aside.md': '/posts/aside.html',
    });
    expect(hidden).toEqual({
      'docs/index.md': 'list',
      'docs/posts/off.md': 'unpublished',
      'README.md': 'folder',
    });
    expect(blog.unlisted.map(({ path }) => path)).toEqual(['docs/posts/aside.md']);
  });

  test('addresses are clean where the configuration says so, given the folder alone too', () => {
    const clean = {
      ...files,
      'docs/.vitepress/config.mts':
        "export default {\n  cleanUrls: true,\n  hostname: 'https://me.example',\n}",
    };
    expect(serve({ files: clean, content: 'docs' }).addresses['posts/a b.md']).toBe('/posts/a b');
    expect(serve({ files: clean, content: 'docs/posts' }).addresses['a b.md']).toBe('/posts/a b');
  });

  test('a title may stand in the first heading alone', () => {
    expect(serve({ files }).post('docs/posts/a b.md').title).toBe('A heading');
  });
});

describe('VuePress', () => {
  const files = {
    'docs/.vuepress/config.js':
      "module.exports = {\n  title: '笔记',\n  base: '/',\n  hostname: 'https://me.example',\n}\n",
    'docs/README.md': text('home: true'),
    'docs/guide/README.md': text('title: Guide'),
    'docs/01.前端/10.名.md': text('title: 名\ndate: 2020-05-06 15:52:40\npermalink: /pages/f2e63f/'),
    'docs/01.前端/20.另.md': text('title: 另'),
    'docs/@pages/tagsPage.md': text('tagsPage: true'),
    'docs/00.目录页/01.md': text('pageComponent:\n  name: Catalogue'),
  };

  test('pages stand where their files do, or where they say', () => {
    const { settings, addresses, hidden } = serve({ files });
    expect(settings).toMatchObject({ dialect: 'vuepress', url: 'https://me.example' });
    expect(addresses).toEqual({
      'docs/guide/README.md': '/guide/',
      'docs/01.前端/10.名.md': '/pages/f2e63f/',
      'docs/01.前端/20.另.md': '/01.前端/20.另.html',
    });
    expect(hidden).toEqual({
      'docs/README.md': 'list',
      'docs/@pages/tagsPage.md': 'list',
      'docs/00.目录页/01.md': 'list',
    });
  });
});

describe('Docusaurus', () => {
  const files = {
    'website/docusaurus.config.ts':
      "const config = {\n  title: 'Docs',\n  url: 'https://me.example',\n  baseUrl: '/d/',\n  i18n: {\n    defaultLocale: 'zh-Hans',\n    locales: ['zh-Hans', 'en'],\n  },\n};\n",
    'website/blog/2025-06-12-hello.md': text('title: Hello\ntags:\n- label: 标签\n  permalink: /x'),
    'website/blog/2024/01/02/deep/index.md': text('title: Deep'),
    'website/blog/develop/own.md': text('slug: own-name\ndate: 2023-01-01'),
    'website/i18n/en/docusaurus-plugin-content-blog/2025-06-12-hello.md': text('title: Hello in English'),
    'website/docs/01-intro/02-start.md': text('title: Start'),
    'website/docs/01-intro/named.md': text('slug: /named'),
    'website/versioned_docs/version-1/start.md': text('title: Old'),
    'website/blog/only.md': text('title: Only\nunlisted: true'),
    'README.md': '# The repository',
  };

  test('posts stand at their dates, documents without the numbers that put them in order', () => {
    const { settings, addresses, hidden } = serve({ files });
    expect(settings).toMatchObject({ dialect: 'docusaurus', url: 'https://me.example/d', language: 'zh-CN' });
    expect(addresses).toEqual({
      'website/blog/2025-06-12-hello.md': '/d/blog/2025/06/12/hello',
      'website/blog/2024/01/02/deep/index.md': '/d/blog/2024/01/02/deep',
      'website/blog/develop/own.md': '/d/blog/own-name',
      'website/i18n/en/docusaurus-plugin-content-blog/2025-06-12-hello.md': '/d/en/blog/2025/06/12/hello',
      'website/docs/01-intro/02-start.md': '/d/docs/intro/start',
      'website/docs/01-intro/named.md': '/d/docs/named',
      'website/blog/only.md': '/d/blog/only',
    });
    expect(hidden).toEqual({ 'website/versioned_docs/version-1/start.md': 'folder', 'README.md': 'folder' });
  });

  test('a blog without documents stands where its route says', () => {
    const { addresses } = serve({
      files: {
        'docusaurus.config.js':
          "module.exports = {\n  url: 'https://me.example',\n  baseUrl: '/',\n  presets: [\n    {\n      docs: false,\n      blog: {\n        routeBasePath: '/',\n      },\n    },\n  ],\n};\n",
        'blog/2025-06-12-hello.md': text('title: Hello'),
        'blog/own.md': text('slug: own-name'),
      },
    });
    expect(addresses).toEqual({
      'blog/2025-06-12-hello.md': '/2025/06/12/hello',
      'blog/own.md': '/own-name',
    });
  });

  test('tags may have labels, and folders of dates date a post', () => {
    const { post } = serve({ files });
    expect(post('website/blog/2025-06-12-hello.md').tags).toEqual(['标签']);
    expect(post('website/blog/2024/01/02/deep/index.md').date).toMatchObject({
      year: 2024,
      month: 1,
      day: 2,
    });
  });
});
