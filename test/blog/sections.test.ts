import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settleLinks } from '../../src/blog/links.ts';
import { readMarkdown } from '../../src/blog/markdown.ts';
import { sectionsOf } from '../../src/blog/sections.ts';
import { isSilent, oneLine, plainText } from '../../src/blog/text.ts';

function sections(markdown: string, title = 'Title') {
  return sectionsOf(readMarkdown(markdown), title);
}

function outline(markdown: string, title?: string) {
  return sections(markdown, title).map(({ depth, heading, nodes }) => [depth, heading, plainText(nodes)]);
}

test('text before the first heading is a section of its own', () => {
  expect(outline('intro\n\n## A\n\na\n\n#### B\n\nb')).toEqual([
    [0, '', 'intro'],
    [2, 'A', 'a'],
    [4, 'B', 'b'],
  ]);
});

test('there is none where nothing stands there', () => {
  expect(outline('<!-- toc -->\n\n---\n\n## A\n\na')).toEqual([[2, 'A', 'a']]);
});

test('a post without headings is one section, an empty one has none', () => {
  expect(outline('only\n\ntext')).toEqual([[0, '', 'only\ntext']]);
  expect(outline('')).toEqual([]);
});

test('an h1 that repeats the title is dropped, and its text joins what stands before', () => {
  expect(outline('# **ＴＩＴＬＥ**\n\nintro\n\n# Other\n\nother')).toEqual([
    [0, '', 'intro'],
    [1, 'Other', 'other'],
  ]);
});

test('an h2 that repeats the title, and a second h1 that does, are headings', () => {
  expect(outline('## Title\n\na')).toEqual([[2, 'Title', 'a']]);
  expect(outline('# Title\n\na\n\n# Title\n\nb')).toEqual([
    [0, '', 'a'],
    [1, 'Title', 'b'],
  ]);
});

test('headings in quotes and lists stay where they are', () => {
  expect(outline('## A\n\n> # quoted\n\n- # listed')).toEqual([[2, 'A', 'quoted\nlisted']]);
});

test('what a heading links to stands below it', () => {
  const [first, second] = sections(
    '## [A](https://a.b/c#a) ![d](https://a.b/d.png) [A](https://a.b/c#a)\n\na\n\n## [B](#b)',
  );
  expect(first?.nodes).toMatchObject([
    {
      type: 'paragraph',
      children: [
        { type: 'link', url: 'https://a.b/c#a', children: [] },
        { type: 'break' },
        { type: 'image', url: 'https://a.b/d.png', alt: '' },
      ],
    },
    { children: [{ value: 'a' }] },
  ]);
  expect(second?.nodes).toEqual([]);
});

test('a heading’s link to itself is none', () => {
  const root = readMarkdown('## [中 b](#中-b)');
  settleLinks(root, 'https://a.b/post');
  expect(sectionsOf(root, 'Title', 'https://a.b/post')).toMatchObject([{ heading: '中 b', nodes: [] }]);
});

test('so does what the title links to, where it is dropped', () => {
  const [first] = sections('# [Title](https://a.b/c)\n\na');
  expect(first?.nodes[0]).toMatchObject({ children: [{ type: 'link', url: 'https://a.b/c' }] });
});

test('rules between sections are dropped, rules within one stay', () => {
  const [a, b] = sections('## A\n\na\n\n---\n\nstill a\n\n- - -\n\n---\n\n## B\n\n---\n\nb\n\n---');
  expect(a?.nodes.map(node => node.type)).toEqual(['paragraph', 'thematicBreak', 'paragraph']);
  expect(b?.nodes.map(node => node.type)).toEqual(['paragraph']);
});

test('a section has the number of its heading', () => {
  const found = sections('## 1. A\n\n## 第二节 B\n\n## 三、C\n\n## D\n\n## 5 ways');
  expect(found.map(section => section.number)).toEqual([1, 2, 3, undefined, undefined]);
});

test('anchors are those of the site, equal headings told apart in order', () => {
  const found = sections(
    '## 5. 关于 Long Context\n\n## `code` & *more*!\n\n## Party 🎉\n\n## Same\n\n> ## Same\n\n## Same',
  );
  expect(found.map(section => section.anchor)).toEqual([
    '5-关于-long-context',
    'code--more',
    'party',
    'same',
    'same-2',
  ]);
});

test('an id is the hash of the heading with its number among equal ones', () => {
  const ids = (markdown: string) => sections(markdown).map(section => section.id);
  const [first, same, other] = ids('## A\n\n## A\n\n## B');
  expect(first).toMatch(/^[\w-]{6}\.0$/);
  expect(same).toBe(first?.replace('.0', '.1'));
  expect(other).not.toBe(first);
  expect(ids('intro\n\n## B\n\n### C')).toContain(other);
});

const block = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('Title', 'A', 'B', '1. C', ''))
    .map(([depth, text]) => `${'#'.repeat(depth)} ${text}`),
  fc.constantFrom(
    'text',
    '---',
    '> # quote',
    '- item',
    '<!-- comment -->',
    '```\ncode\n```',
    '[a]: /b',
    '1. one',
  ),
);

test('every node of a post is in one section, in order', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 20 }), blocks => {
      const root = readMarkdown(blocks.join('\n\n'));
      const found = sectionsOf(root, 'Title');
      const dropped = root.children.filter(node => node.type === 'heading' || isSilent(node));
      const shown = found.flatMap(section => section.nodes).filter(node => !isSilent(node));
      expect(shown).toEqual(root.children.filter(node => !dropped.includes(node)));
      const headings = root.children.filter(node => node.type === 'heading').map(node => oneLine([node]));
      const titles = root.children.filter(
        node => node.type === 'heading' && node.depth === 1 && oneLine([node]) === 'Title',
      );
      const kept = found.filter(section => section.depth > 0).map(section => section.heading);
      expect(kept).toHaveLength(headings.length - Math.min(1, titles.length));
      expect(found.map(section => section.ordinal)).toEqual([...found.keys()]);
      expect(new Set(found.map(section => section.id)).size).toBe(found.length);
    }),
  );
});

test('3,000 headings are cut in time', () => {
  expect(sections('## Same\n\ntext\n\n'.repeat(3000))).toHaveLength(3000);
});
