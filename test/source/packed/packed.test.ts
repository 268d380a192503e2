import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Blog, Post } from '../../../src/blog/model.ts';
import { makeIndex } from '../../../src/search/build.ts';
import { search } from '../../../src/search/index.ts';
import { bytesOf, contentsOf } from '../../../src/source/packed/bytes.ts';
import { entriesOf, librariesOf, libraryAt, withComing } from '../../../src/source/packed/libraries.ts';
import type { Blogs } from '../../../src/source/packed/model.ts';
import { openPack } from '../../../src/source/packed/open.ts';
import { pack } from '../../../src/source/packed/pack.ts';
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

  it('are any numbers and lines', () => {
    const numbers = fc.array(fc.nat()).map(list => Uint32Array.from(list));
    const lines = fc.array(
      fc.string({ unit: 'grapheme' }).filter(line => !line.includes('\n')),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(numbers, lines, (all, own) => {
        const again = contentsOf(bufferOf(bytesOf({ numbers: all, lines: own })));
        expect(again).toEqual({ numbers: all, lines: own });
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
  expect(() => openPack(new ArrayBuffer(4))).toThrow();
  expect(() => openPack(bufferOf(bytesOf({ numbers: new Uint32Array(0), lines: ['{"blogs":[]}'] })))).toThrow(
    'Build them anew.',
  );
});
