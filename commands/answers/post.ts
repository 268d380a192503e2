import type { Blog, Post, PostKey } from '../../src/blog/model.ts';
import { postByKey } from '../../src/blog/moved.ts';
import type { Answer, Scene } from '../../src/bot/model.ts';
import { unescaped } from '../../src/message/markdown/escape.ts';
import { shortTitle } from '../../src/message/shorten.ts';
import { findPost } from '../../src/search/find.ts';
import type { Named } from '../../src/search/model.ts';
import { cardOf } from './card.ts';
import { listOf } from './list.ts';
import { emptyBlog, noticeAbove, noticeOf, toAllPosts } from './notices.ts';

type Then = (post: Post) => Answer;

/** A line of a pressed message as the title it may hold: without markers, link and escapes. */
function titleIn(line: string): string {
  const [part = ''] = line.replace(/^(?:#{1,3}|-#) /, '').split(' · ', 1);
  const label = /^\[(.{1,300})\]\(</.exec(part)?.[1] ?? part;
  return unescaped(label)
    .replace(/^《(.*)》$/, '$1')
    .trim();
}

/** The titles that a pressed message names: its small line's first part and its headings. */
const titlesIn = (pressed: readonly string[]): readonly string[] =>
  pressed
    .flatMap(text => text.split('\n'))
    .filter(line => /^(?:###|-#) /.test(line))
    .map(titleIn)
    .filter(title => title !== '');

/** Most titles of a pressed message that a post is guessed by: guessing reads every title of the blog. */
const mostGuesses = 2;

function nearestTo(blog: Blog, titles: readonly string[]): Named<Post> | undefined {
  for (const title of titles.slice(0, mostGuesses)) {
    const found = findPost(blog, title);
    if (found) return found;
  }
  return undefined;
}

/**
 * Answers about the post with this key. One that its author withdrew is not named again. A post that moved without
 * leaving an alias is found by the title in the pressed message; one that is gone is named as such, with the post that
 * comes nearest.
 */
export function withPost(scene: Scene, key: PostKey, then: Then): Answer {
  const { blog, pressed } = scene;
  const known = postByKey(blog, key);
  if (known) return then(known);
  if (scene.announcing?.isWithdrawn(key)) return noticeOf(words => words.notices.withdrawn, toAllPosts);
  if (blog.posts.length === 0) return emptyBlog(scene);
  const titles = titlesIn(pressed);
  const moved = blog.posts.find(({ title }) =>
    titles.some(one => one === title || one === shortTitle(title)),
  );
  if (moved) return then(moved);
  const near = nearestTo(blog, titles);
  return near
    ? noticeAbove(words => words.notices.postGone, cardOf(scene, near.value))
    : noticeAbove(words => words.notices.postGoneAltogether, listOf(scene, {}, 0));
}

/** Where no post is near what someone typed: so, and what there is. */
export const noSuchPost = (scene: Scene, typed: string): Answer =>
  scene.blog.posts.length === 0
    ? emptyBlog(scene)
    : noticeAbove(words => words.notices.noSuchPost(shown(typed)), listOf(scene, {}, 0));

/** An answer about a post that had to be guessed. */
export const guessed = (typed: string, answer: Answer): Answer =>
  noticeAbove(words => words.notices.guessedPost(shown(typed)), answer);

/** Answers about the post that someone typed; says so where it had to be guessed, and what there is where none is near. */
export function withTypedPost(scene: Scene, typed: string, then: Then): Answer {
  const found = scene.blog.posts.length === 0 ? undefined : findPost(scene.blog, typed);
  if (found === undefined) return noSuchPost(scene, typed);
  const answer = then(found.value);
  return found.exact ? answer : guessed(typed, answer);
}

/** Longest part of what someone typed that a sentence repeats, in characters. */
const longestEcho = 60;

/** What someone typed, as a sentence repeats it. */
export const shown = (typed: string): string => {
  const characters = [...typed.replace(/\s+/g, ' ')];
  return characters.length <= longestEcho
    ? characters.join('')
    : `${characters.slice(0, longestEcho).join('')}…`;
};
