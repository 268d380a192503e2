import { expect, test } from 'vitest';
import { serve, text } from './site.ts';

const configuration =
  "import { defineConfig } from 'astro/config';\n// site: 'https://wrong.example',\nexport default defineConfig({\n  site: 'https://me.example',\n  base: '/x',\n  i18n: {\n    defaultLocale: 'zh-cn',\n  },\n});\n";

const files = {
  'astro.config.mjs': configuration,
  'src/content/blog/Hello World.md': text(
    'title: Hello\npubDate: Jun 12 2025\nheroImage: ./hero.png\ndescription: In short',
    '![beside](./a.png)\n\n![public](/b.png)',
  ),
  'src/content/blog/2024/deep/index.mdx': text(
    'title: Deep\npubDatetime: 2024-01-02T03:04:05Z\nfeatured: true',
  ),
  'src/content/blog/own.md': text('title: Own\nslug: my/own'),
  'src/content/blog/_draft.md': text('title: Draft'),
  'src/pages/about.md': text('title: About'),
  'src/content/blog/off.md': text('isDraft: true'),
};

test('entries stand below their collection as GitHub makes slugs, pages where their files do', () => {
  const { settings, addresses } = serve({ files });
  expect(settings).toMatchObject({ dialect: 'astro', url: 'https://me.example/x', language: 'zh-CN' });
  expect(addresses).toEqual({
    'src/content/blog/Hello World.md': '/x/blog/hello-world',
    'src/content/blog/2024/deep/index.mdx': '/x/blog/2024/deep',
    'src/content/blog/own.md': '/x/blog/my/own',
    'src/pages/about.md': '/x/about',
  });
});

test('the part of the site that shows the posts is told by its pages', () => {
  const { addresses } = serve({
    files: { ...files, 'src/pages/posts/[...slug].astro': '' },
    content: 'src/content/blog',
  });
  expect(addresses['Hello World.md']).toBe('/x/posts/hello-world');
});

test('the folder of a collection alone is known by its looks', () => {
  const { settings, addresses } = serve({
    files: { 'src/content/blog/Hello World.md': text('title: Hello') },
    content: 'src/content/blog',
    overrides: { url: 'https://me.example' },
  });
  expect(settings).toMatchObject({ dialect: 'astro', site: { within: 'src/content/blog' } });
  expect(addresses).toEqual({ 'Hello World.md': '/blog/hello-world' });
});

test('pictures beside a post are moved by the build, so their address is not known', () => {
  const { post } = serve({ files });
  const hello = post('src/content/blog/Hello World.md');
  expect(hello.image).toEqual({ source: './hero.png', url: undefined, alt: '' });
  expect(JSON.stringify(hello.sections)).toContain('"url":"./a.png"');
  expect(JSON.stringify(hello.sections)).toContain('"url":"https://me.example/b.png"');
});

test('drafts are not shown', () => {
  expect(serve({ files }).hidden).toEqual({
    'src/content/blog/_draft.md': 'name',
    'src/content/blog/off.md': 'draft',
  });
});

test('a configuration is read, never run, and what it puts together is not guessed', () => {
  const { settings } = serve({
    files: { ...files, 'astro.config.mjs': "export default { site: SITE.url, ['base']: process.exit(1) }" },
  });
  expect(settings.url).toBeUndefined();
});

test('the address that every new site has is nobody’s', () => {
  const { settings } = serve({
    files: { ...files, 'astro.config.mjs': "export default {\n  site: 'https://example.com',\n}" },
  });
  expect(settings.url).toBeUndefined();
});
