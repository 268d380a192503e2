import { visibleAt } from '../../blog/blog.ts';
import type { Blog, Post } from '../../blog/model.ts';
import type { Library } from '../../bot/model.ts';
import { makeIndex, type SearchIndex } from '../../search/build.ts';
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

const indexOf = (blog: Blog, { lexicon, entries }: Entries): SearchIndex =>
  makeIndex(blog, { lexicon, of: post => entries.get(post) });

/** Reads the posts of blogs for an index. */
export function entriesOf(blogs: Blogs): Entries {
  const entries = new Map<Post, PostEntries>();
  const known = { lexicon: makeLexicon(), entries };
  for (const blog of blogs) for (const [post, own] of indexOf(blog, known).entries) entries.set(post, own);
  return known;
}

/** What is answered from, in order of the instants from which on it is. */
export type Libraries = readonly [Library, ...Library[]];

export function librariesOf([first, ...coming]: Blogs, known: Entries): Libraries {
  const libraryOf = (blog: Blog): Library => ({ blog, index: indexOf(blog, known) });
  return [libraryOf(first), ...coming.map(libraryOf)];
}

/** What is answered from at an instant, in milliseconds since 1970. */
export function libraryAt(libraries: Libraries, now: number): Library {
  return libraries.findLast(({ blog }) => blog.asOf <= now) ?? libraries[0];
}
