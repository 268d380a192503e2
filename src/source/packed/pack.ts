import type { Blog, Post } from '../../blog/model.ts';
import { dumpLexicon, dumpPost } from '../../search/dump.ts';
import type { Blogs, Entries, Head, PackedBlog } from './model.ts';
import { writePost } from './posts.ts';
import { makeWriter } from './reel.ts';

/** A post for who asks when it may be seen: nothing that it says. */
const shellOf = (post: Post): Post => ({
  ...post,
  excerpt: '',
  references: undefined,
  problems: [],
  sections: [],
  insights: [],
});

/** Numbers things by what they hold: blogs share most of their posts, some of them made anew. */
function makeList() {
  const places = new Map<string, number>();
  const listed: Post[] = [];
  return {
    listed,
    put: (post: Post): number => {
      const name = JSON.stringify({ ...post, references: undefined, problems: [] });
      const place = places.get(name) ?? places.size;
      places.set(name, place);
      listed[place] ??= post;
      return place;
    },
  };
}

function packedBlog(blog: Blog, put: (post: Post) => number): PackedBlog {
  const { posts, unlisted, read, unreadable, asOf, changesAt } = blog;
  return {
    posts: posts.map(put),
    unlisted: unlisted.map(put),
    waiting: read.filter(({ key }) => !blog.byKey.has(key)).map(shellOf),
    unreadable,
    asOf,
    ...(changesAt === undefined ? {} : { changesAt }),
  };
}

/**
 * Blogs as one file, from which they are opened in little time: trees are read when they are first asked for. What
 * readers may not see is not in it.
 *
 * @param known what their posts were read into for an index; absent where they are to be indexed elsewhere
 */
export function pack(blogs: Blogs, known?: Entries): Uint8Array {
  const { listed, put } = makeList();
  const writer = makeWriter();
  const packed = blogs.map(blog => packedBlog(blog, put));
  const [{ settings, language }] = blogs;
  const isIndexed = known !== undefined;
  writer.json({ settings, language, blogs: packed, count: listed.length, isIndexed } satisfies Head);
  for (const post of listed) {
    const entries = known?.entries.get(post);
    writePost(writer, post, entries && dumpPost(entries));
  }
  if (known) {
    writer.json(dumpLexicon(known.lexicon));
    for (const { bits, width } of known.grams) writer.list([width, ...bits]);
  }
  return writer.bytes();
}
