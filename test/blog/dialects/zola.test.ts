import { expect, test } from 'vitest';
import { serve, text } from './site.ts';

const files = {
  'config.toml': 'base_url = "https://me.example"\ntitle = "Zola"\ndefault_language = "en"\n',
  'content/_index.md': '+++\ntitle = "Home"\n+++\n',
  'content/blog/2025-06-12-Rust 1.0.md':
    '+++\ntitle = "Rust 1.0"\ndescription = "In short"\n[taxonomies]\ntags = ["rust"]\ncategories = ["news"]\n[extra]\ncover = "/cover.png"\n+++\nText.',
  'content/blog/page/index.md': '+++\ntitle = "Page"\ndate = 2024-01-02\nslug = "other"\n+++\nText.',
  'content/blog/page/index.fr.md': '+++\ntitle = "Page en français"\n+++\nTexte.',
  'content/path.md':
    '+++\ntitle = "Path"\npath = "2014/09/15/Old"\naliases = ["2014/09/15/Old.html"]\n+++\nText.',
  'content/中文.md': text('title: 中文'),
  'content/draft.md': '+++\ndraft = true\n+++\n',
};

test('posts stand where their files do, without dates, or where they say', () => {
  const { settings, addresses } = serve({ files });
  expect(settings).toMatchObject({ dialect: 'zola', url: 'https://me.example', language: 'en' });
  expect(addresses).toEqual({
    'content/blog/2025-06-12-Rust 1.0.md': '/blog/rust-1-0/',
    'content/blog/page/index.md': '/blog/other/',
    'content/blog/page/index.fr.md': '/fr/blog/page/',
    'content/path.md': '/2014/09/15/Old/',
    // Zola writes it in ASCII, by a table that is not at hand: better no address than a wrong one.
    'content/中文.md': undefined,
  });
});

test('names in other letters are kept where the site keeps them, and Latin ones lose their marks', () => {
  const named = {
    'content/中文 笔记.md': text('title: a'),
    'content/Größe à l’été.md': text('title: b'),
    'content/Straße.md': text('title: c'),
  };
  const config = files['config.toml'];
  const addresses = (more: string) => serve({ files: { 'config.toml': config + more, ...named } }).addresses;
  expect(addresses('')).toEqual({
    'content/中文 笔记.md': undefined,
    'content/Größe à l’été.md': '/grosse-a-l-ete/',
    'content/Straße.md': '/strasse/',
  });
  expect(addresses('[slugify]\npaths = "safe"\n')['content/中文 笔记.md']).toBe('/中文 笔记/');
  expect(addresses('[slugify]\npaths = "off"\n')['content/Straße.md']).toBe('/Straße/');
});

test('taxonomies, the date in the name and what themes know of are read', () => {
  expect(serve({ files }).post('content/blog/2025-06-12-Rust 1.0.md')).toMatchObject({
    tags: ['rust', 'news'],
    excerpt: 'In short',
    date: { year: 2025, month: 6, day: 12 },
    image: { url: 'https://me.example/cover.png' },
  });
});

test('the date in the path of its address is a post’s, and it is found by the paths that it had', () => {
  const { post, blog } = serve({ files });
  expect(post('content/path.md').date).toMatchObject({ year: 2014, month: 9, day: 15 });
  expect(blog.bySlug.get('2014/09/15/old')?.path).toBe('content/path.md');
});

test('lists and drafts are not shown', () => {
  expect(serve({ files }).hidden).toEqual({ 'content/_index.md': 'list', 'content/draft.md': 'draft' });
});
