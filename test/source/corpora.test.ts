import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Blog, Post } from '../../src/blog/model.ts';
import { loadFolder } from '../../src/source/folder.ts';

/** Real blogs, beside the repository; nobody needs them to work on Quoth. */
const corpora = fileURLToPath(new URL('../../../shared/corpora/', import.meta.url));
const isThere = existsSync(corpora);
const names = isThere
  ? readdirSync(corpora, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []))
  : [];

/** Those of which the configuration that names the address is not here. */
const withoutAddress = new Set([
  'astro-zh-tjx666',
  'docusaurus-zh-kuizuo',
  'vitepress-zh-citywill',
  'vuepress-zh-xugaoyi',
]);

function shareOf(blog: Blog, has: (post: Post) => unknown): string {
  return `${Math.round((100 * blog.posts.filter(has).length) / blog.posts.length)} %`;
}

function expectSane(post: Post): void {
  expect(post.title.trim()).not.toBe('');
  expect(post.title).not.toContain('\n');
  expect(post.excerpt.length).toBeLessThanOrEqual(800);
  expect(post.minutes).toBeGreaterThanOrEqual(1);
  expect(post.language).toMatch(/^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/);
  expect(new Set(post.sections.map(section => section.id)).size).toBe(post.sections.length);
  const ids = new Set(post.sections.map(section => section.id));
  for (const { number, text, section } of post.insights) {
    expect(number).toBeGreaterThanOrEqual(1);
    expect(text).not.toBe('');
    expect(section === undefined || ids.has(section)).toBe(true);
  }
  if (post.date !== undefined) {
    expect(post.date.year).toBeGreaterThanOrEqual(2000);
    expect(post.date.year).toBeLessThanOrEqual(2100);
  }
}

describe.skipIf(!isThere)('real blogs (skipped where their files are not beside the repository)', () => {
  test.each(names)('%s is read whole', { timeout: 120_000 }, async name => {
    const started = performance.now();
    const blog = await loadFolder(`${corpora}${name}`, {
      timezone: 'UTC',
      ...(withoutAddress.has(name) ? { url: 'https://blog.example' } : {}),
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.info(
      `${name} (${blog.settings.dialect}, ${blog.settings.url}): ${blog.posts.length} posts and ${blog.unreadable.length} unreadable files in ${seconds} s; ` +
        `title ${shareOf(blog, post => post.title)}, date ${shareOf(blog, post => post.date)}, ` +
        `address ${shareOf(blog, post => post.url)}, excerpt ${shareOf(blog, post => post.excerpt)}`,
    );
    expect(blog.posts.length).toBeGreaterThan(0);
    expect(blog.unreadable.map(file => file.code).filter(code => code !== 'not-text')).toEqual([]);
    blog.posts.forEach(expectSane);
    expect(new Set(blog.byKey.values()).size).toBe(blog.posts.length + blog.unlisted.length);
  });
});
