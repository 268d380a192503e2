import type { Command } from '../src/bot/model.ts';
import { hitsOf } from './answers/search.ts';
import { withTypedTag } from './answers/tag.ts';
import { completeQuery, completeTag, withoutKind } from './complete.ts';

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
    answer: (scene, { query = '', tag: typed }) =>
      withTypedTag(scene, typed, (_, tag) => hitsOf(scene, withoutKind(query), tag, 0)),
    complete: { query: completeQuery, tag: completeTag },
  },
};
