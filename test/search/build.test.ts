import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeBlog } from '../../src/blog/blog.ts';
import type { SearchIndex } from '../../src/search/build.ts';
import { indexInSlices, makeIndex, updateIndex } from '../../src/search/build.ts';
import { dumpPost, loadPost, type PostDump } from '../../src/search/dump.ts';
import { search } from '../../src/search/index.ts';
import { readyInSlices } from '../../src/search/ready.ts';
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

const noPause = () => Promise.resolve();

test('a changed post is found as it is now, and who still reads the index before finds it as it was', () => {
  const before = makeIndex(blogOf(one, two));
  const after = updateIndex(before, blogOf(one, changed));
  expect(found(after, 'marmalade').map(([title]) => title)).toEqual(expect.arrayContaining(['One', 'Two']));
  expect(found(before, 'marmalade').map(([title]) => title)).toEqual(['One']);
  expect(found(before, 'plain').map(([title]) => title)).toEqual(['Two']);
  const known = blogOf(one).posts[0];
  expect(known && after.entries.get(known)).toBe(known && before.entries.get(known));
});

const queries = ['marmalade', '强化学习', 'RL', 'toast', '體', 'marmelade'];

test('an index made in slices answers like one made at once', async () => {
  const blog = blogOf(one, changed);
  const whole = makeIndex(blog);
  let pauses = 0;
  const pause = () => {
    pauses++;
    return Promise.resolve();
  };
  const sliced = await indexInSlices(blog, pause, { slice: 0 });
  expect(pauses).toBeGreaterThan(blog.posts.length);
  await readyInSlices(sliced, noPause);
  for (const query of queries) expect(found(sliced, query)).toEqual(found(whole, query));
});

test('what is known of posts is not read again, whatever the index before holds', async () => {
  const whole = makeIndex(blogOf(one, two));
  const { lexicon } = whole;
  const asked: string[] = [];
  const known = {
    lexicon,
    of: (post: typeof one) => {
      asked.push(post.title);
      const entries = whole.entries.get(post);
      return post === changed || !entries
        ? undefined
        : loadPost(post, structuredClone(dumpPost(entries)), lexicon.terms.length);
    },
  };
  const other = makeIndex(blogOf());
  const part = await indexInSlices(blogOf(one), noPause, { before: other, known });
  const all = await indexInSlices(blogOf(one, changed), noPause, { before: part, known });
  expect(asked).toEqual(['One', 'Two']);
  expect(all.lexicon).toBe(lexicon);
  for (const query of queries)
    expect(found(all, query)).toEqual(found(makeIndex(blogOf(one, changed)), query));
});

test('a dump that does not fit its post, or whose numbers lead nowhere, is refused', () => {
  const { entries, lexicon } = makeIndex(blogOf(one, two));
  const terms = lexicon.terms.length;
  const known = entries.get(one);
  if (!known) throw new Error('the post is not indexed');
  const dump = dumpPost(known);
  expect(loadPost(one, dump, terms)).toEqual(known);
  const withEntry = (at: number, entry: number): PostDump => ({
    ...dump,
    entries: dump.entries.with(at, entry),
  });
  const [body] = dump.bodies;
  if (!body) throw new Error('the post has no section');
  const withShifts = (...shifts: readonly number[]): PostDump => ({ ...dump, bodies: [{ ...body, shifts }] });
  const refused: readonly PostDump[] = [
    { ...dump, bodies: [] },
    { ...dump, bodies: [...dump.bodies, body] },
    { ...dump, entries: dump.entries.subarray(0, -1) },
    { ...dump, entries: new Uint32Array() },
    withEntry(0, 0),
    withEntry(0, 0xffffffff),
    withEntry(1, 0xffffffff),
    withEntry(1, 3 * 256),
    withShifts(1, 2, 3),
    withShifts(0, 1, 5, 1, 3, 1, 2, 1),
    withShifts(0, 9_999, 0, 1),
    withShifts(0, 1, 0, 9_999),
  ];
  for (const wrong of refused) expect(loadPost(one, wrong, terms)).toBeUndefined();
  expect(loadPost(one, dump, 1)).toBeUndefined();
});

const words = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnop'), minLength: 3, maxLength: 8 });
const bodies = fc.array(fc.array(words, { minLength: 500, maxLength: 600 }), {
  minLength: 10,
  maxLength: 12,
});

test('a blog that is changed again and again keeps no more terms than it needs, and answers as one just read', () => {
  fc.assert(
    fc.property(bodies, texts => {
      const posts = texts.map(text => postFrom(`# Post\n\n${text.join(' ')}`, { path: 'one.md' }));
      const first = makeIndex(blogOf(...posts.slice(0, 1)));
      const last = posts.reduce((before, post) => updateIndex(before, blogOf(post)), first);
      const post = posts.at(-1);
      const fresh = makeIndex(blogOf(...(post ? [post] : [])));
      const most = Math.max(...texts.map(text => text.length)) + 10;
      expect(last.lexicon.terms.length).toBeLessThan(Math.max(4_096 + most, 3 * most));
      for (const word of texts.flat().slice(0, 20)) expect(found(last, word)).toEqual(found(fresh, word));
    }),
    { numRuns: 5 },
  );
});
