import { fold } from './fold.ts';
import { shortHash } from './hash.ts';
import type { Blog, BlogSettings, Language, Post, PostKey, Tag, Unreadable } from './model.ts';

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

/** Makes the snapshot that everything is answered from; the posts may come in any order. */
export function makeBlog(
  posts: readonly Post[],
  unreadable: readonly Unreadable[],
  settings: BlogSettings,
): Blog {
  const sorted = posts.toSorted(byDate);
  return {
    settings,
    language: settings.language ?? languageOfMost(sorted) ?? 'en',
    posts: sorted,
    unreadable,
    byKey: keyed(sorted),
    bySlug: new Map(sorted.toReversed().map(post => [fold(post.slug), post])),
    byTag: tagged(sorted),
  };
}
