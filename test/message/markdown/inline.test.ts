import type { PhrasingContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../../src/blog/markdown.ts';
import { renderBlocks, renderInline } from '../../../src/message/markdown/render.ts';

const shown = (markdown: string): string => renderBlocks(readMarkdown(markdown).children);

describe('marks', () => {
  test.each([
    ['bold, italic, struck', '**a** *b* ~~c~~', '**a** *b* ~~c~~'],
    ['bold and italic', '***a***', '***a***'],
    ['bold beside Chinese signs', '**重点：**后面', '**重点：**后面'],
    ['marks that touch are kept apart', '**a***b*', '**a**\u200b*b*'],
    ['bold in italic', '*a **b** c*', '*a* ***b*** *c*'],
    ['bold in bold', '**a __b__ c**', '**a b c**'],
    ['a mark that is text at the end of bold', '**a\\***', '**a\\*\u200b**'],
    ['a mark of one kind only', '2 * 3 ** 4', '2 \\* 3 \\*\\* 4'],
  ])('%s', (_, markdown, written) => {
    expect(shown(markdown)).toBe(written);
  });

  test('spaces stand outside, and what is empty is not there', () => {
    const strong = (value: string) => ({
      type: 'strong' as const,
      children: [{ type: 'text' as const, value }],
    });
    expect(
      renderInline([{ type: 'text', value: 'a' }, strong(' b '), strong('  '), { type: 'text', value: 'c' }]),
    ).toBe('a **b** c');
  });
});

describe('code', () => {
  test.each([
    ['as it is', '`a*b_c`', '`a*b_c`'],
    ['with a backtick', '`` a`b ``', '``a`b``'],
    ['that is a backtick', '`` ` ``', '``\u200b`\u200b``'],
    ['with two in a row', '``` a``b ```', '``a`\u200b`b``'],
    ['beside code', '`a`<!-- -->`b`', '`a`\u200b`b`'],
    ['over two lines', '`a\nb`', '`a b`'],
    ['in italic', '*“a`b`c”*', '*“a`b`c”*'],
    ['with a star, which would end the bold around it', '**a `*` b**', '**a** `*` **b**'],
    ['a lone backtick', '*扩大到一定程度`反而下降。”*', '*扩大到一定程度\\`反而下降。”*'],
  ])('%s', (_, markdown, written) => {
    expect(shown(markdown)).toBe(written);
  });

  test('a label’s end in code does not end the label of a link before it', () => {
    expect(shown('[a](https://e.com) `](x)`')).toBe('[a](<https://e.com/>) `]\u200b(x)`');
  });
});

describe('lines', () => {
  test.each([
    ['Chinese that the source wraps', '第一行，\n第二行', '第一行，第二行'],
    ['Chinese signs at the wrap', '他说\n“你好”', '他说“你好”'],
    ['English that the source wraps', 'one\ntwo', 'one two'],
    ['both', '中文\nEnglish\n中文', '中文 English 中文'],
    ['a hard break', 'one  \ntwo\\\nthree', 'one\ntwo\nthree'],
    ['a break that HTML makes', 'one<br>two', 'one\ntwo'],
    ['bold over a wrap', '**one\ntwo**', '**one two**'],
    ['bold over a hard break', '**one\\\ntwo**', '**one**\n**two**'],
    ['a line that begins like a list', '2024\\. A year\\\n\\- dash', '2024\\. A year\n\\- dash'],
    ['bold that begins like a list', '**1. One**', '**1\\. One**'],
    ['several spaces', 'a   b', 'a b'],
  ])('%s', (_, markdown, written) => {
    expect(shown(markdown)).toBe(written);
  });
});

describe('links', () => {
  test.each([
    ['to a place', '[周报](https://e.com/a)', '[周报](<https://e.com/a>)'],
    ['bold within', '[**a** b](https://e.com)', '**[a](<https://e.com/>)** [b](<https://e.com/>)'],
    ['code within', '[`a()` b](https://e.com)', '[`a()` b](<https://e.com/>)'],
    ['an address', 'https://e.com/a_b', '<https://e.com/a_b>'],
    ['an address after a wrap', 'see\n<https://e.com/>', 'see <https://e.com/>'],
    ['without a label', '[](https://e.com)', '<https://e.com>'],
    ['to a place on a site that is not known', '[周报](/posts/a)', '周报'],
    ['to a mail address', '[Write](mailto:a@e.com?subject=x)', 'Write (a@e.com)'],
    ['a mail address', 'a@e.com', 'a@e.com'],
    ['to another scheme', '[Get](ftp://e.com/a)', 'Get (ftp\\://e.com/a)'],
    ['to a script', '[Run](javascript:run)', 'Run'],
    [
      'a picture within a line',
      'see ![chart](https://e.com/c.png) here',
      'see [chart](<https://e.com/c.png>) here',
    ],
    ['a picture without words', 'see ![](https://e.com/c.png)', 'see <https://e.com/c.png>'],
    [
      'a picture without words that is a link',
      'see [![](https://e.com/c.png)](https://e.com/d)',
      'see <https://e.com/d>',
    ],
    ['a picture of an unknown site', 'see ![chart](c.png)', 'see chart'],
    [
      'a picture without words beside those of its link',
      'x [![](https://e.com/c.png) words](https://b.c)',
      'x [words](<https://b.c/>)',
    ],
    [
      'two pictures without words in a link',
      'x [![](https://e.com/1.png)![](https://e.com/2.png)](https://b.c)',
      'x <https://b.c>',
    ],
    [
      'an address that only encodes more than it says',
      '[https://b.c/~d](https://b.c/%7Ed)',
      '<https://b.c/%7Ed>',
    ],
    [
      'words that are another address',
      '[https://b.c/a/b](https://b.c/a%2Fb)',
      '[https](<https://b.c/a%2Fb>)\\:[//b.c/a/b](<https://b.c/a%2Fb>)',
    ],
    [
      'a picture that is a link',
      'see [![ci](https://e.com/ci.svg)](https://e.com/ci)',
      'see [ci](<https://e.com/ci>)',
    ],
  ])('%s', (_, markdown, written) => {
    expect(shown(markdown)).toBe(written);
  });
});

describe('what Discord does not know', () => {
  test.each([
    ['tags', 'a <kbd>Ctrl</kbd> <!-- no --> b', 'a Ctrl b'],
    ['a footnote’s mark', 'a[^1]\n\n[^1]: b', 'a\\[1\\]\n\n\\[1\\] b'],
    ['a formula', 'so $x^2$ is', 'so `x^2` is'],
  ])('%s', (_, markdown, written) => {
    expect(shown(markdown)).toBe(written);
  });

  test('nodes that are not Markdown’s are there by their text', () => {
    const custom = { type: 'mdxJsxTextElement', children: [{ type: 'text', value: 'inside *it*' }] };
    // @ts-expect-error: what a plugin may add to a tree.
    expect(renderBlocks([{ type: 'paragraph', children: [custom] }])).toBe('inside \\*it\\*');
  });
});

test('a link within a link is words of the outer one', () => {
  const link = (url: string, ...children: PhrasingContent[]) => ({ type: 'link' as const, url, children });
  const inner = link('https://b.c/cut', { type: 'text', value: 'inner' });
  expect(renderInline([link('https://b.c/whole', inner, { type: 'text', value: ' outer' })])).toBe(
    '[inner outer](<https://b.c/whole>)',
  );
});

test('thousands of marks in marks are read without end', () => {
  const depth = 20_000;
  let node: { type: 'emphasis'; children: unknown[] } | { type: 'text'; value: string } = {
    type: 'text',
    value: 'x',
  };
  for (let level = 0; level < depth; level++) node = { type: 'emphasis', children: [node] };
  // @ts-expect-error: children of unknown kind.
  expect(renderInline([node])).toContain('x');
});
