import { dialectOf } from './dialects/dialects.ts';
import type { Addressed } from './dialects/model.ts';
import { ownAddress } from './dialects/paths.ts';
import type { BlogSettings } from './model.ts';
import { pathWithoutSuffixes } from './name.ts';
import { encodePath, expand, partsOfDate } from './permalink.ts';

/** By the blog's own pattern, `/posts/:slug` or `/:year/:month/:title/`. */
function byPattern(pattern: string, post: Addressed): string | undefined {
  const dates = partsOfDate(post.date);
  const parts: Readonly<Record<string, string | undefined>> = {
    slug: post.slug,
    title: post.slug,
    path: pathWithoutSuffixes(post.path),
    year: dates.year,
    month: dates.month,
    day: dates.day,
  };
  return expand(pattern, name =>
    name === 'categories' ? post.categories.join('/') : parts[name] || undefined,
  );
}

/**
 * A post's address: the one that its front matter gives, else by the blog's pattern where one is set, else by its
 * generator's rule. In patterns `:title` is
 * the slug, as in Jekyll and Hexo; `:path` the path within CONTENT without its extension; `:categories` leaves
 * nothing where the post has none. Undefined where the site's address is not known, or a date is needed that the
 * post has not.
 */
export function postAddress(settings: BlogSettings, post: Addressed): string | undefined {
  if (settings.url === undefined) return undefined;
  const { postUrl } = settings;
  const { own = [], address } = dialectOf(settings);
  const path =
    postUrl === undefined
      ? address(post, settings)
      : (ownAddress(post.data, own) ?? byPattern(postUrl, post));
  return path === undefined
    ? undefined
    : `${settings.url}/${encodePath(path)}`.replace(/\/$/, path === '/' ? '/' : '$&');
}
