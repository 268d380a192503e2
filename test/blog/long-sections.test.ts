import { describe, expect, test } from 'vitest';
import type { Section } from '../../src/blog/model.ts';
import { isHidden, readPost } from '../../src/blog/post.ts';
import { plainText } from '../../src/blog/text.ts';

const settings = { timezone: 'UTC' };

function sectionsOf(text: string): readonly Section[] {
  const read = readPost('long.md', text, settings);
  return isHidden(read) ? [] : read.sections;
}

const wordsOf = (sections: readonly Section[]): string =>
  sections.map(({ nodes }) => plainText(nodes)).join('');

const letters = (text: string): string => text.replace(/[^a-z0-9]/g, '');

test('a section of 250,000 characters is one', () => {
  expect(sectionsOf(`## One\n\n${'A sentence. '.repeat(20_800)}`)).toHaveLength(1);
});

describe('a section that is longer than anybody reads becomes several of its heading, and loses nothing', () => {
  const rows = 3_000;
  test.each([
    ['of paragraphs', '**a** b\n\n'.repeat(rows)],
    ['that is one list', '- a\n\n  b\n\n'.repeat(rows)],
    ['that is one item', `- a\n\n${'  b **c**\n\n'.repeat(rows)}`],
    ['that is one quote', '> a\n>\n> **b** _c_ d\n>\n'.repeat(1_200)],
    ['that is one paragraph', 'a https://a.example\n'.repeat(rows)],
  ])('%s', (_, text) => {
    const sections = sectionsOf(`## One\n\n${text}\n\n## Two\n\nlast`);
    expect(sections.length).toBeGreaterThan(2);
    expect(new Set(sections.map(({ heading }) => heading))).toEqual(new Set(['One', 'Two']));
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
    expect(sections.map(({ ordinal }) => ordinal)).toEqual(sections.map((_one, at) => at));
    expect(letters(wordsOf(sections))).toBe(`${letters(text)}last`);
  });

  test('that is one table, whose columns each has the names of', () => {
    const text = `| x | y |\n|---|---|\n${'| a | b |\n'.repeat(3_000)}`;
    const sections = sectionsOf(`## One\n\n${text}`);
    expect(sections.length).toBeGreaterThan(1);
    for (const { nodes } of sections) {
      for (const node of nodes) expect(node.type === 'table' && plainText([node]).startsWith('x')).toBe(true);
    }
    const cells = sections.flatMap(({ nodes }) =>
      nodes.flatMap(node => (node.type === 'table' ? node.children.slice(1) : [])),
    );
    expect(cells).toHaveLength(3_000);
  });

  test('that is a numbered list, which goes on with its numbers', () => {
    const sections = sectionsOf(`## One\n\n${'1. a **b** *c*\n\n'.repeat(3_000)}`);
    const lists = sections.flatMap(({ nodes }) =>
      nodes.flatMap(node => (node.type === 'list' ? [node] : [])),
    );
    expect(lists.length).toBeGreaterThan(1);
    let next = 1;
    for (const { start, children } of lists) {
      expect(start).toBe(next);
      next += children.length;
    }
    expect(next).toBe(3_001);
  });

  test('and its number and its insight are the first one’s', () => {
    const long = '**a** b\n\n'.repeat(3_000);
    const text = `## 1. One\n\n${long}\n\n## 2. Two\n\ntext\n\n## 3. Three\n\ntext`;
    const numbers = sectionsOf(text).flatMap(({ number, insight }) =>
      number === undefined ? [] : [[number, insight]],
    );
    expect(numbers).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });
});
