import fc from 'fast-check';
import type { Blockquote, Paragraph, RootContent } from 'mdast';
import { toString as wordsOf } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../src/blog/markdown.ts';
import { columnsOf } from '../../src/blog/sentences.ts';
import type { Page } from '../../src/message/model.ts';
import { paginate } from '../../src/message/pager.ts';
import { longTree } from './fidelity/trees.ts';

const pagesOf = (markdown: string, options = {}): readonly [Page, ...Page[]] =>
  paginate(readMarkdown(markdown).children, options);

const textOf = ({ parts }: Page): string =>
  parts.map(part => (part.kind === 'text' ? part.text : '')).join('\n');

const textsOf = (markdown: string): readonly string[] => pagesOf(markdown).map(textOf);

const wordsOfAll = (nodes: readonly RootContent[]): string => wordsOf({ type: 'root', children: [...nodes] });

const lengthOf = ({ parts }: Page): number =>
  parts.reduce((sum, part) => sum + (part.kind === 'text' ? part.text.length : 0), 0);

/** A paragraph of so many sentences of ten characters each. */
const chinese = (sentences: number): string => '这是一句十个字的话。'.repeat(sentences);
const english = (sentences: number): string =>
  Array.from({ length: sentences }, () => 'This is a sentence.').join(' ');

describe('a page', () => {
  test('is there where there is nothing to show', () => {
    expect(paginate([])).toEqual([{ nodes: [], parts: [] }]);
    expect(pagesOf('<!-- more -->\n\n---')).toMatchObject([{ parts: [] }]);
  });

  test('holds a short section whole', () => {
    expect(textsOf('一段。\n\n另一段。')).toEqual(['一段。\n\n另一段。']);
  });

  test('comes near 1,200 Chinese characters', () => {
    const paragraphs = Array.from({ length: 30 }, () => chinese(20)).join('\n\n');
    expect(pagesOf(paragraphs).map(({ nodes }) => wordsOfAll(nodes).length)).toEqual([
      1_200, 1_200, 1_200, 1_200, 1_200,
    ]);
  });

  test('comes near 2,400 Latin characters', () => {
    const paragraphs = Array.from({ length: 20 }, () => english(20)).join('\n\n');
    const lengths = pagesOf(paragraphs).map(({ nodes }) => wordsOfAll(nodes).length);
    for (const length of lengths.slice(0, -1)) expect(Math.abs(length - 2_200)).toBeLessThan(200);
  });

  test('goes beyond that where a block would be cut otherwise', () => {
    const code = `\`\`\`js\n${'const x = 1;\n'.repeat(230)}\`\`\``;
    const pages = textsOf(`${chinese(10)}\n\n${code}\n\n${chinese(10)}`);
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('```js');
  });

  test('holds no more than a message can, whichever way that is asked', () => {
    for (const page of pagesOf(chinese(2_000), { most: 2_000, aim: 100_000 })) {
      expect(lengthOf(page)).toBeLessThanOrEqual(2_000);
    }
  });

  test('is not begun for a last line', () => {
    expect(textsOf(`${chinese(115)}\n\n${chinese(10)}`)).toHaveLength(1);
  });

  test('begins and ends with no rule, and is never empty', () => {
    const pages = textsOf(Array.from({ length: 40 }, () => `${chinese(12)}\n\n---`).join('\n\n'));
    for (const page of pages) {
      expect(page).toMatch(/^这[\s\S]*。$/);
      expect(page).toContain('───');
    }
  });
});

describe('what belongs together stays together', () => {
  test('a heading and what follows it', () => {
    const markdown = Array.from(
      { length: 12 },
      (_, index) => `## 标题 ${index}\n\n<!-- note -->\n\n${chinese(45)}`,
    ).join('\n\n');
    for (const page of textsOf(markdown)) expect(page).toMatch(/^### 标题[\s\S]*。$/);
  });

  test('a heading and a block that fills a page alone', () => {
    const pages = textsOf(`## 标题\n\n${'x'.repeat(3_595)}`);
    expect(pages[0]).toMatch(/^### 标题\nx{1000}/);
  });

  test('a line that leads to a list and the list', () => {
    const items = Array.from({ length: 10 }, () => `- ${chinese(5)}`).join('\n');
    expect(textsOf(`${chinese(100)}\n\n核心洞见：\n\n${items}`)[1]).toMatch(/^核心洞见：\n- /);
  });
});

describe('a block too long for a page', () => {
  test('of prose is cut after sentences', () => {
    const pages = textsOf(chinese(480));
    expect(pages).toHaveLength(4);
    for (const page of pages) expect(page).toMatch(/^(这是一句十个字的话。)+$/);
  });

  test('of prose with quotes is cut after the closing one', () => {
    for (const page of textsOf('他说：“这是一句话。”'.repeat(300))) expect(page).toMatch(/^他[\s\S]*”$/);
  });

  test('without sentences is cut at commas, and without those between characters', () => {
    for (const page of textsOf('没有句号，'.repeat(800))) expect(page).toMatch(/^没[\s\S]*，$/);
    for (const page of textsOf('👨‍👩‍👧'.repeat(800))) expect(page).toMatch(/^(👨‍👩‍👧)+$/);
  });

  test('is not cut at the end of a source’s line', () => {
    for (const page of textsOf('这一行没有结束，\n这一行才结束。\n'.repeat(300))) expect(page).toMatch(/。$/);
  });

  test('keeps its marks on both sides of the cut', () => {
    const [first = '', second = ''] = textsOf(`**${chinese(120)}[${chinese(300)}](https://e.com)**`);
    expect(first).toMatch(/^\*\*这[^*]*。\*\*$/);
    expect(second).toMatch(/^\*\*\[这[^*]*。\]\(<https:\/\/e.com\/>\)\*\*$/);
  });

  test('of code is cut after lines, and fenced on both sides', () => {
    const pages = textsOf(
      `\`\`\`ts\n${Array.from({ length: 400 }, (_, line) => `line(${line});`).join('\n')}\n\`\`\``,
    );
    for (const page of pages) expect(page).toMatch(/^```ts\nline\(\d+\);\n[\s\S]*\nline\(\d+\);\n```$/);
  });

  test('that is a quote is a quote on both sides', () => {
    const pages = textsOf([100, 100, 200].map(sentences => `> ${chinese(sentences)}`).join('\n>\n'));
    expect(pages).toHaveLength(4);
    for (const page of pages) expect(page).toMatch(/^> 这[^>]*$/);
  });

  test('that is a list goes on with its next number', () => {
    const pages = textsOf(Array.from({ length: 60 }, (_, index) => `${index + 1}. ${chinese(6)}`).join('\n'));
    const first = pages.map(page => Number(/^\d+/.exec(page)?.[0]));
    const last = pages.map(page => Number(/(\d+)\. [^\n]*$/.exec(page)?.[1]));
    expect(pages.length).toBeGreaterThan(2);
    expect(first.slice(1)).toEqual(last.slice(0, -1).map(number => number + 1));
  });

  test('within an item goes on without a number', () => {
    const pages = textsOf(`1. ${chinese(380)}\n2. ${chinese(5)}`);
    expect(pages[0]).toMatch(/^1\. 这/);
    expect(pages.at(-1)).toMatch(/^这[\s\S]*\n2\. 这/);
  });

  test('that is a table names its columns on every page', () => {
    const rows = Array.from({ length: 120 }, (_, index) => `| 第${index}个 | ${chinese(2)} |`).join('\n');
    const pages = textsOf(`| 名称 | 说明 |\n|---|---|\n${rows}`);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toMatch(/^- \*\*名称：\*\* 第\d+个\n {2}\*\*说明：\*\* 这/);
  });
});

describe('a page that clients would leave unformatted', () => {
  test.each([
    [
      'links',
      Array.from({ length: 200 }, (_, index) => `- [${index}](https://e.com/${index})`).join('\n'),
      /\]\(/g,
      25,
    ],
    [
      'links in a line',
      Array.from({ length: 200 }, (_, index) => `[${index}](https://e.com/${index})`).join(' '),
      /\]\(/g,
      25,
    ],
    ['bold words', '**字** 与'.repeat(500), /\*\*字\*\*/g, 100],
    ['code', '`字` 与'.repeat(500), /`字`/g, 100],
  ])('is not made: %s', (_, markdown, mark, most) => {
    for (const page of textsOf(markdown)) expect(page.match(mark)?.length ?? 0).toBeLessThanOrEqual(most);
  });

  test('nor is one of too many pictures', () => {
    const pictures = (between: string) =>
      Array.from({ length: 40 }, (_, index) => `![${index}](https://e.com/${index}.png)`).join(between);
    for (const between of ['\n\n', '\n', '', ' ', '\n\n字\n\n']) {
      for (const { parts } of pagesOf(pictures(between))) {
        const shown = parts.reduce(
          (sum, part) => sum + (part.kind === 'pictures' ? part.pictures.length : 0),
          0,
        );
        expect(shown).toBeLessThanOrEqual(10);
        expect(parts.length).toBeLessThanOrEqual(10);
        expect(parts.length).toBeGreaterThan(0);
      }
    }
  });
});

test('whatever the tree, each page fits and the words are all there, once, in order', () => {
  fc.assert(
    fc.property(
      longTree,
      fc.integer({ min: 100, max: 4_000 }),
      fc.integer({ min: 2_000, max: 3_600 }),
      (nodes, aim, most) => {
        const pages = paginate(nodes, { aim, most });
        for (const page of pages) {
          expect(lengthOf(page)).toBeLessThanOrEqual(most);
          expect(page.parts.length).toBeLessThanOrEqual(10);
        }
        expect(pages.map(({ nodes: slice }) => wordsOfAll(slice)).join('')).toBe(wordsOfAll(nodes));
        if (pages.length > 1) for (const { parts } of pages) expect(parts).not.toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});

describe('hostile text is read to its end, at once', () => {
  test.each([
    ['a line of 250,000 characters', 'a'.repeat(250_000)],
    ['a line of 250,000 Chinese characters', '字'.repeat(250_000)],
    ['20,000 brackets', '['.repeat(20_000)],
    ['20,000 stars', '*a'.repeat(20_000)],
    ['one character of 20,000 accents', `a${'\u0301'.repeat(20_000)}`],
    ['100,000 marks to escape', '`|'.repeat(50_000)],
    ['links to long addresses', `[a](https://e.com/${'b'.repeat(2_900)}) `.repeat(50)],
    ['a block of 500,000 characters of HTML', `<div>\n${'<p>hello</p>\n'.repeat(40_000)}</div>`],
    ['20,000 hard breaks', 'a\\\n'.repeat(20_000)],
    ['a table of 3,000 rows', `| a | b |\n|---|---|\n${'| 1 | 2 |\n'.repeat(3_000)}`],
    ['a row of 20,000 characters', `| a | b |\n|---|---|\n| 1 | ${'字'.repeat(20_000)} |`],
  ])('%s', (_, markdown) => {
    const { children } = readMarkdown(markdown);
    const pages = paginate(children);
    for (const page of pages) expect(lengthOf(page)).toBeLessThanOrEqual(3_600);
    const read = pages.map(textOf).join('').length;
    expect(read).toBeGreaterThan(columnsOf(wordsOfAll(children).replace(/<[^<>]*>|\s/g, '')) / 2.1);
  });
});

test.each([500, 20_000])('a quote in %i quotes is read all the same', depth => {
  const innermost: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: 'deep' }] };
  let quote: Blockquote = { type: 'blockquote', children: [innermost] };
  for (let level = 1; level < depth; level++) quote = { type: 'blockquote', children: [quote] };
  expect(paginate([quote]).map(textOf).join('')).toContain('deep');
});
