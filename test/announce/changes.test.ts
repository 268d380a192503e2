import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesOf } from '../../src/announce/changes.ts';
import { type Content, contentOf } from '../../src/announce/sight.ts';
import type { Changes, KnownPost } from '../../src/announce/store.ts';
import { makeBlog } from '../../src/blog/blog.ts';
import { hash64 } from '../../src/blog/hash.ts';
import { blogFrom } from '../blog/fixture.ts';
import { minute, noon } from '../store/samples.ts';
import { file } from './world.ts';

const rest = () => Promise.resolve();

const read = (files: Readonly<Record<string, string>>): Promise<Content> =>
  contentOf(blogFrom(files, {}, noon), rest);

/** What is known after changes, as a store keeps it. */
function kept(known: readonly KnownPost[], { seen, keys, merged }: Changes): readonly KnownPost[] {
  const posts = new Map(known.map(post => [post.id, post]));
  for (const post of seen) posts.set(post.id, { formerKeys: [], ...posts.get(post.id), ...post });
  for (const id of merged) posts.delete(id);
  const owners = new Map(
    known.flatMap(({ id, key, formerKeys }) => [key, ...formerKeys].map(own => [own, id])),
  );
  for (const { key, post } of keys) owners.set(key, post);
  return [...posts.values()].map(post => {
    const own = [...owners].filter(([, id]) => id === post.id).map(([key]) => key);
    const { missingSince, ...there } = post;
    const missing = seen.find(({ id }) => id === post.id) ?? post;
    const formerKeys = own.filter(key => key !== post.key);
    return missing.missingSince === undefined ? { ...there, formerKeys } : { ...post, formerKeys };
  });
}

const always = { 'always.md': file('Always') };

/** Sixty words that no other post has. */
const bodyOf = (number: number) => Array.from({ length: 60 }, (_, at) => `w${number}x${at}`).join(' ');

interface Written {
  readonly number: number;
  readonly path: string;
  readonly title: string;
  readonly date: string;
}

/** The posts of a blog, and those that were taken away. */
interface Shelf {
  readonly posts: readonly Written[];
  readonly gone: readonly Written[];
  readonly made: number;
}

const whats = ['add', 'rename', 'retitle', 'redate', 'move', 'remove', 'bring back'] as const;
type What = (typeof whats)[number];
const changes = fc.array(fc.record({ what: fc.constantFrom(...whats), which: fc.nat() }), { maxLength: 25 });

function changed(post: Written, what: What, at: number): Written {
  if (what === 'rename') return { ...post, path: `renamed-${at}.md` };
  if (what === 'retitle') return { ...post, title: `Title ${at}` };
  if (what === 'redate') return { ...post, date: `2026-05-${10 + (at % 20)}` };
  return { ...post, path: `moved/${at}.md`, title: `Moved ${at}` };
}

function after({ posts, gone, made }: Shelf, what: What, which: number, at: number): Shelf {
  const post = posts[which % Math.max(1, posts.length)];
  if (what === 'add' || (post === undefined && gone.length === 0)) {
    const own = { path: `new-${at}.md`, title: `New ${at}`, date: '2026-05-01' };
    return { posts: [...posts, { number: made, ...own }], gone, made: made + 1 };
  }
  if (what === 'bring back' || post === undefined) {
    return { posts: [...posts, ...gone.slice(0, 1)], gone: gone.slice(1), made };
  }
  if (what === 'remove') return { posts: posts.filter(one => one !== post), gone: [...gone, post], made };
  return { posts: posts.map(one => (one === post ? changed(post, what, at) : one)), gone, made };
}

const filesOf = ({ posts }: Shelf): Readonly<Record<string, string>> =>
  Object.fromEntries(
    posts.map(one => [one.path, file(one.title, { date: one.date, body: bodyOf(one.number) })]),
  );

describe('which post is which', () => {
  test('a post is the same whatever one thing is done to it, and any other is another', async () => {
    await fc.assert(
      fc.asyncProperty(changes, async done => {
        let shelf: Shelf = { posts: [], gone: [], made: 0 };
        let known: readonly KnownPost[] = [];
        const ids = new Map<number, string | undefined>();
        for (const [at, { what, which }] of done.entries()) {
          shelf = after(shelf, what, which, at);
          const content = await read({ ...always, ...filesOf(shelf) });
          known = kept(known, changesOf(known, content, noon + at * minute, at === 0));
          for (const { number, path } of shelf.posts) {
            const id = known.find(({ key }) => key === hash64(path))?.id;
            expect(id).toBe(ids.get(number) ?? id);
            ids.set(number, id);
          }
          expect(known.filter(one => one.missingSince === undefined)).toHaveLength(shelf.posts.length + 1);
        }
        expect(new Set([...ids.values(), undefined]).size).toBe(ids.size + 1);
      }),
      { numRuns: 40 },
    );
  });

  const knownAfter = async (...readings: readonly Readonly<Record<string, string>>[]) => {
    let known: readonly KnownPost[] = [];
    for (const [at, files] of readings.entries()) {
      known = kept(known, changesOf(known, await read(files), noon + at * minute, at === 0));
    }
    return known;
  };
  test('a new file where a post was that moved away is a new post', async () => {
    const moved = file('One', { body: bodyOf(1) });
    const known = await knownAfter(
      { ...always, 'a.md': moved },
      { ...always, 'b.md': moved },
      { ...always, 'b.md': moved, 'a.md': file('Two', { body: bodyOf(2) }) },
    );
    expect(known.map(({ id, key, known: first }) => [id, key, first])).toContainEqual([
      hash64('a.md'),
      hash64('b.md'),
      true,
    ]);
    expect(known).toContainEqual(
      expect.objectContaining({ id: `${hash64('a.md')}~2`, key: hash64('a.md'), known: false }),
    );
  });

  test('a title that many posts have tells nothing: the next of them is new', async () => {
    const weekly = (body: string) => file('Weekly', { body });
    const known = await knownAfter(
      { '1.md': weekly('One.'), '2.md': weekly('Two.'), '3.md': weekly('Three.') },
      { '2.md': weekly('Two.'), '3.md': weekly('Three.'), '4.md': weekly('Four.') },
    );
    expect(known.find(({ id }) => id === hash64('4.md'))).toMatchObject({ known: false });
  });

  test('a file that cannot be read now is not missing', async () => {
    const blog = blogFrom(always, {}, noon);
    const known = await knownAfter({ ...always, 'a.md': file('A') });
    const broken = makeBlog(blog.read, [{ path: 'a.md', code: 'not-text' }], blog.settings, noon);
    const content = await contentOf(broken, rest);
    expect(changesOf(known, content, noon + minute, false).seen).toEqual([]);
  });

  test('a reading of the same content changes nothing', async () => {
    const files = {
      ...always,
      'a.md': file('A', { tags: 'x, y', body: bodyOf(1) }),
      'b.md': file('B', { date: '' }),
    };
    const known = await knownAfter(files, files);
    expect(changesOf(known, await read(files), noon + minute, false)).toEqual({
      seen: [],
      keys: [],
      merged: [],
    });
  });
});
