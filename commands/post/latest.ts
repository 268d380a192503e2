import type { Action } from '../../src/bot/model.ts';
import { cardOf } from '../answers/card.ts';
import { emptyBlog } from '../answers/notices.ts';
import { withTypedTag } from '../answers/tag.ts';
import { completeTag } from '../complete.ts';

/** `/post latest`: the newest post, or the newest with a tag. */
export const latest: Action = {
  describe: words => words.commands.latest,
  options: [{ name: 'tag', required: false }],
  seenBy: 'all',
  answer: (scene, { tag }) =>
    withTypedTag(scene, tag, ([newest]) => (newest ? cardOf(scene, newest) : emptyBlog(scene))),
  complete: { tag: completeTag },
};
