import type { BlogSettings, PostDate } from './model.ts';
import { pathWithoutSuffixes } from './name.ts';

/** What of a post its address is made of. */
export interface Addressed {
  /** Path within CONTENT. */
  readonly path: string;
  readonly slug: string;
  readonly date?: PostDate;
}

/** Segments encoded, without those that lead elsewhere (`.`, `..`, empty ones). */
function encodePath(path: string): string {
  return path
    .split('/')
    .filter(segment => segment !== '' && segment !== '.' && segment !== '..')
    .map(segment => encodeURIComponent(segment.toWellFormed()))
    .join('/');
}

function twoDigits(value: number | undefined): string | undefined {
  return value?.toString().padStart(2, '0');
}

function valuesOf(post: Addressed): Readonly<Record<string, string | undefined>> {
  const { date } = post;
  return {
    slug: encodePath(post.slug),
    title: encodePath(post.slug),
    path: encodePath(pathWithoutSuffixes(post.path)),
    year: date?.year.toString().padStart(4, '0'),
    month: twoDigits(date?.month),
    day: twoDigits(date?.day),
  };
}

/**
 * A post's address by the blog's pattern, `/posts/:slug` or `/:year/:month/:title/`. `:title` is the slug too, as in
 * Jekyll and Hexo; `:path` the path within CONTENT without its extension. Undefined where the site's address is
 * not known, or the pattern needs a date that the post has not.
 */
export function postAddress(settings: BlogSettings, post: Addressed): string | undefined {
  if (settings.url === undefined) return undefined;
  const values = valuesOf(post);
  let complete = true;
  const path = settings.postUrl.replace(/:([a-z]+)/g, (_, name: string) => {
    const value = values[name];
    complete &&= value !== undefined && value !== '';
    return value ?? '';
  });
  return complete ? `${settings.url}${path}` : undefined;
}
