import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { asOfNow } from '../../src/main/as-of-now.ts';
import { makeIndex } from '../../src/search/build.ts';
import { search } from '../../src/search/index.ts';
import { blogFrom } from '../blog/fixture.ts';

const noon = Date.UTC(2026, 5, 1, 12);
const hour = 3_600_000;

const libraryOf = (texts: Readonly<Record<string, string>>) => {
  const blog = blogFrom(texts, {}, Date.now());
  return { blog, index: makeIndex(blog) };
};

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
});

afterEach(() => {
  vi.useRealTimers();
});

test('a scheduled post is listed and found when its time comes, without a restart', () => {
  const read = libraryOf({ 'now.md': 'Bread.', 'soon.md': '---\ndate: 2026-06-01T13:00:00Z\n---\nYeast.' });
  const library = asOfNow(() => read);
  expect(library()).toBe(read);
  vi.advanceTimersByTime(hour - 1);
  expect(library().blog.posts).toHaveLength(1);
  vi.advanceTimersByTime(1);
  const { blog, index } = library();
  expect(blog.posts.map(({ path }) => path)).toEqual(['soon.md', 'now.md']);
  expect(search(index, 'yeast').hits.map(({ passage }) => passage.post.path)).toEqual(['soon.md']);
  expect(library().index).toBe(index);
});

test('so is one whose time comes long after', () => {
  const read = libraryOf({ 'far.md': '---\ndate: 2026-12-01T00:00:00Z\n---\nFar.' });
  const library = asOfNow(() => read);
  vi.advanceTimersByTime(200 * 24 * hour);
  expect(library().blog.posts).toHaveLength(1);
});

test('what was read anew counts at once', () => {
  let read = libraryOf({ 'a.md': 'A.' });
  const library = asOfNow(() => read);
  expect(library().blog.posts).toHaveLength(1);
  read = libraryOf({ 'a.md': 'A.', 'b.md': 'B.' });
  expect(library()).toBe(read);
});
