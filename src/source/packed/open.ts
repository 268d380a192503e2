import { restoredBlog } from '../../blog/blog.ts';
import type { Blog, Post } from '../../blog/model.ts';
import { loadLexicon, loadPost, type TermDump } from '../../search/dump.ts';
import type { PostEntries } from '../../search/entries.ts';
import { contentsOf } from './bytes.ts';
import type { Blogs, Entries, Head, PackedBlog } from './model.ts';
import { type NextLine, readPostLines } from './posts.ts';

/** Gives the next list of numbers. */
type NextNumbers = () => Uint32Array;

function numbersOf(numbers: Uint32Array): NextNumbers {
  let at = 0;
  return () => {
    const start = at + 1;
    at = start + (numbers[at] ?? 0);
    return numbers.subarray(start, at);
  };
}

function linesOf(lines: readonly string[]): NextLine {
  let at = 0;
  return () => {
    const line = lines[at];
    if (line === undefined) throw new Error('The packed posts are cut short. Build them anew.');
    at += 1;
    return line;
  };
}

type Loading = (terms: number) => PostEntries | undefined;

/** A post, and what makes its entries once it is known how many terms there are. */
function readPost(
  next: NextLine,
  nextNumbers: NextNumbers,
): { readonly post: Post; readonly load?: Loading } {
  const { post, bodies } = readPostLines(next);
  if (bodies === undefined) return { post };
  const dump = {
    bodies: bodies.map(body => ({ ...body, shifts: nextNumbers() })),
    entries: nextNumbers(),
  };
  return { post, load: terms => loadPost(post, dump, terms) };
}

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
  const { numbers, lines } = contentsOf(bytes);
  const [next, nextNumbers] = [linesOf(lines), numbersOf(numbers)];
  const head: Head = JSON.parse(next());
  const read = Array.from({ length: head.count }, () => readPost(next, nextNumbers));
  const all = read.map(({ post }) => post);
  const [first, ...rest] = head.blogs.map(packed => blogOf(packed, all, head));
  if (first === undefined) throw new Error('There is no blog in the packed posts. Build them anew.');
  const blogs: Blogs = [first, ...rest];
  if (!head.isIndexed) return { blogs, known: undefined };
  const terms: readonly TermDump[] = JSON.parse(next());
  const lexicon = loadLexicon(terms);
  const entries = new Map<Post, PostEntries>();
  for (const { post, load } of read) {
    const own = load?.(terms.length);
    if (own) entries.set(post, own);
  }
  return { blogs, known: { lexicon, entries } };
}
