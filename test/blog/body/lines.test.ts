import { describe, expect, test } from 'vitest';
import { shown } from './shown.ts';

describe('attributes in braces', () => {
  test.each([
    ['of a picture', '![Cap](a.png){#fig-a fig-alt="A b" width=50%} x', '![Cap](a.png) x'],
    ['of a link', '[a](https://b.c){ .button .big } d', '[a](https://b.c) d'],
    ['of words', '[text]{.smallcaps} b', 'text b'],
    ['of a heading', '## A {.unnumbered}\n\n## B {-}\n\nc', '## A\n\n## B\n\nc'],
    ['of a block', 'a\n\n{.class #id}\n\nb', 'a\n\nb'],
    ['of a formula', '$$\nx^2\n$$ {#eq-a}\n\nafter', 'x²\n\nafter'],
    [
      'the size of a picture',
      '![a](https://b.c/d.png#x =400x) ![e](f.png =20x30)',
      '![a](https://b.c/d.png#x) ![e](f.png)',
    ],
    ['names that kramdown gives them', '{:center: style="x"}\n![a](b.png)\n{: center}', '![a](b.png)'],
    ['abbreviations', 'The HTML\n\n*[HTML]: Hyper Text', 'The HTML'],
    ['braces of the text', 'f(a){return b} [x]{y} [a](b){c} {d}', 'f(a){return b} [x]{y} [a](b){c} {d}'],
    ['in code', '`[a](b){.c}`\n\n```\n{.a}\n```', '`[a](b){.c}`\n\n```\n{.a}\n```'],
  ])('%s', (_, written, read) => {
    expect(shown(written)).toBe(read);
  });
});

describe('formulas between brackets and in environments', () => {
  test.each([
    ['within a line', 'a \\(x_1\\) and \\\\(y^2\\\\)', 'a x₁ and y²'],
    ['on lines of their own', '\\[\n\\alpha + 1\n\\]\n\nb', 'α + 1\n\nb'],
    [
      'an environment',
      'a\n\n\\begin{align*}\na &= b\n\\end{align*}\n\nc',
      'a\n\n$\\begin{align*}\na &= b\n\\end{align*}$\n\nc',
    ],
    [
      'one that is marked already',
      '$$\n\\begin{align}\na_b\n\\end{align}\n$$',
      '$\\begin{align}\na_b\n\\end{align}$',
    ],
    ['brackets of the text', 'a \\(note\\) and \\[1\\] \\[ ] \\(open', 'a (note) and [1] [ ] (open'],
    ['in code', '`\\(x_1\\)`', '`\\(x_1\\)`'],
    ['an environment without an end', '\\begin{align}\na', '\\begin{align}\na'],
  ])('%s', (_, written, read) => {
    expect(shown(written)).toBe(read);
  });
});

describe('boxes whose content is indented', () => {
  test.each([
    [
      'with a title',
      '!!! note "A *title*"\n    Text\n\n    more\n\nafter',
      '> **A *title***\n> \n> Text\n> \n> more\n\nafter',
    ],
    [
      'with a title as a plugin of Hexo has it',
      '!!! note 使用 示例\n    文字',
      '> **使用 示例**\n> \n> 文字',
    ],
    ['of a kind alone', '??? tip\n    Text', '> **Tip**\n> \n> Text'],
    ['without a title', '!!! danger ""\n    Text', '> Text'],
    [
      'one in another',
      '!!! a\n    b\n\n    !!! c\n        d',
      '> **A**\n> \n> b\n> \n> > **C**\n> > \n> > d',
    ],
    [
      'with code',
      '!!! a "b"\n    ```js\n    let c\n\n      d\n    ```',
      '> **b**\n> \n> ```js\n> let c\n> \n>   d\n> ```',
    ],
    ['tabs', '=== "C"\n    c\n\n=== "D"\n    d', '## C\n\nc\n\n## D\n\nd'],
    ['nothing below', '!!! note\nText', '!!! note\nText'],
    ['an exclamation', 'Stop!\n\n!!!', 'Stop!\n\n!!!'],
    ['in code', '```\n!!! note\n    a\n```', '```\n!!! note\n    a\n```'],
    ['a heading of two lines', 'Title\n===\n\ntext', '# Title\n\ntext'],
  ])('%s', (_, written, read) => {
    expect(shown(written)).toBe(read);
  });
});

describe("WordPress' shortcodes", () => {
  test.each([
    [
      'a caption',
      '[caption id="a" width="3"]<img src="/y.jpg" alt="A" /> Words[/caption]',
      '![A](/y.jpg) Words',
    ],
    ['code', '[sourcecode language="php"]\n<?php echo 1;\n[/sourcecode]', '```php\n<?php echo 1;\n```'],
    ['code in a line', '[code lang="js"]let a = b[0];[/code]', '```js\nlet a = b[0];\n```'],
    ['a video', '[youtube https://youtu.be/a]', '[https://youtu.be/a](https://youtu.be/a)'],
    ['what is embedded', '[embed]https://a.b/c[/embed]', '[https://a.b/c](https://a.b/c)'],
    ['a song', '[audio mp3="https://a.b/c.mp3"][/audio]', '[https://a.b/c.mp3](https://a.b/c.mp3)'],
    ['nothing of forms', 'a\n\n[contact-form-7 id="1" title="Form"]\n\nb', 'a\n\nb'],
    [
      'links that are called so',
      '[a][video] [embed play] [code]\n\n[video]: https://a.b',
      '[a](https://a.b) [embed play] [code]',
    ],
    [
      'words in brackets',
      'The [code] and [caption](https://a.b) [html]: x',
      'The [code] and [caption](https://a.b) [html]: x',
    ],
  ])('%s', (_, written, read) => {
    expect(shown(written)).toBe(read);
  });
});

describe('what stands in other files, directives, notes', () => {
  test.each([
    ['a snippet of VitePress', '<<< @/snippets/a.js#part{2}', '`a.js`'],
    ['a snippet of VuePress', '@[code js](../x/a.js)', '`a.js`'],
    ['a snippet of MkDocs', '--8<-- "docs/a.md"', '`a.md`'],
    ['a directive of a line', '::github{repo="a/b"}', '[GitHub](https://github.com/a/b)'],
    [
      'a directive with a label',
      '::youtube[Video]{#abcdefg}',
      '[Video](https://www.youtube.com/watch?v=abcdefg)',
    ],
    ['a directive within a line', 'a :spoiler[b *c*]{.d} e', 'a b *c* e'],
    ['colons of a program', 'std::vector a::b[0] :: c 10:30', 'std::vector a::b[0] :: c 10:30'],
    ['a note in the text', 'Words^[a note *here*] go on', 'Words (a note *here*) go on'],
    ['a note after a space', 'Words ^[a note].', 'Words (a note).'],
    [
      'cards in YAML',
      '::: cardList\n```yaml\n- name: N\n  desc: D\n  link: https://a.b/\n```\n:::',
      '- [N](https://a.b/): D',
    ],
    ['a pattern', 'what matches ^[a-z] or a^[bc]', 'what matches ^[a-z] or a^[bc]'],
    [
      'a box of a plugin for Obsidian',
      '```ad-tip\ntitle: T\ncollapse: open\nText **x**\n```\nafter',
      '> **T**\n> \n> Text **x**\n\nafter',
    ],
    ['one without a title', '~~~ad-note\nText\n~~~', '> **Note**\n> \n> Text'],
    ['one that is never closed', '```ad-note\nText', '```ad-note\nText\n```'],
    ['tabs with ids', '::: tabs#fruit\n@tab:active apple#a\nA\n:::', '**apple**\n\nA'],
    [
      'a container with an id alone',
      '::: {#fig layout-ncol=2}\n![a](a.png)\n\nCap\n:::',
      '![a](a.png)\n\nCap',
    ],
  ])('%s', (_, written, read) => {
    expect(shown(written)).toBe(read);
  });
});

test.each([
  ['\\(', 30_000],
  ['\\[x_1 ', 50_000],
  ['\\begin{align}\n', 20_000],
  ['[code]', 50_000],
  ['[caption "', 50_000],
  ['!!! a\n    ', 10_000],
  ['^[', 100_000],
  [':a[b', 50_000],
  ['![a](b =', 30_000],
  ['<A ', 50_000],
  ['==a *b* ', 20_000],
  ['[x]{.a', 50_000],
] as const)('%j over and over is read', (piece, times) => {
  expect(shown(`${piece.repeat(times)}\n\nend`)).toContain('end');
});
