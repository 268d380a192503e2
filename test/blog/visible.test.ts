import { describe, expect, test } from 'vitest';
import { visibleAt } from '../../src/blog/blog.ts';
import { blogFrom } from './fixture.ts';

const noon = Date.UTC(2026, 5, 1, 12);
const hour = 3_600_000;

const texts = {
  'past.md': '---\ndate: 2025-06-12T09:00:00Z\n---\nText.',
  'soon.md': '---\ndate: 2026-06-01T13:00:00Z\ntags: [secret]\n---\nText.',
  'later.md': '---\ndate: 2026-01-01T00:00:00Z\npublishDate: 2026-06-02T00:00:00Z\n---\nText.',
  'offer.md': '---\ndate: 2026-01-01T00:00:00Z\nexpiryDate: 2026-06-01T14:00:00Z\n---\nText.',
  'undated.md': 'Text.',
};

const pathsAt = (now: number) => blogFrom(texts, {}, now).posts.map(({ path }) => path);

describe('a post is seen from its time on, and until its time is over', () => {
  test.each([
    [noon, ['offer.md', 'past.md', 'undated.md']],
    [noon + hour - 1, ['offer.md', 'past.md', 'undated.md']],
    [noon + hour, ['soon.md', 'offer.md', 'past.md', 'undated.md']],
    [noon + 2 * hour, ['soon.md', 'past.md', 'undated.md']],
    [noon + 12 * hour, ['soon.md', 'later.md', 'past.md', 'undated.md']],
  ])('at %d', (now, paths) => {
    expect(pathsAt(now)).toEqual(paths);
    expect(visibleAt(blogFrom(texts, {}, noon), now).posts.map(({ path }) => path)).toEqual(paths);
  });
});

test('the blog says when it changes next, and is the same until then', () => {
  const blog = blogFrom(texts, {}, noon);
  expect(blog.changesAt).toBe(noon + hour);
  expect(visibleAt(blog, noon + hour - 1)).toBe(blog);
  const next = visibleAt(blog, noon + hour);
  expect(next.changesAt).toBe(noon + 2 * hour);
  expect(visibleAt(next, noon + 48 * hour).changesAt).toBeUndefined();
});

test('a clock that is set back hides again what was shown', () => {
  const blog = visibleAt(blogFrom(texts, {}, noon), noon + hour);
  expect(visibleAt(blog, noon).posts.map(({ path }) => path)).not.toContain('soon.md');
});

test('what is not yet to be seen is found by nothing', () => {
  const blog = blogFrom(texts, {}, noon);
  const known = [...blog.byKey.values(), ...blog.bySlug.values(), ...blog.unlisted];
  expect(known.map(({ path }) => path)).not.toContain('soon.md');
  expect(blog.byTag.has('secret')).toBe(false);
});

describe('a date without a zone', () => {
  const dated = (fields: string) => ({ 'a.md': `---\n${fields}\n---\nText.` });
  const shown = (fields: string, zoned: boolean, timezone: string) =>
    blogFrom(dated(fields), zoned ? { timezone, zoned } : { timezone, zoned: false }, noon).posts.length;
  const posts = (zoned: boolean, timezone: string) => shown('date: 2026-06-01 21:00', zoned, timezone);

  test('hides a post where a zone is named, by that zone', () => {
    expect(posts(true, 'Asia/Shanghai')).toBe(0);
    expect(posts(true, 'Asia/Tokyo')).toBe(1);
  });

  test('hides none where nobody named a zone and it may have come somewhere', () => {
    expect(posts(false, 'Asia/Shanghai')).toBe(1);
    expect(shown('expiryDate: 2026-06-01 03:00', false, 'Asia/Shanghai')).toBe(1);
  });

  test('hides a post where it is to come, or over, all over the world', () => {
    expect(shown('date: 2099-01-01 08:00', false, 'Asia/Shanghai')).toBe(0);
    expect(shown('expiryDate: 2026-05-30', false, 'Asia/Shanghai')).toBe(0);
  });
});

test('a date in a name or in folders hides as one in front matter does', () => {
  const dated = { '2026-06-02-a.md': 'Text.', 'posts/2026/06/02/b.md': 'Text.' };
  expect(blogFrom(dated, {}, noon).posts).toEqual([]);
});
