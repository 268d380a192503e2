import type { Blog, Post } from '../../blog/model.ts';
import { dumpLexicon, dumpPost } from '../../search/dump.ts';
import { bytesOf } from './bytes.ts';
import type { Blogs, Entries, Head, PackedBlog } from './model.ts';
import { linesOfPost } from './posts.ts';

/** A post for who asks when it may be seen: nothing that it says. */
const shellOf = (post: Post): Post => ({
  ...post,
  excerpt: '',
  references: undefined,
  problems: [],
  sections: [],
  insights: [],
});

/** Lines and numbers of posts, each of which is packed once: blogs share most of theirs. */
function makeShelf(entries: Entries['entries'] | undefined) {
  const lines: string[] = [];
  const numbers: number[] = [];
  const places = new Map<string, number>();
  const putNumbers = (list: ArrayLike<number>): void => {
    numbers.push(list.length);
    for (const number of Array.from(list)) numbers.push(number);
  };
  const put = (post: Post): number => {
    const known = entries?.get(post);
    const dump = known && dumpPost(known);
    const own = [...linesOfPost(post, dump?.bodies)];
    const name = own.join('\n');
    const before = places.get(name);
    if (before !== undefined) return before;
    places.set(name, places.size);
    for (const line of own) lines.push(line);
    if (dump) for (const list of [...dump.bodies.map(({ shifts }) => shifts), dump.entries]) putNumbers(list);
    return places.size - 1;
  };
  return { lines, numbers, put, count: () => places.size };
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
  const shelf = makeShelf(known?.entries);
  const packed = blogs.map(blog => packedBlog(blog, shelf.put));
  const [{ settings, language }] = blogs;
  const isIndexed = known !== undefined;
  const head: Head = { settings, language, blogs: packed, count: shelf.count(), isIndexed };
  const lexicon = known ? [JSON.stringify(dumpLexicon(known.lexicon))] : [];
  return bytesOf({
    numbers: Uint32Array.from(shelf.numbers),
    lines: [JSON.stringify(head), ...shelf.lines, ...lexicon],
  });
}
