import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { deepest, readMarkdown } from '../../src/blog/markdown.ts';
import { plainText } from '../../src/blog/text.ts';

/** The tree in short: types and values, without what no reader sees. */
function outline(node: Nodes): unknown {
  if ('children' in node) return [node.type, ...node.children.map(outline)];
  return 'value' in node ? `${node.type}:${node.value}` : node.type;
}

function paragraph(text: string): unknown[] {
  const [first] = readMarkdown(text).children;
  return first !== undefined && 'children' in first ? first.children.map(outline) : [];
}

test('emphasis beside Chinese punctuation is emphasis', () => {
  expect(paragraph('**关于“瓶颈”：**后面')).toEqual([['strong', 'text:关于“瓶颈”：'], 'text:后面']);
  expect(paragraph('这是~~「错」~~的')).toEqual(['text:这是', ['delete', 'text:「错」'], 'text:的']);
});

test('reference links and pictures are plain ones, and their definitions are gone', () => {
  const root = readMarkdown('[a][x] ![p][x] [x]\n\n> [x]: /there "Title"');
  expect(root.children[0]).toMatchObject({
    children: [
      { type: 'link', url: '/there', title: 'Title', children: [{ value: 'a' }] },
      { value: ' ' },
      { type: 'image', url: '/there', alt: 'p' },
      { value: ' ' },
      { type: 'link', url: '/there', children: [{ value: 'x' }] },
    ],
  });
  expect(JSON.stringify(root)).not.toContain('definition');
});

test('a reference without a definition stays as written', () => {
  expect(plainText(readMarkdown('[a][nowhere] and [b]').children)).toBe('[a][nowhere] and [b]');
});

test('of two definitions of one name the first counts', () => {
  expect(readMarkdown('[a]\n\n[a]: /one\n[a]: /two').children[0]).toMatchObject({
    children: [{ url: '/one' }],
  });
});

test('footnotes stay', () => {
  const root = readMarkdown('text[^1]\n\n[^1]: note');
  expect(outline(root)).toEqual([
    'root',
    ['paragraph', 'text:text', 'footnoteReference'],
    ['footnoteDefinition', ['paragraph', 'text:note']],
  ]);
});

test('nodes carry no positions', () => {
  expect(JSON.stringify(readMarkdown('# a\n\n*b* $c$'))).not.toContain('position');
});

describe('dollars', () => {
  test.each([
    ['it costs $5 and $6', 'it costs $5 and $6'],
    ['价格$5，涨到$6', '价格$5，涨到$6'],
    ['US$5 or HK$40', 'US$5 or HK$40'],
    ['export PATH=$HOME/bin:$PATH', 'export PATH=$HOME/bin:$PATH'],
    ['from $5-$10', 'from $5-$10'],
    ['only one $', 'only one $'],
    ['$ spaced $', '$ spaced $'],
  ])('%s is prose', (written, text) => {
    expect(paragraph(written)).toEqual([`text:${text}`]);
  });

  test.each([
    ['$x^2$', ['inlineMath:x^2']],
    ['公式$e=mc^2$很美', ['text:公式', 'inlineMath:e=mc^2', 'text:很美']],
    ['$5 for $a_1$ and $b_1$', ['text:$5 for ', 'inlineMath:a_1', 'text: and ', 'inlineMath:b_1']],
    ['($a$, $b$)', ['text:(', 'inlineMath:a', 'text:, ', 'inlineMath:b', 'text:)']],
    ['$$x$$', ['inlineMath:x']],
    ['$a\nb$', ['inlineMath:a\nb']],
    ['\\$5 and $a$', ['text:$5 and ', 'inlineMath:a']],
  ])('%s has a formula', (written, nodes) => {
    expect(paragraph(written)).toEqual(nodes);
  });

  test('emphasis between prices is emphasis', () => {
    expect(paragraph('$5 *and* $6')).toEqual(['text:$5 ', ['emphasis', 'text:and'], 'text: $6']);
  });

  test('dollars in code are code', () => {
    expect(paragraph('`$5 and $6`')).toEqual(['inlineCode:$5 and $6']);
  });
});

function depthOf(node: Nodes): number {
  return 'children' in node ? 1 + Math.max(0, ...node.children.map(depthOf)) : 0;
}

describe('what would hold up the parser', () => {
  const hostile: [string, string][] = [
    ['20,000 brackets', '['.repeat(20_000)],
    ['two runs of 10,000 stars', `${'*'.repeat(10_000)}a${'*'.repeat(10_000)}`],
    ['nested brackets', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['500 nested quotes', `${'> '.repeat(500)}deep`],
    ['20,000 nested quotes', `${'>'.repeat(20_000)}deep`],
    ['lists in lists on one line', `${'- '.repeat(10_000)}deep`],
    ['numbered lists on one line', `${'1. '.repeat(5000)}deep`],
    ['emphasis that never ends', '*a_'.repeat(10_000)],
    ['emphasis that all ends', '_a '.repeat(5000) + 'a_ '.repeat(5000)],
    ['tildes', '~a'.repeat(10_000)],
    ['dollars of many lengths', Array.from({ length: 200 }, (_, count) => '$'.repeat(count)).join('a ')],
    ['footnotes', '[^a]'.repeat(10_000)],
    ['underlined lines', 'a\n=\n'.repeat(10_000)],
    ['lines that go on a quote', `> a\n${'b\n'.repeat(10_000)}`],
    ['lines with bars', 'a|b\n'.repeat(10_000)],
    ['blank lines', '\n'.repeat(200_000)],
    ['one long line', 'word '.repeat(100_000)],
    ['a link of 20,000 words', `[${'a '.repeat(20_000)}](b)`],
    ['emphasis after what only looks like code', `\`\`\`a\`\n\n${'*a_'.repeat(10_000)}`],
    ['emphasis after ticks in indented code', `     \`\`\`\n\n${'*a_'.repeat(10_000)}`],
  ];

  test.each(hostile)('%s are read in time, and nothing of them is lost', (_, text) => {
    const root = readMarkdown(text);
    expect(depthOf(root)).toBeLessThan(deepest + 20);
    const letters = (written: string) => written.replace(/[^a-z]/g, '');
    expect(letters(plainText(root.children))).toBe(letters(text));
  });

  test('its neighbours are read as ever', () => {
    const root = readMarkdown(`# Title\n\n${'*a_'.repeat(5000)}\n\n**bold**`);
    expect(root.children.map(node => node.type)).toEqual(['heading', 'code', 'paragraph']);
    expect(outline(root)).toContainEqual(['paragraph', ['strong', 'text:bold']]);
  });

  test('long code, tables and lists are no such thing', () => {
    const code = `\`\`\`\n${'*a_['.repeat(5000)}\n\`\`\``;
    const list = '- **a** [b](c) *d*\n'.repeat(1000);
    const table = `| a | b |\n|---|---|\n${'| **x** | [y](z) |\n'.repeat(1000)}`;
    const types = readMarkdown([code, list, table].join('\n\n')).children.map(node => node.type);
    expect(types).toEqual(['code', 'list', 'table']);
  });
});

test('any text is read', () => {
  const part = fc.constantFrom(
    '> ',
    '- ',
    '1. ',
    '# ',
    '\n',
    '\n\n',
    '```',
    '$',
    '$$',
    '*',
    '_',
    '[',
    ']',
    '(',
    '|',
    '~~',
    '  ',
    '<',
    '!',
    '字',
    'a ',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), parts => {
      expect(readMarkdown(parts.join('')).type).toBe('root');
    }),
  );
});
