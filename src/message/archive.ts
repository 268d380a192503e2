import type { Post, Tag } from '../blog/model.ts';
import type { Words } from '../words/model.ts';
import { escapeText } from './markdown/escape.ts';
import { link } from './markdown/link.ts';
import type { Layout } from './model.ts';
import { button, buttons, select, small, text } from './parts.ts';
import type { Route } from './route.ts';
import { cut } from './shorten.ts';

/** Posts a page: what fits one phone screen. */
const postsPerPage = 10;

/** Longest title in a list, in characters. */
const titleLength = 60;

export interface Archive {
  /** Newest first, already of the year and tag. */
  readonly posts: readonly Post[];
  readonly year?: number;
  readonly tag?: Tag;
  /** The years that can be chosen with how many posts each has, newest first. */
  readonly years: readonly { readonly year: number; readonly posts: number }[];
}

/** The months of a page's posts, in order, each with its posts. */
function byMonth(posts: readonly Post[], words: Words): ReadonlyMap<string, readonly Post[]> {
  return Map.groupBy(posts, ({ date }) =>
    date ? words.small.month(date.year, date.month) : words.small.undated,
  );
}

function line(post: Post): string {
  const title = cut(post.title, titleLength);
  const shown = post.url === undefined ? escapeText(title) : link(title, post.url);
  return post.date ? `\`${String(post.date.day).padStart(2, '0')}\` ${shown}` : shown;
}

/** A list of posts to open, as a select. */
const postSelect = (posts: readonly Post[], words: Words) =>
  select(
    'post',
    words.selects.post,
    posts.map(post => ({
      label: post.title,
      ...(post.date ? { description: words.small.isoDate(post.date) } : {}),
      route: { to: 'card', post: post.key },
    })),
  );

function yearSelect({ year, years, tag }: Archive, words: Words) {
  const now = years.find(one => one.year === year);
  const placeholder = now ? words.selects.yearNow(now.year, now.posts) : words.selects.year;
  const options = years.map(one => ({
    label: words.selects.yearOption(one.year, one.posts),
    route: { to: 'list', year: one.year, page: 0, ...(tag ? { tag: tag.id } : {}) } as const,
  }));
  return years.length > 1 ? select('year', placeholder, options) : [];
}

/** The archive by month, a page (0-based) at a time, with a select that opens a post and one for the year. */
export function archive(list: Archive, page: number, words: Words): Layout {
  const pages = Math.max(1, Math.ceil(list.posts.length / postsPerPage));
  const at = Math.min(page, pages - 1);
  const shown = list.posts.slice(at * postsPerPage, (at + 1) * postsPerPage);
  const to = (next: number): Route => ({
    to: 'list',
    page: next,
    ...(list.year === undefined ? {} : { year: list.year }),
    ...(list.tag ? { tag: list.tag.id } : {}),
  });
  const where = small(
    list.year === undefined ? words.small.allPosts : words.small.postsOf(list.year),
    list.tag && words.small.tagged(escapeText(cut(list.tag.name, 40))),
    words.small.posts(list.posts.length),
    pages > 1 ? words.small.page(at + 1, pages) : undefined,
  );
  const months = [...byMonth(shown, words)].map(
    ([month, posts]) => `### ${month}\n${posts.map(line).join('\n')}`,
  );
  return {
    body: [text(where), ...months.map(text)],
    rows: [
      ...postSelect(shown, words),
      ...yearSelect(list, words),
      ...buttons(
        at > 0 ? button(words.buttons.newer, to(at - 1)) : undefined,
        at + 1 < pages ? button(words.buttons.older, to(at + 1)) : undefined,
      ),
    ],
  };
}

/** Posts that share what a post is about, each to be opened. */
export function relatedPosts(posts: readonly Post[], title: string, words: Words): Layout {
  const lines = posts.map(post => {
    const shown = cut(post.title, titleLength);
    const date = post.date ? ` ${words.small.isoDate(post.date)}` : '';
    return `${post.url === undefined ? escapeText(shown) : link(shown, post.url)}${date}`;
  });
  return {
    body: [text([small(words.titleInLine(escapeText(title)), words.small.related), ...lines].join('\n'))],
    rows: postSelect(posts, words),
  };
}
