import type { Check, Finding, Patient } from './model.ts';

export const configurationCheck =
  ({ words, way, faults, warnings }: Patient): Check =>
  () => {
    const said = (state: Finding['state'], messages: readonly string[]): readonly Finding[] =>
      messages.map(message => ({ check: 'configuration', state, message }));
    return [
      ...said('todo', faults),
      ...said('hint', warnings),
      ...(faults.length > 0 ? [] : said('good', [words.ways[way]])),
    ];
  };

export const postsCheck =
  ({ words, content, posts: find }: Patient): Check =>
  async (): Promise<readonly Finding[]> => {
    const found = await find();
    if ('away' in found) return [{ check: 'posts', state: 'todo', message: words.sourceAway(found.away) }];
    const { posts, hidden, errors, warnings } = found;
    const problems: readonly Finding[] =
      errors + warnings === 0
        ? []
        : [{ check: 'posts', state: 'hint', message: words.problems(errors, warnings) }];
    if (posts === 0) return [{ check: 'posts', state: 'todo', message: words.noPosts(content) }, ...problems];
    return [{ check: 'posts', state: 'good', message: words.posts(content, posts, hidden) }, ...problems];
  };
