import { describe, expect, test } from 'vitest';
import type { Post } from '../../src/blog/model.ts';
import { postFrom } from './fixture.ts';

/** Each insight in short, with the heading of its section. */
function insights(markdown: string): unknown[] {
  const post = postFrom(markdown);
  return post.insights.map(({ number, label, text, section }) => [
    number,
    label,
    text,
    headingOf(post, section),
  ]);
}

/** The heading of each insight's section. */
function headings(markdown: string): unknown[] {
  const post = postFrom(markdown);
  return post.insights.map(({ section }) => headingOf(post, section));
}

function numbers(markdown: string): number[] {
  return postFrom(markdown).insights.map(insight => insight.number);
}

function headingOf(post: Post, id: string | undefined): string | undefined {
  return post.sections.find(section => section.id === id)?.heading;
}

describe('a numbered list that a label introduces', () => {
  test.each([
    ['a paragraph', '核心洞见：\n\n1. 一\n2. 二'],
    ['a heading', '## 核心洞见\n\n1. 一\n2. 二'],
    ['a numbered heading', '## 3. 核心洞见\n\n1. 一\n2. 二'],
    ['a bold line', '**核心洞见**\n\n1. 一\n2. 二'],
    ['a bold line with a colon after it', '**核心洞见**：\n\n1. 一\n2. 二'],
    ['a paragraph right above', '核心洞见：\n1. 一\n2. 二'],
    ['a paragraph before a quote', '核心洞见：\n\n> 1. 一\n> 2. 二'],
    ['a paragraph in the quote', '> 核心洞见：\n>\n> 1. 一\n> 2. 二'],
    ['a paragraph before a comment', '核心洞见：\n\n<!-- six of them -->\n\n1. 一\n2. 二'],
  ])('is read where the label is %s', (_, markdown) => {
    const post = postFrom(markdown);
    expect(post.insightKind).toBe('insight');
    expect(post.insights.map(({ number, label, text }) => [number, label, text])).toEqual([
      [1, '', '一'],
      [2, '', '二'],
    ]);
  });

  test.each([
    ['without a label', '1. 一\n2. 二'],
    ['of ingredients', '配料：\n\n1. 糖\n2. 盐'],
    ['of one item', '核心洞见：\n\n1. 一'],
    ['that is not numbered', '核心洞见：\n\n- 一\n- 二'],
    ['further below', '核心洞见：\n\n先说别的。\n\n1. 一\n2. 二'],
    ['beside other text in a quote', '核心洞见：\n\n> 引言\n>\n> 1. 一\n> 2. 二'],
  ])('a list %s is none', (_, markdown) => {
    expect(postFrom(markdown)).toMatchObject({ insights: [], insightKind: undefined });
  });

  test('is the first of several', () => {
    const post = postFrom('TL;DR\n\n1. a\n2. b\n\nKey takeaways\n\n1. c\n2. d');
    expect(post).toMatchObject({ insightKind: 'point', insights: [{ text: 'a' }, { text: 'b' }] });
  });

  test('numbers as the post does', () => {
    expect(numbers('要点\n\n4. a\n5. b')).toEqual([4, 5]);
    expect(numbers('要点\n\n0. a\n0. b')).toEqual([1, 2]);
  });
});

describe('the label of an item', () => {
  test.each([
    ['a full-width colon inside', '**标签：** “话”', '标签', '“话”'],
    ['a full-width colon inside, without a space', '**标签：**“话”', '标签', '“话”'],
    ['a colon after it', '**Label**: words', 'Label', 'words'],
    ['a full-width colon after it', '**标签**：话', '标签', '话'],
    ['a line break after it', '**标签：**\n   话', '标签', '话'],
    ['a paragraph after it', '**标签：**\n\n   话', '标签', '话'],
    ['code within', '**关于 `o1`：** 话', '关于 o1', '话'],
  ])('is its leading bold text with %s', (_, item, label, text) => {
    expect(postFrom(`要点\n\n1. ${item}\n2. other`).insights[0]).toMatchObject({ label, text });
  });

  test.each([
    ['bold text without a colon', '**Bold** words', 'Bold words'],
    ['bold text further on', 'words **bold:** more', 'words bold: more'],
    ['nothing but a label', '**Only this:**', 'Only this:'],
  ])('%s is none', (_, item, text) => {
    expect(postFrom(`要点\n\n1. ${item}\n2. other`).insights[0]).toMatchObject({ label: '', text });
  });

  test('leaves the rest of the item as it is', () => {
    const [first] = postFrom('要点\n\n1. **标签：** 有 *强调*\n\n   第二段\n2. b').insights;
    expect(first?.quote).toMatchObject([
      { type: 'paragraph', children: [{ value: '有 ' }, { type: 'emphasis' }] },
      { type: 'paragraph', children: [{ value: '第二段' }] },
    ]);
  });
});

describe('insights of the front matter', () => {
  test('are texts or mappings, in Markdown, and go before all others', () => {
    const post = postFrom(
      `---
insights:
  - "**Label:** *first*"
  - label: 标签：
    quote: 第二
  - text: third
  -
  - { label: no words }
  - 4
---
要点

1. a
2. b
`,
    );
    expect(post.insightKind).toBe('insight');
    expect(post.insights).toMatchObject([
      { number: 1, label: 'Label', text: 'first', quote: [{ children: [{ type: 'emphasis' }] }] },
      { number: 2, label: '标签', text: '第二' },
      { number: 3, label: '', text: 'third' },
      { number: 4, label: '', text: '4' },
    ]);
  });

  test('have whole links', () => {
    const markdown = '---\ninsights: ["[a](/b)"]\n---\n';
    const post = postFrom(markdown, { settings: { url: 'https://blog.example' } });
    expect(post.insights[0]?.quote).toMatchObject([{ children: [{ url: 'https://blog.example/b' }] }]);
  });
});

describe('headings that are numbered themselves', () => {
  test('are insights, quoting the first quote of each, else its first paragraph', () => {
    expect(
      insights(
        '## 1. One\n\ntext\n\n> quoted\n\n## 2. Two\n\nFor example:\n\nparagraph\n\n## Sources\n\nlinks',
      ),
    ).toEqual([
      [1, 'One', 'quoted', '1. One'],
      [2, 'Two', 'paragraph', '2. Two'],
    ]);
    expect(postFrom('## 1. One\n\na\n\n## 2. Two\n\nb').insightKind).toBeUndefined();
  });

  test.each([
    ['one alone', '## 1. One\n\na'],
    ['a gap', '## 1. One\n\na\n\n## 3. Three\n\nb'],
    ['a start after one', '## 2. Two\n\na\n\n## 3. Three\n\nb'],
    [
      'two counts',
      '## A\n\n### 1. One\n\na\n\n### 2. Two\n\nb\n\n## B\n\n### 1. One\n\nc\n\n### 2. Two\n\nd',
    ],
    ['different depths', '## 1. One\n\na\n\n### 2. Two\n\nb'],
    ['no words', '## 1. One\n\n## 2. Two\n\nb'],
    ['more headings without a number', '## A\n\n## B\n\n## C\n\n### 1. One\n\na\n\n### 2. Two\n\nb'],
  ])('are none with %s', (_, markdown) => {
    expect(insights(markdown)).toEqual([]);
  });
});

describe('the section that discusses an insight', () => {
  const list = '要点\n\n1. **Compression:** a\n2. **Long context:** b\n\n';

  test('is the one whose heading has its number', () => {
    expect(headings(`${list}## 2. Zwei\n\n## 1. Eins\n\n## Drei`)).toEqual(['1. Eins', '2. Zwei']);
  });

  test('is else the one that says the same, or nearly', () => {
    expect(headings(`${list}## On long contexts\n\n## Other\n\n## Compression`)).toEqual([
      'Compression',
      'On long contexts',
    ]);
  });

  test('is else the one in its place, where there are as many as insights', () => {
    expect(headings(`${list}## Eins\n\n### Teil\n\n## Zwei`)).toEqual(['Eins', 'Zwei']);
  });

  test('is else unknown', () => {
    expect(headings(`${list}## Eins\n\n## Zwei\n\n## Drei`)).toEqual([undefined, undefined]);
  });

  test('follows the list', () => {
    expect(headings('## 1. A\n\n## 2. B\n\n## 要点\n\n1. a\n2. b')).toEqual([undefined, undefined]);
  });

  test('knows its insight', () => {
    const { sections } = postFrom(`${list}## 1. Eins\n\n## 2. Zwei`);
    expect(sections.map(({ heading, insight }) => [heading, insight])).toEqual([
      ['', undefined],
      ['1. Eins', 1],
      ['2. Zwei', 2],
    ]);
  });
});

test('1,000 insights and 3,000 headings are joined in time', () => {
  const list = Array.from({ length: 1000 }, (_, index) => `1. **insight ${index}:** text`).join('\n');
  const body = Array.from({ length: 3000 }, (_, index) => `## heading ${index}`).join('\n\n');
  expect(postFrom(`要点\n\n${list}\n\n${body}`).insights).toHaveLength(1000);
});
