import { restoredBlog } from '../../blog/blog.ts';
import type { Blog, Post } from '../../blog/model.ts';
import { loadLexicon, loadPost, type TermDump } from '../../search/dump.ts';
import type { PostEntries } from '../../search/entries.ts';
import type { Blogs, Entries, Head, PackedBlog } from './model.ts';
import { readPost } from './posts.ts';
import { makeReader } from './reel.ts';

function blogOf(packed: PackedBlog, all: readonly Post[], { settings, language }: Head): Blog {
  const postsAt = (places: readonly number[]) => places.flatMap(place => all[place] ?? []);
  const [posts, unlisted] = [postsAt(packed.posts), postsAt(packed.unlisted)];
  const { waiting, unreadable, asOf, changesAt } = packed;
  return restoredBlog({
    settings,
    language,
    posts,
    unlisted,
    read: [...posts, ...unlisted, ...waiting],
    hidden: [],
    unreadable,
    asOf,
    ...(changesAt === undefined ? {} : { changesAt }),
  });
}

/** What a pack holds. */
export interface Opened {
  readonly blogs: Blogs;
  /** Undefined where the posts are not indexed. */
  readonly known: Entries | undefined;
}

/** Opens what `pack` made. Throws where it is none, or of another version. */
export function openPack(bytes: ArrayBuffer): Opened {
  const reader = makeReader(bytes);
  const head: Head = JSON.parse(reader.text());
  const read = Array.from({ length: head.count }, () => readPost(reader));
  const all = read.map(({ post }) => post);
  const [first, ...rest] = head.blogs.map(packed => blogOf(packed, all, head));
  if (first === undefined) throw new Error('There is no blog in the packed posts. Build them anew.');
  const blogs: Blogs = [first, ...rest];
  if (!head.isIndexed) return { blogs, known: undefined };
  const terms: readonly TermDump[] = JSON.parse(reader.text());
  const lexicon = loadLexicon(terms);
  const entries = new Map<Post, PostEntries>();
  for (const { post, dump } of read) {
    const own = dump && loadPost(post, dump, terms.length);
    if (own) entries.set(post, own);
  }
  const grams = blogs.map(() => {
    const list = reader.list();
    return { width: list[0] ?? 0, bits: list.subarray(1) };
  });
  return { blogs, known: { lexicon, entries, grams } };
}
