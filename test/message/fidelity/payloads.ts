import { CreateMessageInteractionCallbackRequestSchema } from 'discord-api-spec/zod';
import { cardOf } from '../../../commands/answers/card.ts';
import { insightOf, insightsOf } from '../../../commands/answers/insight.ts';
import { type Filter, listOf } from '../../../commands/answers/list.ts';
import { contentsOf, pageOf } from '../../../commands/answers/read.ts';
import type { Post } from '../../../src/blog/model.ts';
import type { Answer, Scene } from '../../../src/bot/model.ts';
import { callbackOf } from '../../../src/bot/show.ts';
import { contentsPageOf } from '../../../src/message/contents.ts';
import { frame, plain } from '../../../src/message/frame.ts';
import { insightPages, quoteToCopy } from '../../../src/message/insight.ts';
import type { Layout, Message } from '../../../src/message/model.ts';
import { pagesOf } from '../../../src/message/reading.ts';
import type { Words } from '../../../src/words/model.ts';
import { wire } from '../../discord/clock.ts';
import { messageProblems } from '../../discord/limits.ts';
import { describe } from '../../discord/problems.ts';
import { checkSchema } from '../../discord/schemas.ts';

/** Numbers from 0 up to but not including `end`. */
const numbers = (end: number): readonly number[] => Array.from({ length: end }, (_, index) => index);

/** Every answer that shows something of a post. */
export function* answersAbout(scene: Scene, post: Post): Generator<Answer> {
  const { insights, sections } = post;
  yield cardOf(scene, post);
  const last = sections.at(-1);
  for (const page of numbers(last ? contentsPageOf(last) + 1 : 0)) yield contentsOf(post, page);
  for (const insight of insights) {
    yield insightOf(post, insight);
    yield { tone: 'copy', content: words => quoteToCopy(post, insight, words) };
  }
  for (const page of numbers(insights.length > 0 ? insightPages(post).length : 0))
    yield insightsOf(post, page);
  for (const section of sections) {
    for (const page of numbers(pagesOf(section).length)) yield pageOf(scene, post, section, page);
  }
}

/** Every page of the archive: all posts, those of each year, those of each tag. */
export function* archiveOf(scene: Scene): Generator<Answer> {
  const { posts, byTag } = scene.blog;
  const years = new Set(posts.flatMap(({ date }) => date?.year ?? []));
  const filters: readonly Filter[] = [
    {},
    ...[...years].map(year => ({ year })),
    ...[...byTag.values()].map(tag => ({ tag })),
  ];
  for (const filter of filters) {
    const held = filter.tag?.posts ?? posts;
    for (const page of numbers(Math.ceil(held.length / 10))) yield listOf(scene, filter, page);
  }
}

/** An answer with the most that can stand around it: for the asker alone, and posted to a channel by someone. */
function messagesOf(answer: Answer, words: Words): readonly Message[] {
  if (answer.tone === 'copy') return [plain(answer.content(words), true)];
  const layout: Layout = answer.lay(words);
  const { madePrivate, loading } = words.notices;
  return [
    frame(layout, words, {
      ephemeral: true,
      notes: [loading(9_999, 10_000), madePrivate.flood],
      ...(answer.route ? { share: answer.route } : {}),
    }),
    frame(layout, words, {
      ephemeral: false,
      signature: words.small.postedBy('\\_'.repeat(16)),
      removable: true,
    }),
  ];
}

/** What Discord would refuse of an answer, a line for each payload that it would. */
export function refusalsOf(answer: Answer, words: Words): readonly string[] {
  return messagesOf(answer, words).flatMap(message => {
    const payload = wire<{ readonly data: Parameters<typeof messageProblems>[0] }>(
      callbackOf(message, 'new'),
    );
    const checked = checkSchema(CreateMessageInteractionCallbackRequestSchema, payload);
    const problems = [...(checked.ok ? [] : checked.problems), ...messageProblems(payload.data)];
    return problems.length === 0 ? [] : [problems.map(describe).join('; ')];
  });
}
