import { expect, test } from 'vitest';
import { readMarkdown } from '../../src/blog/markdown.ts';
import { oneLine, plainText } from '../../src/blog/text.ts';

function textOf(markdown: string): string {
  return plainText(readMarkdown(markdown).children);
}

test('blocks, items and rows stand on lines of their own', () => {
  expect(textOf('# a\n\nb **c** `d`\n\n- e\n- f\n\n> g\n\n|h|i|\n|-|-|\n|j|k|')).toBe(
    'a\nb c d\ne\nf\ng\nh i\nj k',
  );
});

test('code and formulas stand as written, pictures by their alt text, links by theirs', () => {
  expect(textOf('```js\nlet a;\n```\n\n$$\nx^2\n$$\n\n![alt](p.png) [text](/x)')).toBe(
    'let a;\nx^2\nalt text',
  );
});

test('tags and comments are not read', () => {
  expect(textOf('a <kbd>b</kbd> <!-- c --> d')).toBe('a b  d');
  expect(textOf('<div class="x">\nshown\n<!-- hidden -->\n</div>')).toBe('shown');
  expect(textOf('<style>\na { color: red }\n\nb {}\n</style>\n\nshown')).toBe('shown');
  expect(textOf('<script>let a = "</div>";</script>\n\nshown')).toBe('shown');
});

test('less-than signs that open no tag are text', () => {
  expect(textOf('a < b and c > d')).toBe('a < b and c > d');
});

test('on one line, line breaks are spaces', () => {
  expect(oneLine(readMarkdown('a  \nb\nc').children)).toBe('a b c');
});

test('HTML without an end is read in time', () => {
  for (const opening of ['<a ', '<!-- ', '<style>']) {
    expect(() => textOf(`<div>${opening.repeat(100_000)}`)).not.toThrow();
  }
});
