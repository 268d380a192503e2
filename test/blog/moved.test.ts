import { describe, expect, test } from 'vitest';
import { hash64 } from '../../src/blog/hash.ts';
import type { Post } from '../../src/blog/model.ts';
import { postByKey } from '../../src/blog/moved.ts';
import { withAliases } from '../../src/blog/renamed.ts';
import { blogFrom } from './fixture.ts';

const text = (title: string, more = '') =>
  `---\ntitle: ${title}\ndate: 2025-06-12\n${more}---\n\n${title} is what this text is about, and it says so at some length, so that it can be told.\n`;

const pathOf = (post: Post | undefined) => post?.path;

describe('after a fresh start, a button still finds a post whose file was', () => {
  test.each([
    ['sorted into folders by year', 'posts/x.md', 'posts/2025/x.md'],
    ['sorted by year and month', 'posts/x.md', 'posts/2025/06/x.md'],
    ['sorted above its folder', 'posts/x.md', '2025/posts/x.md'],
    ['taken out of folders by year', 'posts/2025/x.md', 'posts/x.md'],
    ['taken out of year and month', 'posts/2025/06/x.md', 'posts/x.md'],
    ['sorted more finely', 'posts/2025/x.md', 'posts/2025/06/x.md'],
    ['sorted less finely', 'posts/2025/06/x.md', 'posts/2025/x.md'],
    ['made a folder of its own', 'posts/x.md', 'posts/x/index.md'],
    ['made a file again', 'posts/x/index.md', 'posts/x.md'],
    ['made MDX', 'posts/x.md', 'posts/x.mdx'],
    ['named with its date', 'posts/x.md', 'posts/2025-06-12-x.md'],
    ['named without its date', 'posts/2025-06-12-x.md', 'posts/x.md'],
    ['seen from a folder further in', 'content/posts/x.md', 'x.md'],
    ['seen from a folder further out', 'x.md', 'posts/x.md'],
    ['taken out of a folder', 'posts/tech/x.md', 'posts/x.md'],
    ['put into a folder', 'posts/x.md', 'posts/tech/x.md'],
  ])('%s', (_, before, after) => {
    const blog = blogFrom({ [after]: text('X'), 'posts/other.md': text('Other') });
    const found = pathOf(postByKey(blog, hash64(before)));
    // A folder that nobody can know was there is not guessed.
    expect(found).toBe(before === 'posts/tech/x.md' ? undefined : after);
  });

  test('but never another: what two may have been is neither', () => {
    const blog = blogFrom({ 'posts/2025/x.md': text('One'), 'posts/2024/x.md': text('Two') });
    expect(postByKey(blog, hash64('posts/x.md'))).toBeUndefined();
    expect(pathOf(postByKey(blog, hash64('posts/2024/x.md')))).toBe('posts/2024/x.md');
  });

  test('and a post that is there is itself', () => {
    const blog = blogFrom({ 'posts/2025/x.md': text('Moved'), 'posts/x.md': text('Stays') });
    expect(pathOf(postByKey(blog, hash64('posts/x.md')))).toBe('posts/x.md');
    expect(postByKey(blog, hash64('posts/y.md'))).toBeUndefined();
  });

  test('by the former paths that its front matter names', () => {
    const blog = blogFrom({
      'b.md': text('X', 'aliases: [/old/x/, posts/older.md]\n'),
      'c.md': text('Y', 'redirect_from: https://me.example/2014/y.html\n'),
    });
    expect(pathOf(blog.byKey.get(hash64('old/x.md')))).toBe('b.md');
    expect(pathOf(blog.byKey.get(hash64('posts/older.md')))).toBe('b.md');
    expect(pathOf(blog.byKey.get(hash64('2014/y/index.md')))).toBe('c.md');
    expect(pathOf(blog.bySlug.get('2014/y'))).toBe('c.md');
  });
});

describe('while running, a post keeps the keys that it had', () => {
  const before = blogFrom({ 'posts/a.md': text('Alpha'), 'posts/b.md': text('Beta'), 'c.md': text('Gamma') });
  const find = (after: Readonly<Record<string, string>>, key: string) =>
    pathOf(withAliases(before, blogFrom(after)).byKey.get(hash64(key)));

  test('when every post is moved', () => {
    const after = { 'x/2025/a.md': text('Alpha'), 'x/2025/b.md': text('Beta'), 'x/2025/c.md': text('Gamma') };
    expect(['posts/a.md', 'posts/b.md', 'c.md'].map(key => find(after, key))).toEqual(Object.keys(after));
  });

  test.each([
    ['is renamed', { 'posts/other-name.md': text('Alpha') }],
    ['gets another title', { 'x/a.md': text('Another') }],
    [
      'gets another name, title and day',
      { 'x/z.md': text('Alpha').replace('title: Alpha', 'title: New').replace('06-12', '07-01') },
    ],
    [
      'is edited too',
      {
        'x/z.md': text('Alpha')
          .replace('title: Alpha', 'title: New')
          .replace('06-12', '07-01')
          .replace('some length', 'some more length'),
      },
    ],
  ])('when it %s', (_, after) => {
    const all = { ...after, 'posts/b.md': text('Beta'), 'c.md': text('Gamma') };
    expect(find(all, 'posts/a.md')).toBe(Object.keys(after)[0]);
  });

  test('through one change after another', () => {
    const second = withAliases(before, blogFrom({ 'x/a.md': text('Alpha') }));
    const third = withAliases(second, blogFrom({ 'x/a.md': text('Alpha again') }));
    const fourth = withAliases(third, blogFrom({ 'y/a.md': text('Alpha again') }));
    expect(pathOf(fourth.byKey.get(hash64('posts/a.md')))).toBe('y/a.md');
    expect(pathOf(fourth.byKey.get(hash64('x/a.md')))).toBe('y/a.md');
  });

  test('one that is gone is not taken for a new one', () => {
    const after = {
      'posts/new.md': text('Something else altogether').replace('06-12', '08-01'),
      'posts/b.md': text('Beta'),
    };
    expect(find(after, 'posts/a.md')).toBeUndefined();
  });

  test('what two may have been is neither', () => {
    expect(find({ 'x/a.md': text('Alpha'), 'y/a.md': text('Alpha') }, 'posts/a.md')).toBeUndefined();
  });

  test('where nothing was moved, the blog is the same', () => {
    const same = blogFrom({ 'posts/a.md': text('Alpha'), 'new.md': text('New') });
    expect(withAliases(before, same)).toBe(same);
  });
});
