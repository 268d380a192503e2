import type { Action } from '../../src/bot/model.ts';
import { cardOf } from '../answers/card.ts';
import { withTypedPost } from '../answers/post.ts';
import { completePost } from '../complete.ts';

/** `/post show`: a post's card. */
export const show: Action = {
  describe: words => words.commands.show,
  options: [{ name: 'post', required: true }],
  seenBy: 'all',
  answer: (scene, { post = '' }) => withTypedPost(scene, post, found => cardOf(scene, found)),
  complete: { post: completePost },
};
