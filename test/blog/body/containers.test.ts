import { describe, expect, test } from 'vitest';
import { shown } from './shown.ts';

describe('containers', () => {
  test.each([
    ['a kind alone', '::: tip\nHello\n:::', '> **Tip**\n> \n> Hello'],
    ['a title', '::: warning 注意 `x`\nHello\n:::', '> **注意 `x`**\n> \n> Hello'],
    [
      'a title in brackets',
      ':::note[Your **title** [l](https://a.b)]\nHello\n:::',
      '> **Your title [l](https://a.b)**\n> \n> Hello',
    ],
    ['a title as an attribute', '::: {.callout-note title="T"}\nHello\n:::', '> **T**\n> \n> Hello'],
    ['what unfolds', '::: details Click\nHello\n:::', '**Click**\n\nHello'],
    ['a place on the page', '::: center\nHello\n:::', 'Hello'],
    ['a demo', '::: demo [vanilla]\n```html\n<a>\n```\n:::', '```html\n<a>\n```'],
    [
      'one in another',
      ':::: tip A\n::: danger B\nHello\n:::\nafter\n::::',
      '> **A**\n> \n> > **B**\n> > \n> > Hello\n> \n> after',
    ],
    ['one in a list', '- a\n  ::: tip\n  Hello\n  :::\n- b', '- a\n  \n  > **Tip**\n  > \n  > Hello\n- b'],
    ['tabs', '::: tabs\n@tab npm\nHello\n:::', '**npm**\n\nHello'],
    ['no end', '::: tip\nHello', '> **Tip**\n> \n> Hello'],
    ['an end alone', 'Hello\n\n:::', 'Hello\n\n:::'],
    [
      'neighbours without blank lines',
      'before\n:::tip\nHello\n:::\nafter',
      'before\n\n> **Tip**\n> \n> Hello\n\nafter',
    ],
  ])('%s', (_, written, read) => {
    expect(shown(written)).toBe(read);
  });
});

describe('callouts', () => {
  test.each([
    ["GitHub's", '> [!NOTE]\n> Hi *there*', '> **Note**\n> \n> Hi *there*'],
    ["Obsidian's, folded", '> [!tip]- My *title*\n> text', '> **My *title***\n> \n> text'],
    ['without text', '> [!warning]', '> **Warning**'],
    ['of a kind of one’s own', '> [!recipe] Soup\n>\n> - salt', '> **Soup**\n> \n> - salt'],
    ['a quote that is none', '> [NOTE] x', '> [NOTE] x'],
  ])('%s', (_, written, read) => {
    expect(shown(written)).toBe(read);
  });
});

describe('attributes', () => {
  test.each([
    ['of a block', 'text\n{: .lead #id}', 'text'],
    ['of words', 'a *b*{: .red} c', 'a *b* c'],
    ['of a heading', '## Title {: .x #own}', '## Title'],
    ['a table of contents', '* TOC\n{:toc}\n\n## A', '## A'],
    ['its marks', '[TOC]\n\n[[toc]]\n\n[[_TOC_]]\n\n@[toc](Contents)\n\ntext', 'text'],
    ['braces of the text', 'print {:?} and {:x} and {:href => 1}', 'print {:?} and {:x} and {:href => 1}'],
  ])('%s', (_, written, read) => {
    expect(shown(written)).toBe(read);
  });
});

describe('definition lists', () => {
  test.each([
    ['a term', 'Term\n: Def **one**\n: Def two', '**Term**\n\n- Def **one**\n- Def two'],
    ['several blocks', 'Term\n\n:   Def\n\n    more\n\nafter', '**Term**\n\n- Def\n  \n  more\n\nafter'],
    ['several terms', 'A\nB\n: Def', '**A**\n\n**B**\n\n- Def'],
    ['a bold term', '**Term**\n:   <https://a.b>', '**Term**\n\n- [https://a.b](https://a.b)'],
    ['a time is none', '10:30\n:30', '10:30\n:30'],
    ['nothing before it', ': x', ': x'],
  ])('%s', (_, written, read) => {
    expect(shown(written)).toBe(read);
  });
});
