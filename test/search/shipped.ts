import { readFileSync } from 'node:fs';
import type { Blog } from '../../src/blog/model.ts';
import { makeIndex, type SearchIndex } from '../../src/search/build.ts';
import { blogFrom } from '../blog/fixture.ts';

const path = 'posts/20250612231400-from-compression-to-reasoning.md';

/** The blog that Quoth ships with: one post, in Chinese. */
export const shippedBlog: Blog = blogFrom(
  { [path]: readFileSync(new URL(`../../content/${path}`, import.meta.url), 'utf8') },
  { timezone: 'Asia/Shanghai', language: 'zh-CN' },
);

export const shippedIndex: SearchIndex = makeIndex(shippedBlog);
