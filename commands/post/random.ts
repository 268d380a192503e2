import type { Action } from '../../src/bot/model.ts';
import { cardOf } from '../answers/card.ts';
import { emptyBlog } from '../answers/notices.ts';
import { withTypedTag } from '../answers/tag.ts';
import { completeTag } from '../complete.ts';

/** `/post random`: a post by chance. */
export const random: Action = {
  describe: words => words.commands.random,
  options: [{ name: 'tag', required: false }],
  seenBy: 'all',
  answer: (scene, { tag }) =>
    withTypedTag(scene, tag, posts => {
      const post = posts[Math.floor(scene.random() * posts.length)];
      return post ? cardOf(scene, post) : emptyBlog(scene);
    }),
  complete: { tag: completeTag },
};
