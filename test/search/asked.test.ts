import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAsked } from '../../src/search/asked.ts';
import { makeIndex } from '../../src/search/build.ts';
import { search } from '../../src/search/index.ts';
import { blogFrom } from '../blog/fixture.ts';
import { namesOf } from './found.ts';

const post = (title: string, date: string, tag: string, body: string): string =>
  `---\ntitle: ${title}\ndate: ${date}\ntags: [${tag}]\n---\n${body}\n`;

const index = makeIndex(
  blogFrom({
    'a.md': post('Memory', '2024-05-31', 'AI', '## Long context\n\nA long context window holds much.'),
    'b.md': post('Forgetting', '2024-06-01', 'AI', '## Context\n\nThe context is long, and 遗忘 helps.'),
    'c.md': post('Gardens', '2025-01-02', 'Life', '## Roses\n\nA long context of hedges.'),
  }),
);

const titlesOf = (query: string): readonly string[] => [
  ...new Set(search(index, query).hits.map(({ passage }) => passage.post.title)),
];

describe('a query with signs', () => {
  test.each([
    ['"long context"', ['Memory', 'Gardens']],
    ['“long context”', ['Memory', 'Gardens']],
    ['「long context」 window', ['Memory']],
    ['context -hedges', ['Memory', 'Forgetting']],
    ['context －遗忘', ['Memory', 'Gardens']],
    ['context tag:life', ['Gardens']],
    ['context 标签：AI', ['Memory', 'Forgetting']],
    ['context -tag:AI', ['Gardens']],
    ['context before:2025', ['Memory', 'Forgetting']],
    ['context after:2024-06', ['Forgetting', 'Gardens']],
    ['context after:2024-06-02', ['Gardens']],
    ['context before：2024年6月', ['Memory']],
    ['context after:2024 before:2024/6/1', ['Memory']],
  ])('%s', (query, titles) => {
    expect(titlesOf(query).toSorted()).toEqual([...titles].toSorted());
  });

  test('filters alone bring the newest first', () => {
    expect(titlesOf('tag:AI')).toEqual(['Forgetting', 'Memory']);
    expect(namesOf(search(index, 'in:sections before:2025'))).toEqual([
      'section Context',
      'section Long context',
    ]);
  });

  test('titles alone', () => {
    expect(namesOf(search(index, 'memory in:titles'))).toEqual(['head']);
    expect(search(index, 'window 在：标题').nearest).toBe(true);
  });

  test('what its filters leave nothing of is looked for without them, and that is said', () => {
    const found = search(index, 'context after:2030');
    expect(found.nearest).toBe(true);
    expect(found.unused).toEqual(['after:2030']);
    expect(found.hits.length).toBeGreaterThan(0);
    expect(search(index, 'context tag:nonesuch').unused).toEqual(['tag:nonesuch']);
  });

  test('signs that are none stay text', () => {
    for (const text of ['npm -g', '-5', 'a-b', 'in:nothing', 'before:soon', 'C++ -', '-', '"', '""', '- -']) {
      expect(readAsked(text)).toEqual({ text, filters: [] });
    }
    expect(readAsked('What does "long context" mean?').filters).toEqual([]);
  });

  test('what stands in a post as it was typed is text', () => {
    const flags = makeIndex(blogFrom({ 'a.md': post('Flags', '2024-01-01', 'x', 'Run rm -rf with care.') }));
    expect(search(flags, 'rm -rf').nearest).toBe(false);
    expect(search(flags, 'rm -rf').hits).toHaveLength(1);
  });

  test('whatever is typed is read', () => {
    const parts = fc.constantFrom(
      '"',
      '“',
      '”',
      '-',
      '－',
      ':',
      '：',
      ' ',
      'tag',
      'in',
      'before',
      '2025',
      '标签',
      'x',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 30 }), typed => {
        expect(search(index, typed.join('')).hits.length).toBeLessThanOrEqual(50);
      }),
    );
  });
});
