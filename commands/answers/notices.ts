import type { Answer, Scene } from '../../src/bot/model.ts';
import type { Row } from '../../src/message/model.ts';
import { above, notice } from '../../src/message/notice.ts';
import { button, buttons } from '../../src/message/parts.ts';
import type { Words } from '../../src/words/model.ts';

type Say = (words: Words) => string;

/** A sentence, and what to press next. */
export const noticeOf = (say: Say, next: (words: Words) => readonly Row[] = () => []): Answer => ({
  tone: 'notice',
  lay: words => notice(say(words), next(words)),
});

/** Another answer below a sentence, such as that it was guessed. Private, yet what it shows can be posted. */
export function noticeAbove(say: Say, answer: Answer): Answer {
  if (answer.tone === 'copy') return answer;
  return { ...answer, tone: 'notice', lay: words => above(say(words), answer.lay(words)) };
}

/**
 * Instead of any answer where the blog holds no posts; the person who can mend that is told how. While posts are
 * being read that is said above every answer, and there is nothing to add.
 */
export const emptyBlog = ({ managesServer, loading }: Scene): Answer =>
  loading
    ? { tone: 'notice', lay: () => ({ body: [], rows: [] }) }
    : noticeOf(words =>
        [words.notices.emptyBlog, ...(managesServer ? [words.notices.emptyBlogForManager] : [])].join('\n'),
      );

/** A button to all posts. */
export const toAllPosts = (words: Words): readonly Row[] =>
  buttons(button(words.buttons.allPosts, { to: 'list', page: 0 }));
