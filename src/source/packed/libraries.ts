import { visibleAt } from '../../blog/blog.ts';
import type { Blog, Post } from '../../blog/model.ts';
import type { Library } from '../../bot/model.ts';
import { makeIndex } from '../../search/build.ts';
import type { PostEntries } from '../../search/entries.ts';
import { makeLexicon } from '../../search/lexicon.ts';
import type { Blogs, Entries } from './model.ts';

/** A blog as it is, and as it is from each of the next so many instants on at which a post's time comes or is over. */
export function withComing(blog: Blog, most: number): Blogs {
  const coming: Blog[] = [];
  for (let last = blog; last.changesAt !== undefined && coming.length < most; ) {
    last = visibleAt(last, last.changesAt);
    coming.push(last);
  }
  return [blog, ...coming];
}

/** Reads the posts of blogs for an index. */
export function entriesOf(blogs: Blogs): Entries {
  const lexicon = makeLexicon();
  const entries = new Map<Post, PostEntries>();
  const grams = blogs.map(blog => {
    const index = makeIndex(blog, { lexicon, of: post => entries.get(post) });
    for (const [post, own] of index.entries) entries.set(post, own);
    return index.grams;
  });
  return { lexicon, entries, grams };
}

/** What is answered from, in order of the instants from which on it is. */
export type Libraries = readonly [Library, ...Library[]];

export function librariesOf([first, ...coming]: Blogs, { lexicon, entries, grams }: Entries): Libraries {
  const libraryOf = (blog: Blog, at: number): Library => ({
    blog,
    index: makeIndex(blog, { lexicon, of: post => entries.get(post), grams: grams[at] }),
  });
  return [libraryOf(first, 0), ...coming.map((blog, at) => libraryOf(blog, at + 1))];
}

/** What is answered from at an instant, in milliseconds since 1970. */
export function libraryAt(libraries: Libraries, now: number): Library {
  return libraries.findLast(({ blog }) => blog.asOf <= now) ?? libraries[0];
}
