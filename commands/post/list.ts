import type { Action } from '../../src/bot/model.ts';
import { readNumber } from '../../src/search/number.ts';
import { listOf, yearsOf } from '../answers/list.ts';
import { noticeAbove } from '../answers/notices.ts';
import { shown } from '../answers/post.ts';
import { withTypedTag } from '../answers/tag.ts';
import { completeTag, completeYear } from '../complete.ts';

/** `/post list`: the archive by month. */
export const list: Action = {
  describe: words => words.commands.list,
  options: [
    { name: 'tag', required: false },
    { name: 'year', required: false },
  ],
  seenBy: 'asker',
  answer: (scene, { tag: typedTag, year: typed }) =>
    withTypedTag(scene, typedTag, (posts, tag) => {
      const tagged = tag ? { tag } : {};
      if (typed === undefined) return listOf(scene, tagged, 0);
      const year = readNumber(typed);
      return year !== undefined && yearsOf(posts).some(one => one.year === year)
        ? listOf(scene, { ...tagged, year }, 0)
        : noticeAbove(words => words.notices.noYear(shown(typed)), listOf(scene, tagged, 0));
    }),
  complete: { tag: completeTag, year: completeYear },
};
