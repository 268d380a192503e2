import type { Insight, Post } from '../src/blog/model.ts';
import type { Answer, Command, Scene } from '../src/bot/model.ts';
import { insightSelect } from '../src/message/insight.ts';
import { limits } from '../src/message/limits.ts';
import { button, buttons } from '../src/message/parts.ts';
import { shortTitle } from '../src/message/shorten.ts';
import { findInsight } from '../src/search/find.ts';
import { readNumber } from '../src/search/number.ts';
import { insightOf, insightsOf, noInsights } from './answers/insight.ts';
import { emptyBlog, noticeAbove, noticeOf } from './answers/notices.ts';
import { shown, withTypedPost } from './answers/post.ts';
import { postOfThread } from './answers/thread.ts';
import { completeNumber, completePostWithInsights } from './complete.ts';

/** The insights that a select offers around a number that is not among them: its 25 nearest. */
function around(insights: readonly Insight[], number: number | undefined): readonly Insight[] {
  const start = Math.max(0, Math.min(insights.length, number ?? 0) - limits.selectOptions);
  return insights.slice(start, start + limits.selectOptions);
}

/** Where a post has no such insight: how many it has, a select of them, and a post that has that one. */
function noSuchInsight(scene: Scene, post: Post, typed: string): Answer {
  const number = readNumber(typed);
  const elsewhere =
    number === undefined
      ? undefined
      : scene.blog.posts.find(one => one.insights.some(insight => insight.number === number));
  const said = number === undefined ? shown(typed) : String(number);
  return noticeOf(
    words => {
      const { noSuchPoint, pointsElsewhere } = words.notices;
      const first = noSuchPoint(shortTitle(post.title), post.insights.length, post.insightKind, said);
      const second = elsewhere && pointsElsewhere(shortTitle(elsewhere.title), elsewhere.insights.length);
      return [first, ...(second ? [second] : [])].join('\n');
    },
    words => [
      ...insightSelect(post, around(post.insights, number), words),
      ...(elsewhere && number !== undefined
        ? buttons(
            button(words.buttons.pointElsewhere(number), { to: 'insight', post: elsewhere.key, number }),
          )
        : []),
    ],
  );
}

function quoteOf(scene: Scene, post: Post, typed: string): Answer {
  if (post.insights.length === 0) return insightsOf(post, 0);
  const found = findInsight(post, typed);
  if (found === undefined) return noSuchInsight(scene, post, typed);
  const answer = insightOf(post, found.value);
  return found.exact ? answer : noticeAbove(words => words.notices.guessedPoint(shown(typed)), answer);
}

/** `/insight`: one of a post's numbered insights, quoted. Without a post: of the thread's, else of the newest that lists some. */
export const insight: Command = {
  kind: 'slash',
  name: 'insight',
  action: {
    describe: words => words.commands.insight,
    options: [
      { name: 'number', required: true },
      { name: 'post', required: false },
    ],
    seenBy: 'all',
    answer: (scene, { number = '', post }) => {
      if (post !== undefined) return withTypedPost(scene, post, found => quoteOf(scene, found, number));
      const talked = postOfThread(scene);
      if (talked) return quoteOf(scene, talked, number);
      const [newest] = scene.blog.posts;
      if (newest === undefined) return emptyBlog(scene);
      const listed = scene.blog.posts.find(({ insights }) => insights.length > 0);
      return listed ? quoteOf(scene, listed, number) : noInsights(newest);
    },
    complete: { number: completeNumber, post: completePostWithInsights },
  },
};
