import { expect, test } from 'vitest';
import { readMarkdown } from '../../src/blog/markdown.ts';
import { plainTextOf } from '../../src/search/plain.ts';

const plain = (markdown: string): string => plainTextOf(readMarkdown(markdown).children);

test('emphasis, links and code are read without their marks', () => {
  expect(plain('**bold** and [a link](https://example.com) with `code`')).toBe('bold and a link with code');
});

test('blocks stand on lines of their own: neighbouring code blocks are not run together', () => {
  expect(plain('one\n\n```js\nfirst\n```\n\n```js\nsecond\n```')).toBe('one\nfirst\nsecond');
});

test('table cells and alt text are found too', () => {
  expect(plain('| a | b |\n|---|---|\n| 1 | 2 |\n\n![a cat](cat.png)')).toBe('a b\n1 2\na cat');
});

test('HTML is read without tags, comments, scripts and styles', () => {
  const lines = plain(
    'one <b>bold</b> word<br>and a line <!-- a > secret -->\n\n<div>\n<p>inside</p>\n</div>\n\n<script>\nsecret()\n</script>\n\n<style>\n.secret {}\n</style>',
  );
  expect(
    lines
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean),
  ).toEqual(['one bold word', 'and a line', 'inside']);
});

test('the tree that is shown stays as it is', () => {
  const { children } = readMarkdown('a <b>b</b> c\n\n```\none\n```\n\n```\ntwo\n```');
  const before = structuredClone(children);
  plainTextOf(children);
  expect(children).toEqual(before);
});

test.each([
  ['open tags', '<'.repeat(300_000)],
  ['open tags with a name', '<x'.repeat(200_000)],
  ['one very long tag', `<x ${'y\n'.repeat(300_000)}>`],
  ['open comments', '<!--'.repeat(200_000)],
  ['open line breaks', '<br'.repeat(200_000)],
])('hostile HTML is read in linear time: %s', (_, value) => {
  expect(plainTextOf([{ type: 'html', value: `<div>${value}` }]).length).toBeLessThanOrEqual(value.length);
});
