import { fold } from '../blog/fold.ts';
import { lookUpName } from '../blog/former.ts';
import { textHash } from '../blog/hash.ts';
import type { Blog, Post, PostKey } from '../blog/model.ts';
import { plainText } from '../blog/text.ts';
import { postsFor } from '../blog/twins.ts';
import { locales } from '../words/words.ts';
import { sketchOf } from './sketch.ts';
import type { Sight } from './store.ts';

/** All of a complete reading of the content that matters to announcing. */
export interface Content {
  readonly blog: Blog;
  readonly sights: readonly Sight[];
  /** By their posts' keys. */
  readonly byKey: ReadonlyMap<PostKey, Sight>;
  /** Posts that only those who know their names may see. */
  readonly unlisted: ReadonlySet<PostKey>;
  /** Files that cannot be read now: what they held is neither there nor gone. */
  readonly unreadable: ReadonlySet<string>;
}

/** What there is to know of a post by itself. */
export type Bare = Omit<Sight, 'locales'>;

/** So many posts are looked at before other work goes first. */
const stride = 3;

/** Blogs share the posts that did not change. */
const bares = new WeakMap<Post, Bare>();

/** What no database's text can hold. */
const clean = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** Notes what there is to know of a post, where that was found out elsewhere. */
export const knowBare = (post: Post, bare: Bare): void => {
  bares.set(post, bare);
};

/** Finds out what there is to know of a post: a thousand take a second. */
export function bareOf(post: Post): Bare {
  const { key, aliases, title, url, date, excerpt, image } = post;
  const tags = [...new Set(post.tags.map(tag => clean(fold(tag))).filter(tag => tag !== ''))];
  const body = post.sections.map(({ heading, nodes }) => `${heading}\n${plainText(nodes)}`).join('\n\n');
  const shown = [title, excerpt, image?.url ?? '', url ?? '', ...post.tags];
  return {
    ...{
      key,
      aliases,
      tags,
      path: clean(post.path),
      title: clean(title),
      slug: clean(lookUpName(post.slug)),
    },
    ...(url === undefined ? {} : { url: clean(url) }),
    ...(date === undefined ? {} : { date: date.instant }),
    sketch: sketchOf(body),
    content: textHash(JSON.stringify([...shown, post.slug, date?.instant ?? 0, body])),
    shown: textHash(JSON.stringify(shown)),
  };
}

/**
 * What there is to know of the posts that are listed. `otherWork` resolves once other work was done: it is called after
 * each few posts that were not looked at before, since a thousand take a second.
 */
export async function contentOf(blog: Blog, otherWork: () => Promise<void>): Promise<Content> {
  let looked = 0;
  for (const post of blog.posts) {
    if (bares.has(post)) continue;
    bares.set(post, bareOf(post));
    looked += 1;
    if (looked % stride === 0) await otherWork();
  }
  const listed = locales.map(locale => [locale, new Set(postsFor(locale, blog))] as const);
  const sights = blog.posts.map((post): Sight => {
    const readers = listed.filter(([, posts]) => posts.has(post)).map(([locale]) => locale);
    return { ...(bares.get(post) ?? bareOf(post)), locales: readers };
  });
  return {
    blog,
    sights,
    byKey: new Map(sights.map(sight => [sight.key, sight])),
    unlisted: new Set(blog.unlisted.map(({ key }) => key)),
    unreadable: new Set(blog.unreadable.map(({ path }) => path)),
  };
}

/**
 * When the time of a post last came or was over: what may be seen since is newer than what could be seen before, though
 * no file has changed. 0 where there was none.
 */
export function lastTurn({ read, asOf }: Blog): number {
  const turns = read.flatMap(({ visible }) => [visible?.from ?? 0, visible?.until ?? 0]);
  return turns.reduce((last, turn) => (turn > last && turn <= asOf ? turn : last), 0);
}

/** A hash that is another whenever any listed post is: for a content that has no commit. */
export function hashOf({ sights, unlisted }: Content): string {
  const listed = sights.map(({ key, content, locales: readers }) => `${key} ${content} ${readers.join()}`);
  return textHash([...listed, '', ...unlisted].toSorted().join('\n'));
}
