import type { Action } from '../../src/bot/model.ts';
import { findPost } from '../../src/search/find.ts';
import { withServer } from '../answers/announce/where.ts';
import { whyOf } from '../answers/announce/why.ts';
import { guessed, noSuchPost } from '../answers/post.ts';
import { completePost } from '../complete.ts';

/** `/announce why`: what happened to a post in the channel, or would happen, step by step. */
export const why: Action = {
  describe: words => words.announce.commands.why,
  options: [{ name: 'post', required: true }],
  seenBy: 'asker',
  answer: (scene, { post = '' }) =>
    withServer(scene, async server => {
      const found = findPost(scene.blog, post);
      if (found === undefined) return noSuchPost(scene, post);
      const answer = await whyOf(server, scene, found.value);
      return found.exact ? answer : guessed(post, answer);
    }),
  complete: { post: completePost },
};
