import { languageOfFolderName } from './language.ts';
import type { Blog, Hidden, Language, Post, PostKey } from './model.ts';
import { folderFile, pathWithoutSuffixes } from './name.ts';

/** A language at a name's end, set off by a hyphen: `hello-en`, `hello_zh-cn`. */
const languageAfter = /[-_]([a-z]{2}(?:[-_][a-z]{2,4})?)$/i;

function primary(language: Language): string {
  return language.split('-')[0] ?? language;
}

/** Docusaurus keeps translations apart: `i18n/en/docusaurus-plugin-content-blog/x` is `blog/x` in English. */
function withoutI18n(path: string): string {
  return path.replace(
    /(?:^|(?<=\/))i18n\/([^/]+)\/docusaurus-plugin-content-(blog|docs)\/(?:current\/)?/,
    '$1/$2/',
  );
}

/** The name that ends in the post's own language, without it. */
function withoutLanguage(name: string, language: Language): string {
  const found = languageOfFolderName(languageAfter.exec(name)?.[1] ?? '');
  return found !== undefined && primary(found) === primary(language) ? name.replace(languageAfter, '') : name;
}

/**
 * What posts in several languages have in common: their author's name for the work, else their path without what
 * names a language: `en/posts/x.md`, `posts/x.en.md`, `posts/x/index.en.md`, `posts/x/en.md` and `posts/x-en.md` are
 * all `posts/x`.
 */
function workOf({ work, path, language }: Pick<Post, 'work' | 'path' | 'language'>): string {
  if (work !== undefined) return `work ${work}`;
  const parts = pathWithoutSuffixes(withoutI18n(path)).split('/');
  const name = parts.pop() ?? '';
  const folders = parts.filter(folder => languageOfFolderName(folder) === undefined);
  const isFolder = folderFile.test(name) || languageOfFolderName(name) !== undefined;
  const own = isFolder && folders.length > 0 ? [] : [withoutLanguage(name, language)];
  return [...folders, ...own].join('/').toLowerCase();
}

/** Posts of one work, each in another language; several in one language are no versions of it. */
function twinsIn(posts: readonly Post[]): readonly (readonly Post[])[] {
  const groups = [...Map.groupBy(posts, workOf).values()];
  return groups.filter(
    group => group.length > 1 && new Set(group.map(post => post.language)).size === group.length,
  );
}

/** The one of them that the others are versions of: in the blog's language, else the longest. */
function originalOf(group: readonly Post[], language: Language): Post | undefined {
  const byLength = group.toSorted((one, other) => other.sections.length - one.sections.length);
  const same = byLength.find(post => post.language === language && post.sections.length > 0);
  return same ?? byLength[0];
}

/** A version that says only title, excerpt or insights, with all else from the original. */
function completed(twin: Post, original: Post): Post {
  const sectionOf = (number: number) => original.insights.find(insight => insight.number === number)?.section;
  const hasDate = twin.date !== undefined;
  return {
    ...twin,
    url: original.url,
    excerpt: twin.excerpt || original.excerpt,
    tags: twin.tags.length > 0 ? twin.tags : original.tags,
    image: twin.image ?? original.image,
    series: twin.series ?? original.series,
    minutes: original.minutes,
    sections: original.sections,
    references: [...new Set([...(twin.references ?? []), ...(original.references ?? [])])],
    insights: twin.insights.map(insight => ({ ...insight, section: sectionOf(insight.number) })),
    ...(hasDate ? {} : { date: original.date, visible: twin.visible ?? original.visible }),
    problems: twin.problems.filter(({ code }) => hasDate || code !== 'date-missing'),
  };
}

/** Without those that hold no body and are versions of what its author keeps from readers. */
function withoutKept(posts: readonly Post[], hidden: readonly Hidden[]): readonly Post[] {
  const isPartial = ({ sections }: Post) => sections.length === 0;
  if (hidden.length === 0 || !posts.some(isPartial)) return posts;
  const kept = new Set(hidden.map(({ path }) => workOf({ path, language: '' })));
  return posts.filter(post => !(isPartial(post) && kept.has(workOf(post))));
}

/**
 * The posts, those that are versions of another in their language and hold no body completed from it; versions of
 * one that is hidden are left out. `language` is the blog's.
 */
export function completeTwins(
  all: readonly Post[],
  language: Language,
  hidden: readonly Hidden[],
): readonly Post[] {
  const posts = withoutKept(all, hidden);
  const complete = new Map<Post, Post>();
  for (const group of twinsIn(posts)) {
    const original = originalOf(group, language);
    for (const twin of group) {
      if (original !== undefined && twin.sections.length === 0 && original.sections.length > 0)
        complete.set(twin, completed(twin, original));
    }
  }
  return complete.size === 0 ? posts : posts.map(post => complete.get(post) ?? post);
}

/** The posts, those of one work with the keys of one another by language. */
export function linkTwins(posts: readonly Post[]): readonly Post[] {
  const linked = new Map<Post, Post>();
  for (const group of twinsIn(posts.filter(post => !post.unlisted))) {
    for (const post of group) {
      const others = group
        .filter(other => other !== post)
        .map(({ language, key }) => [language, key] as const);
      linked.set(post, { ...post, twins: Object.fromEntries<PostKey>(others) });
    }
  }
  return linked.size === 0 ? posts : posts.map(post => linked.get(post) ?? post);
}

/** Of these languages the reader's own, else one that differs in its writing only, else the blog's, else the first. */
function nearestLanguage(
  languages: readonly Language[],
  reader: Language,
  blog: Language,
): Language | undefined {
  const [first] = languages.toSorted();
  return (
    languages.find(language => language === reader) ??
    languages.find(language => primary(language) === primary(reader)) ??
    languages.find(language => language === blog) ??
    languages.find(language => primary(language) === primary(blog)) ??
    first
  );
}

/** The posts that a reader of a language is shown: of one work's versions the nearest to that language. */
export function postsFor(
  reader: Language,
  { posts, language: blog }: Pick<Blog, 'posts' | 'language'>,
): readonly Post[] {
  return posts.filter(({ language, twins }) => {
    if (twins === undefined) return true;
    return nearestLanguage([language, ...Object.keys(twins)], reader, blog) === language;
  });
}

/** A post as a reader's list holds it: itself, else its version in another language; undefined where it is unlisted. */
export function listedAs(posts: readonly Post[], post: Post): Post | undefined {
  if (posts.includes(post)) return post;
  const keys = new Set(Object.values(post.twins ?? {}));
  return keys.size === 0 ? undefined : posts.find(({ key }) => keys.has(key));
}

/**
 * Of things that belong to posts those that a reader of `posts` is shown: of several that belong to versions of one
 * work those of the version in `posts`; of a version that has none there, its own.
 */
export function oneOfTwins<T>(
  things: readonly T[],
  postOf: (thing: T) => Post | undefined,
  posts: readonly Post[],
): readonly T[] {
  if (!things.some(thing => postOf(thing)?.twins !== undefined)) return things;
  const listed = new Set(posts);
  const present = new Set(things.map(postOf).filter(post => post !== undefined));
  return things.filter(thing => {
    const post = postOf(thing);
    if (post?.twins === undefined || listed.has(post)) return true;
    const twin = listedAs(posts, post);
    return twin === undefined || !present.has(twin);
  });
}
