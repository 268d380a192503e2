import type { Insight, Post } from '../../src/blog/model.ts';
import type { Answer } from '../../src/bot/model.ts';
import { postButtons } from '../../src/message/card.ts';
import { insightCard, insightList } from '../../src/message/insight.ts';
import { button, buttons } from '../../src/message/parts.ts';
import { shortTitle } from '../../src/message/shorten.ts';
import { noticeAbove, noticeOf } from './notices.ts';

/** One insight, quoted. */
export const insightOf = (post: Post, insight: Insight): Answer => ({
  tone: 'answer',
  route: { to: 'insight', post: post.key, number: insight.number },
  lay: words => insightCard(post, insight, words),
});

/** All insights of a post, at a page; a sentence and the ways into the post where it lists none. */
export const insightsOf = (post: Post, page: number): Answer =>
  post.insights.length === 0
    ? noticeOf(
        words => words.notices.noPointsIn(shortTitle(post.title)),
        words => postButtons(post, words),
      )
    : {
        tone: 'answer',
        route: { to: 'insights', post: post.key, page },
        lay: words => insightList(post, page, words),
      };

/** Answers about an insight by its number; where it is gone, with those that the post has now. */
export function withInsight(post: Post, number: number, then: (insight: Insight) => Answer): Answer {
  const insight = post.insights.find(one => one.number === number);
  if (insight) return then(insight);
  return post.insights.length === 0
    ? insightsOf(post, 0)
    : noticeAbove(words => words.notices.pointGone, insightsOf(post, 0));
}

/** Where no post lists insights: so, and the newest post. */
export const noInsights = (newest: Post): Answer =>
  noticeOf(
    words => words.notices.noPoints,
    words => buttons(button(words.buttons.newestPost, { to: 'card', post: newest.key })),
  );
