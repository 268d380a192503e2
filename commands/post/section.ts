import type { Action } from '../../src/bot/model.ts';
import { findSection } from '../../src/search/find.ts';
import { noticeAbove } from '../answers/notices.ts';
import { shown, withTypedPost } from '../answers/post.ts';
import { contentsOf, pageOf } from '../answers/read.ts';
import { completePost, completeSection } from '../complete.ts';

/** `/post section`: a section in full, from where one reads on. */
export const section: Action = {
  describe: words => words.commands.section,
  options: [
    { name: 'post', required: true },
    { name: 'section', required: true },
  ],
  seenBy: 'asker',
  answer: (scene, { post = '', section: typed = '' }) =>
    withTypedPost(scene, post, found => {
      if (found.sections.length === 0) return contentsOf(found, 0);
      const meant = findSection(found, typed);
      if (meant === undefined) {
        return noticeAbove(words => words.notices.noSuchSection(shown(typed)), contentsOf(found, 0));
      }
      const page = pageOf(scene, found, meant.value, 0);
      return meant.exact ? page : noticeAbove(words => words.notices.guessedSection(shown(typed)), page);
    }),
  complete: { post: completePost, section: completeSection },
};
