import { describe, expect, test } from 'vitest';
import type { Post } from '../../../src/blog/model.ts';
import { plainText } from '../../../src/blog/text.ts';
import { postFrom } from '../fixture.ts';

function outline({ sections }: Post): string[] {
  return sections.map(({ depth, heading, nodes }) => `${depth} ${heading}: ${plainText(nodes)}`.trim());
}

describe('sections begin at', () => {
  test.each([
    ['underlined headings', 'One\n===\na\n\nTwo\n---\nb', ['1 One: a', '2 Two: b']],
    ['headings in HTML', '<h2>One</h2>\n<p>a</p>\n\n<h3>Two</h3>\n\nb', ['2 One: a', '3 Two: b']],
    ['headings within elements', '<div>\n\n## One\n\na\n\n</div>\n\n## Two\n\nb', ['2 One: a', '2 Two: b']],
    ['headings that skip levels', '## One\n\na\n\n#### Two\n\nb', ['2 One: a', '4 Two: b']],
    ['headings that are repeated', '## One\n\na\n\n## One\n\nb', ['2 One: a', '2 One: b']],
    ['bold lines, where there are no headings', '**One**\n\na\n\n**Two?**\n\nb', ['2 One: a', '2 Two?: b']],
    ['a heading that is no title', '# Title\n\na\n\n## One\n\nb', ['0 : a', '2 One: b']],
  ])('%s', (_, text, sections) => {
    expect(outline(postFrom(`---\ntitle: Title\n---\n${text}`))).toEqual(sections);
  });
});

describe('bold lines are none', () => {
  test.each([
    ['where there are headings', '## One\n\n**Two**\n\na\n\n**Three**\n\nb'],
    ['where there is only one', '**One**\n\na'],
    ['where they are sentences', '**One is said.**\n\na\n\n**两句话。**\n\nb'],
    ['where nothing follows', 'a\n\n**One**\n\n**Two**'],
    ['where they introduce something', '**核心洞见：**\n\na\n\n**Two:**\n\nb'],
  ])('%s', (_, text) => {
    expect(postFrom(text).sections).toHaveLength(1);
  });
});

test('a heading’s own id is where it stands on the site, and no part of its text', () => {
  const { sections } = postFrom('## One {#first}\n\na\n\n## Two {: #second .x}\n\nb\n\n## Three {x}\n\nc');
  expect(sections.map(({ heading, anchor }) => [heading, anchor])).toEqual([
    ['One', 'first'],
    ['Two', 'second'],
    ['Three {x}', 'three-x'],
  ]);
});

test('3,000 headings are 3,000 sections', () => {
  const text = Array.from({ length: 3000 }, (_, index) => `## H${index}\n\ntext ${index}`).join('\n\n');
  const { sections } = postFrom(text);
  expect(sections).toHaveLength(3000);
  expect(plainText(sections.at(-1)?.nodes ?? [])).toBe('text 2999');
});

test('a post without headings is one section that holds all of it', () => {
  expect(outline(postFrom('a\n\nb'))).toEqual(['0 : a\nb']);
});
