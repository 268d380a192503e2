import { describe, expect, test } from 'vitest';
import { shown } from './shown.ts';

describe('what a fence says besides the language', () => {
  test.each([
    ['a title', '```jsx title="src/a.js" {1,3} showLineNumbers\nx\n```', '`src/a.js`\n\n```jsx\nx\n```'],
    ['a name in brackets', '```js [a.js]\nx\n```', '`a.js`\n\n```js\nx\n```'],
    ['a title after a colon', '```js:title=src/a.js\nx\n```', '`src/a.js`\n\n```js\nx\n```'],
    [
      'a title without a language',
      '```{title="文件 目录"}\nx\n```\n\n```title=env\ny\n```',
      '文件 目录\n\n```\nx\n```\n\n`env`\n\n```\ny\n```',
    ],
    ['a title of several words', '```js title="How to"\nx\n```', 'How to\n\n```js\nx\n```'],
    ['lines to mark', '```js{1,3-5}:line-numbers\nx\n```', '```js\nx\n```'],
    ['options', '```go {linenos=table,hl_lines=[8,"15-17"]}\nx\n```', '```go\nx\n```'],
    ['a chunk', '```{r plot, fig.width=5}\nx\n```', '```r\nx\n```'],
    ['options of a chunk', '```{python}\n#| label: a\n#| fig-cap: "B"\nx\n```', '```python\nx\n```'],
    [
      'a chunk that nobody sees',
      'a\n\n```{r setup, include=FALSE}\nx\n```\n\n```{python}\n#| echo: false\nx\n```',
      'a',
    ],
    ['a table of contents', 'a\n\n```toc\n```', 'a'],
    [
      'marks of lines',
      '```js\n// highlight-next-line\na // [!code ++]\nb <!-- [!code focus] -->\n```',
      '```js\na\nb\n```',
    ],
    ['what only MDX reads', 'a\n\n```mdx-code-block\n<x>\n```', 'a'],
    ['C# and C++', '```c#\nx\n```\n\n```c++\ny\n```', '```c#\nx\n```\n\n```c++\ny\n```'],
  ])('%s', (_, written, read) => {
    expect(shown(written)).toBe(read);
  });

  test('in Hexo a title, as it is written', () => {
    expect(shown('```js 标题 https://a.b 链接\nx\n```', { dialect: 'hexo' })).toBe(
      '标题 [链接](https://a.b)\n\n```js\nx\n```',
    );
    expect(shown('```js 标题\nx\n```')).toBe('```js\nx\n```');
  });
});

test('what Obsidian answers itself is not shown', () => {
  const text = 'a\n\n```dataview\nLIST\n```\n\nb `= this.file.name` c';
  expect(shown(text, { dialect: 'obsidian' })).toBe('a\n\nb  c');
  expect(shown(text)).toContain('LIST');
});

test('a video that Gatsby shows in place of code', () => {
  expect(shown('`youtube: https://youtu.be/a`')).toBe('[https://youtu.be/a](https://youtu.be/a)');
  expect(shown('a `youtube: https://youtu.be/a`')).toBe('a `youtube: https://youtu.be/a`');
});
