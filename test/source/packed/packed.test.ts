import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Blog, Post } from '../../../src/blog/model.ts';
import { makeIndex } from '../../../src/search/build.ts';
import { search } from '../../../src/search/index.ts';
import { entriesOf, librariesOf, libraryAt, withComing } from '../../../src/source/packed/libraries.ts';
import type { Blogs } from '../../../src/source/packed/model.ts';
import { openPack } from '../../../src/source/packed/open.ts';
import { pack } from '../../../src/source/packed/pack.ts';
import { makeReader, makeWriter } from '../../../src/source/packed/reel.ts';
import { blogFrom } from '../../blog/fixture.ts';
import { shippedBlog } from '../../search/shipped.ts';

const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

/** Packs blogs with their index, and opens them again. */
function opened(blogs: Blogs) {
  const { blogs: again, known } = openPack(bufferOf(pack(blogs, entriesOf(blogs))));
  if (known === undefined) throw new Error('They are not indexed.');
  return librariesOf(again, known);
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What readers are shown of a post, without what only its authors are told. */
const shown = ({ references: _, problems: __, ...post }: Post): unknown => plain(post);

const listed = ({ posts, unlisted }: Blog) => ({ posts: posts.map(shown), unlisted: unlisted.map(shown) });

const found = (blog: Blog, index: ReturnType<typeof makeIndex>, query: string): unknown =>
  search(index, query).hits.map(({ passage, score, heading, snippet }) => [
    blog.posts.indexOf(passage.post),
    passage.kind,
    score,
    heading,
    snippet,
  ]);

const words = [
  'context',
  'RL（强化学习）',
  'é',
  '壓縮',
  '\u2028',
  '\n\n',
  '## h\n',
  '`a`',
  '😀',
  '1. **k**：v\n',
];
const text = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map(parts => parts.join(' '));
const blogs = fc
  .array(text, { maxLength: 4 })
  .map(texts => blogFrom(Object.fromEntries(texts.map((one, at) => [`p${at}.md`, one]))));

describe('what is packed and opened again', () => {
  it('is the same posts, found by the same words, whatever they hold', () => {
    fc.assert(
      fc.property(blogs, fc.constantFrom('context', '强化学习', '压缩', 'RL'), (blog, query) => {
        const [{ blog: again, index }] = opened([blog]);
        expect(listed(again)).toEqual(listed(blog));
        expect([...again.byKey.keys()]).toEqual([...blog.byKey.keys()]);
        expect([...again.bySlug.keys()]).toEqual([...blog.bySlug.keys()]);
        expect([...again.byTag.keys()]).toEqual([...blog.byTag.keys()]);
        expect(found(again, index, query)).toEqual(found(blog, makeIndex(blog), query));
      }),
    );
  });

  it('holds the whole shipped post', () => {
    const [{ blog, index }] = opened([shippedBlog]);
    expect(listed(blog)).toEqual(listed(shippedBlog));
    expect(found(blog, index, 'long context')).toEqual(
      found(shippedBlog, makeIndex(shippedBlog), 'long context'),
    );
  });

  it('is any texts and lists of numbers, in order', () => {
    const numbers = fc.array(fc.nat()).map(list => Uint32Array.from(list));
    const pieces = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('\ufeff'), numbers));
    fc.assert(
      fc.property(pieces, all => {
        const writer = makeWriter();
        for (const piece of all) {
          if (typeof piece === 'string') writer.text(piece);
          else writer.list(piece);
        }
        const reader = makeReader(bufferOf(writer.bytes()));
        expect(all.map(piece => (typeof piece === 'string' ? reader.text() : reader.list()))).toEqual(all);
        expect(() => reader.text()).toThrow('cut short');
      }),
    );
  });
});

describe('posts whose time comes', () => {
  const noon = Date.UTC(2026, 5, 1, 12);
  const hour = 3_600_000;
  const texts = {
    'now.md': '---\ndate: 2025-06-12T09:00:00Z\n---\nIt leads to [[soon]], alpha.',
    'soon.md': '---\ndate: 2026-06-01T13:00:00Z\ntitle: Soon\n---\nBeta.',
    'offer.md': '---\ndate: 2026-01-01T00:00:00Z\nexpiryDate: 2026-06-01T14:00:00Z\n---\nGamma.',
  };
  const libraries = opened(withComing(blogFrom(texts, { url: 'https://blog.example' }, noon), 3));
  const pathsAt = (now: number) => libraryAt(libraries, now).blog.posts.map(({ path }) => path);
  const hitsAt = (now: number, query: string) => search(libraryAt(libraries, now).index, query);

  it('are seen and found from then on, and until it is over', () => {
    expect(pathsAt(noon)).toEqual(['offer.md', 'now.md']);
    expect(pathsAt(noon + hour)).toEqual(['soon.md', 'offer.md', 'now.md']);
    expect(pathsAt(noon + 48 * hour)).toEqual(['soon.md', 'now.md']);
    expect(hitsAt(noon, 'beta').nearest).toBe(true);
    expect(hitsAt(noon + hour, 'beta').nearest).toBe(false);
  });

  it('are linked to from then on', () => {
    const linksAt = (now: number) =>
      JSON.stringify(libraryAt(libraries, now).blog.byKey.get(keyOf('now.md'))?.sections[0]?.nodes);
    const keyOf = (path: string) => libraries[0].blog.posts.find(post => post.path === path)?.key ?? '';
    expect(linksAt(noon)).not.toContain('https://blog.example');
    expect(linksAt(noon + hour)).toContain('https://blog.example');
  });

  it('are counted up to a number, before which a clock that is wrong shows the first', () => {
    expect(withComing(blogFrom(texts, {}, noon), 1)).toHaveLength(2);
    expect(pathsAt(0)).toEqual(['offer.md', 'now.md']);
  });

  it('are not in the pack before, beyond when that is', () => {
    const bytes = pack(withComing(blogFrom(texts, {}, noon), 0));
    const packed = new TextDecoder().decode(bytes);
    expect(packed).toContain('alpha');
    expect(packed).not.toContain('Beta');
  });
});

it('what is no pack is refused', () => {
  expect(() => openPack(new ArrayBuffer(4))).toThrow('Build them anew.');
  const empty = makeWriter();
  empty.json({ blogs: [], count: 0 });
  expect(() => openPack(bufferOf(empty.bytes()))).toThrow('Build them anew.');
});
