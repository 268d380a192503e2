import type { Post, Section, SectionId } from '../../src/blog/model.ts';
import { placeInSeries } from '../../src/blog/series.ts';
import { listedAs } from '../../src/blog/twins.ts';
import type { Answer, Scene } from '../../src/bot/model.ts';
import { contents } from '../../src/message/contents.ts';
import { sectionPage } from '../../src/message/section.ts';
import { noticeOf, toAllPosts } from './notices.ts';

/** A page (0-based) of a section. */
export function pageOf(scene: Scene, post: Post, section: Section, page: number): Answer {
  const { posts } = scene.blog;
  const listed = listedAs(posts, post);
  const at = listed === undefined ? -1 : posts.indexOf(listed);
  const [newer, older] = at < 0 ? [] : [posts[at - 1], posts[at + 1]];
  const series = listed && placeInSeries(posts, listed);
  const onward = {
    ...(series ? { series } : {}),
    ...(newer ? { newer } : {}),
    ...(older ? { older } : {}),
    related: posts.length > 2,
  };
  return {
    tone: 'answer',
    route: { to: 'read', post: post.key, section: section.id, page },
    lay: words => sectionPage(post, section, page, onward, words),
  };
}

/** A post's contents, at a page. */
export const contentsOf = (post: Post, page: number): Answer =>
  post.sections.length === 0
    ? noticeOf(words => words.notices.noSections, toAllPosts)
    : {
        tone: 'answer',
        route: { to: 'contents', post: post.key, page },
        lay: words => contents(post, page, words),
      };

/** A section by its id: the same heading with the same number among equal ones, else any with that heading. */
export function sectionBy(post: Post, id: SectionId): Section | undefined {
  const [heading] = id.split('.', 1);
  return (
    post.sections.find(section => section.id === id) ??
    post.sections.find(section => section.id.split('.', 1)[0] === heading)
  );
}
