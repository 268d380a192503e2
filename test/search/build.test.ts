import { expect, test } from 'vitest';
import { makeBlog } from '../../src/blog/blog.ts';
import type { SearchIndex } from '../../src/search/build.ts';
import { indexInSlices, makeIndex, updateIndex } from '../../src/search/build.ts';
import { dumpIndex, loadIndex } from '../../src/search/dump.ts';
import { search } from '../../src/search/index.ts';
import { postFrom, settingsWith } from '../blog/fixture.ts';

const one = postFrom('---\ntitle: One\ndate: 2025-01-01\n---\n## Ａ繁體\n\nMarmalade and 強化學習（RL）.', {
  path: 'one.md',
});
const two = postFrom('---\ntitle: Two\ndate: 2025-01-02\n---\nPlain toast.', { path: 'two.md' });
const changed = postFrom('---\ntitle: Two\ndate: 2025-01-02\n---\nToast with marmalade.', { path: 'two.md' });

const blogOf = (...posts: Parameters<typeof makeBlog>[0]) =>
  makeBlog(posts, [], settingsWith(), Date.UTC(2026, 0));

const found = (index: SearchIndex, query: string) =>
  search(index, query).hits.map(({ passage, snippet }) => [passage.post.title, snippet.text, snippet.marks]);

test('a changed post is found as it is now, and who still reads the index before finds it as it was', () => {
  const before = makeIndex(blogOf(one, two));
  const after = updateIndex(before, blogOf(one, changed));
  expect(found(after, 'marmalade').map(([title]) => title)).toEqual(expect.arrayContaining(['One', 'Two']));
  expect(found(before, 'marmalade').map(([title]) => title)).toEqual(['One']);
  expect(found(before, 'plain').map(([title]) => title)).toEqual(['Two']);
  const known = blogOf(one).posts[0];
  expect(known && after.entries.get(known)).toBe(known && before.entries.get(known));
});

test('an index made in slices, updated or loaded answers like one made at once', async () => {
  const blog = blogOf(one, changed);
  const whole = makeIndex(blog);
  let pauses = 0;
  const sliced = await indexInSlices(
    blog,
    () => {
      pauses++;
      return Promise.resolve();
    },
    { slice: 0 },
  );
  expect(pauses).toBe(2);
  const loaded = loadIndex(blog, structuredClone(dumpIndex(whole, post => post.path)), post => post.path);
  for (const query of ['marmalade', '强化学习', 'RL', 'toast', '體']) {
    expect(found(sliced, query)).toEqual(found(whole, query));
    expect(loaded && found(loaded, query)).toEqual(found(whole, query));
  }
});

test('a dump serves only what has not changed since, and none of another version is read', () => {
  const dump = dumpIndex(makeIndex(blogOf(one, two)), post => post.excerpt);
  const loaded = loadIndex(blogOf(one, changed), dump, post => post.excerpt);
  expect(loaded && found(loaded, 'marmalade')).toHaveLength(2);
  expect(loadIndex(blogOf(one), { ...dump, version: '0' }, post => post.excerpt)).toBeUndefined();
});
