import type { Post, Tag } from '../../src/blog/model.ts';
import type { Answer, Scene } from '../../src/bot/model.ts';
import { cut } from '../../src/message/shorten.ts';
import { findTag } from '../../src/search/find.ts';
import { emptyBlog, noticeAbove, noticeOf, toAllPosts } from './notices.ts';
import { shown } from './post.ts';

/** Most tags that a sentence names. */
const tagsNamed = 10;

/**
 * Answers about the posts with the tag that someone typed, newest first; about all posts where none was
 * typed. Says so where the tag had to be guessed, and which tags there are where none is near.
 */
export function withTypedTag(
  scene: Scene,
  typed: string | undefined,
  then: (posts: readonly Post[], tag: Tag | undefined) => Answer,
): Answer {
  const { blog } = scene;
  if (blog.posts.length === 0) return emptyBlog(scene);
  if (typed === undefined) return then(blog.posts, undefined);
  const found = findTag(blog, typed);
  if (found === undefined) {
    const tags = [...blog.byTag.values()].slice(0, tagsNamed).map(({ name }) => cut(name, 40));
    return noticeOf(words => words.notices.noTag(shown(typed), tags), toAllPosts);
  }
  const tag = found.value;
  const answer = then(tag.posts, tag);
  return found.exact
    ? answer
    : noticeAbove(words => words.notices.guessedTag(shown(typed), cut(tag.name, 40)), answer);
}
