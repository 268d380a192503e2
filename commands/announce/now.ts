import type { Post } from '../../src/blog/model.ts';
import type { Action, Answer, Scene } from '../../src/bot/model.ts';
import { button, buttons } from '../../src/message/parts.ts';
import { shortTitle } from '../../src/message/shorten.ts';
import { findPost } from '../../src/search/find.ts';
import { sendHere } from '../answers/announce/send.ts';
import { type Server, withServer } from '../answers/announce/where.ts';
import { noticeOf } from '../answers/notices.ts';
import { noSuchPost, shown } from '../answers/post.ts';
import { completePost } from '../complete.ts';

/** A post that was guessed is not sent for all to see: it is offered. */
const offer = (typed: string, post: Post, channel: string): Answer =>
  noticeOf(
    words => [words.notices.guessedPost(shown(typed)), words.title(shortTitle(post.title))].join('\n'),
    words => buttons(button(words.announce.buttons.sendThis, { to: 'send', post: post.key, channel })),
  );

function announceNow(server: Server, scene: Scene, typed: string): Answer | Promise<Answer> {
  const found = findPost(scene.blog, typed);
  if (found === undefined) return noSuchPost(scene, typed);
  return found.exact ? sendHere(server, scene, found.value) : offer(typed, found.value, scene.place.channel);
}

/** `/announce now`: announces a post where that is asked, unless it is there already. */
export const now: Action = {
  describe: words => words.announce.commands.now,
  options: [{ name: 'post', required: true }],
  seenBy: 'asker',
  answer: (scene, { post = '' }) => withServer(scene, server => announceNow(server, scene, post)),
  complete: { post: completePost },
};
