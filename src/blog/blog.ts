import { fold } from './fold.ts';
import { lookUpName } from './former.ts';
import { shortHash } from './hash.ts';
import { linkPosts } from './linked.ts';
import type { Blog, BlogSettings, Hidden, Language, Post, PostKey, Tag, Unreadable } from './model.ts';
import { completeTwins, linkTwins, postsFor } from './twins.ts';
import { changeAfter, isVisible } from './visible.ts';

/** Newest first; undated last, by path. */
function byDate(one: Post, other: Post): number {
  const newer =
    (other.date?.instant ?? Number.NEGATIVE_INFINITY) - (one.date?.instant ?? Number.NEGATIVE_INFINITY);
  if (newer !== 0 && !Number.isNaN(newer)) return newer;
  if (one.path === other.path) return 0;
  return one.path < other.path ? -1 : 1;
}

/** A post's own key goes before the aliases of others, and of those that share one the newest counts. */
function keyed(posts: readonly Post[]): ReadonlyMap<PostKey, Post> {
  const found = new Map(posts.map(post => [post.key, post]));
  for (const post of posts) {
    for (const alias of post.aliases) if (!found.has(alias)) found.set(alias, post);
  }
  return found;
}

/** Slugs go before what posts were called before; of those that share one the first counts. */
function named(posts: readonly Post[]): ReadonlyMap<string, Post> {
  const found = new Map<string, Post>();
  const add = (name: string, post: Post) => {
    if (!found.has(name)) found.set(name, post);
  };
  for (const post of posts) add(lookUpName(post.slug), post);
  for (const post of posts) for (const name of post.formerly ?? []) add(name, post);
  return found;
}

function tagged(posts: readonly Post[]): ReadonlyMap<string, Tag> {
  const found = new Map<string, { readonly name: string; readonly posts: Post[] }>();
  for (const post of posts) {
    for (const name of post.tags) {
      const folded = fold(name);
      const tag = found.get(folded) ?? { name, posts: [] };
      tag.posts.push(post);
      found.set(folded, tag);
    }
  }
  const tags = [...found].map(([folded, tag]) => ({ ...tag, folded, id: shortHash(folded) }));
  tags.sort((one, other) => other.posts.length - one.posts.length || (one.folded < other.folded ? -1 : 1));
  return new Map(tags.map(tag => [tag.folded, tag]));
}

function languageOfMost(posts: readonly Post[]): Language | undefined {
  const counts = new Map<Language, number>();
  for (const { language } of posts) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [most] = [...counts].toSorted((one, other) => other[1] - one[1]);
  return most?.[0];
}

/** What follows from which posts are listed: of `all` those that may be looked up, `listed` before others. */
function listing(
  listed: readonly Post[],
  all: readonly Post[],
): Pick<Blog, 'posts' | 'byKey' | 'bySlug' | 'byTag'> {
  return { posts: listed, byKey: keyed(all), bySlug: named([...listed, ...all]), byTag: tagged(listed) };
}

/**
 * Makes the snapshot that everything is answered from, with what may be seen at the instant `now` (milliseconds
 * since 1970); the posts may come in any order. `hidden` are files that their authors keep from readers: what is only
 * a version of one of them is kept as well.
 */
export function makeBlog(
  posts: readonly Post[],
  unreadable: readonly Unreadable[],
  settings: BlogSettings,
  now: number,
  hidden: readonly Hidden[] = [],
): Blog {
  const language = settings.language ?? languageOfMost(posts) ?? 'en';
  const complete = completeTwins(posts, language, hidden);
  const shown = complete.filter(post => isVisible(post, now)).toSorted(byDate);
  const kept = [
    ...hidden.filter(file => file.hidden !== 'list'),
    ...complete.filter(post => !isVisible(post, now)),
  ];
  const joined = linkTwins(linkPosts(shown, kept, settings));
  const [listed, unlisted] = [joined.filter(post => !post.unlisted), joined.filter(post => post.unlisted)];
  const changesAt = changeAfter(complete, now);
  return {
    settings,
    language,
    ...listing(listed, [...listed, ...unlisted]),
    unlisted,
    unreadable,
    read: posts,
    hidden,
    asOf: now,
    ...(changesAt === undefined ? {} : { changesAt }),
  };
}

/** A blog again of what it was made of, where that was kept: nothing is linked or completed anew. */
export function restoredBlog(kept: Omit<Blog, 'byKey' | 'bySlug' | 'byTag'>): Blog {
  const { posts, unlisted } = kept;
  return { ...kept, ...listing(posts, [...posts, ...unlisted]) };
}

/** The blog as of another instant; the same where nothing may be seen that could not, nor the other way round. */
export function visibleAt(blog: Blog, now: number): Blog {
  const { read, unreadable, settings, hidden, asOf, changesAt = Number.POSITIVE_INFINITY } = blog;
  return now >= asOf && now < changesAt ? blog : makeBlog(read, unreadable, settings, now, hidden);
}

/** Readers speak few languages, and ask often. */
const views = new WeakMap<Blog, Map<Language, Blog>>();

/**
 * The blog as a reader of a language is shown it: of posts in several languages the one in theirs. All are found by
 * their keys. The same blog where that makes no difference.
 */
export function inLanguage(blog: Blog, reader: Language): Blog {
  const known = views.get(blog) ?? new Map<Language, Blog>();
  views.set(blog, known);
  const view = known.get(reader) ?? viewOf(blog, reader);
  known.set(reader, view);
  return view;
}

function viewOf(blog: Blog, reader: Language): Blog {
  const posts = postsFor(reader, blog);
  if (posts.length === blog.posts.length) return blog;
  return { ...blog, ...listing(posts, [...blog.posts, ...blog.unlisted]) };
}
