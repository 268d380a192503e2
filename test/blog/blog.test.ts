import { expect, test } from 'vitest';
import { makeBlog } from '../../src/blog/blog.ts';
import { blogFrom, now, postFrom, settingsWith } from './fixture.ts';

const blog = blogFrom({
  'old.md': '---\ndate: 2024-01-01\ntags: [AI, rust]\nslug: same\n---\n',
  'b-undated.md': '---\ntags: [rust]\n---\n',
  'new.md': '---\ndate: 2025-01-01\ntags: [ai, ＲＵＳＴ, zig]\nslug: Same\n---\n',
  'a-undated.md': '一篇中文文章',
  'hidden.md': '---\ndraft: true\ntags: [secret]\n---\n',
  'same-day.md': '---\ndate: 2025-01-01\n---\n',
});

test('posts stand newest first, undated ones last, those of one instant by path', () => {
  expect(blog.posts.map(post => post.path)).toEqual([
    'new.md',
    'same-day.md',
    'old.md',
    'a-undated.md',
    'b-undated.md',
  ]);
});

test('what is hidden is nowhere', () => {
  expect(JSON.stringify([...blog.byTag.keys(), ...blog.bySlug.keys()])).not.toMatch(/secret|hidden/);
});

test('a slug that several share leads to the newest', () => {
  expect(blog.bySlug.get('same')?.path).toBe('new.md');
});

test('tags stand by use, named as the newest post writes them, newest post first', () => {
  const tags = [...blog.byTag.values()];
  expect(tags.map(({ name, folded, posts }) => [name, folded, posts.map(post => post.path)])).toEqual([
    ['ＲＵＳＴ', 'rust', ['new.md', 'old.md', 'b-undated.md']],
    ['ai', 'ai', ['new.md', 'old.md']],
    ['zig', 'zig', ['new.md']],
  ]);
  expect(tags.map(tag => tag.id).every(id => /^[\w-]{6}$/.test(id))).toBe(true);
});

test('posts are found by their keys and by those they had', () => {
  const post = postFrom('text', { path: 'a.md' });
  const moved = { ...post, path: '2025/b.md', key: 'moved', aliases: [post.key, 'older'] };
  const found = (posts: readonly (typeof post)[]) => makeBlog(posts, [], settingsWith(), now).byKey;
  expect(found([moved]).get('older')?.path).toBe('2025/b.md');
  expect(found([moved, post]).get(post.key)?.path).toBe('a.md');
  expect(found([moved]).get('unknown')).toBeUndefined();
});

test('the language is the one that is set, else that of most posts, else English', () => {
  const texts = { 'a.md': '这是中文', 'b.md': '这也是中文', 'c.md': 'English' };
  expect(blogFrom(texts).language).toBe('zh-CN');
  expect(blogFrom(texts, { language: 'ja' }).language).toBe('ja');
  expect(blogFrom({}).language).toBe('en');
});
