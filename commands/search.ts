import type { Answer, Command, Scene } from '../src/bot/model.ts';
import { missedIn } from '../src/search/missed.ts';
import { hitsOf } from './answers/search.ts';
import { withTypedTag } from './answers/tag.ts';
import { completeQuery, completeTag, withoutKind } from './complete.ts';

/** Adds to a notice what was not found. An empty blog misses everything, and nobody learns from that. */
function withMissed(answer: Answer, query: string, { blog, index }: Scene): Answer {
  if (answer.tone !== 'notice' || blog.posts.length === 0) return answer;
  return { ...answer, missed: () => missedIn(index, query) };
}

/** `/search`: hits as numbered lines with highlighted snippets. */
export const search: Command = {
  kind: 'slash',
  name: 'search',
  action: {
    describe: words => words.commands.search,
    options: [
      { name: 'query', required: true },
      { name: 'tag', required: false },
    ],
    seenBy: 'asker',
    answer: (scene, { query = '', tag: typed }) => {
      const asked = withoutKind(query);
      const answer = withTypedTag(scene, typed, (_, tag) => hitsOf(scene, asked, tag, 0));
      return withMissed(answer, asked, scene);
    },
    complete: { query: completeQuery, tag: completeTag },
  },
};
