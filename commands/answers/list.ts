import type { Post, Tag } from '../../src/blog/model.ts';
import type { Answer, Scene } from '../../src/bot/model.ts';
import { archive } from '../../src/message/archive.ts';
import { emptyBlog } from './notices.ts';

/** From this many posts on, the archive opens on its newest year. */
const manyPosts = 100;

/** Which posts a list holds. */
export interface Filter {
  readonly year?: number;
  readonly tag?: Tag;
}

/** The years of posts with how many each has, newest first. */
export function yearsOf(
  posts: readonly Post[],
): readonly { readonly year: number; readonly posts: number }[] {
  const dated = posts.flatMap(({ date }) => (date ? [date.year] : []));
  const groups = Map.groupBy(dated, year => year);
  return [...groups].map(([year, all]) => ({ year, posts: all.length })).sort((a, b) => b.year - a.year);
}

/** The archive of the posts that a filter lets through, at a page. */
export function listOf(scene: Scene, { year, tag }: Filter, page: number): Answer {
  const posts = tag ? tag.posts : scene.blog.posts;
  if (scene.blog.posts.length === 0) return emptyBlog(scene);
  const years = yearsOf(posts);
  const chosen = year ?? (posts.length > manyPosts ? years[0]?.year : undefined);
  const shown = chosen === undefined ? posts : posts.filter(({ date }) => date?.year === chosen);
  const filter = { ...(chosen === undefined ? {} : { year: chosen }), ...(tag ? { tag } : {}) };
  return {
    tone: 'answer',
    route: {
      to: 'list',
      page,
      ...(chosen === undefined ? {} : { year: chosen }),
      ...(tag ? { tag: tag.id } : {}),
    },
    lay: words => archive({ posts: shown, years, ...filter }, page, words),
  };
}

/** The tag that a custom_id names by its id. */
export const tagOf = (scene: Scene, id: string | undefined): Tag | undefined =>
  id === undefined ? undefined : scene.blog.byTag.values().find(tag => tag.id === id);
