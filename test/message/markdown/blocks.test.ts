import { describe, expect, test } from 'vitest';
import { readBody } from '../../../src/blog/body/body.ts';
import { readMarkdown } from '../../../src/blog/markdown.ts';
import { renderBlocks, renderParts } from '../../../src/message/markdown/render.ts';

const shown = (...lines: readonly string[]): string => renderBlocks(readMarkdown(lines.join('\n')).children);
const text = (...lines: readonly string[]): string => lines.join('\n');

describe('paragraphs and headings', () => {
  test('stand apart, a heading over what follows it', () => {
    expect(shown('one', '', 'two', '', '## **Three** *3*', '', 'four')).toBe(
      text('one', '', 'two', '### Three *3*', 'four'),
    );
  });

  test('a heading that Discord does not know is a bold line', () => {
    expect(shown('one', '', '#### Two `x`', '', 'three')).toBe(text('one', '', '**Two `x`**', 'three'));
  });

  test('a rule is a line between what it parts, and nothing at either end', () => {
    expect(shown('---', '', 'one', '', '---', '', '---', '', 'two', '', '- - -')).toBe(
      text('one', '───', 'two'),
    );
  });

  test('HTML is there by its words', () => {
    expect(
      shown(
        '<div>',
        '<p>One &amp; <b>two</b><br>three</p>',
        '<script>',
        'no()',
        '</script>',
        '<p># four</p>',
        '</div>',
      ),
    ).toBe(text('One & two', 'three', '', '\\# four'));
  });
});

describe('quotes', () => {
  test('bear a mark on every line', () => {
    expect(shown('> one', '>', '> two\\', '> three', '', 'after')).toBe(
      text('> one', '> ', '> two', '> three', '', 'after'),
    );
  });

  test('two in a row stay two', () => {
    expect(shown('> one', '', '> two')).toBe(text('> one', '', '> two'));
  });

  test('in a quote bear a bar', () => {
    expect(shown('> one', '> > two', '> > > three')).toBe(
      text('> one', '> ', '> │ two', '> ', '> │ │ three'),
    );
  });

  test('hold lists, and let go of code', () => {
    expect(shown('> 1. **a:** b', '> 2. c', '>', '> ```js', '> x', '> ```', '>', '> d')).toBe(
      text('> 1. **a:** b', '> 2. c', '```js', 'x', '```', '> d'),
    );
  });
});

describe('lists', () => {
  test('go two spaces a level, under numbers too', () => {
    expect(shown('1. a', '   - b', '     - c', '2. d')).toBe(text('1. a', '  - b', '    - c', '2. d'));
  });

  test('stand close to the line that leads to them', () => {
    expect(shown('So:', '', '- a', '', '- b', '', 'after')).toBe(
      text('So:', '', '- a', '- b', '', 'after').replace('\n\n- a', '\n- a'),
    );
  });

  test('show boxes', () => {
    expect(shown('- [ ] a', '- [x] b')).toBe(text('- ☐ a', '- ☑ b'));
  });

  test('hold paragraphs without blank lines, which would end an item', () => {
    expect(shown('- a', '', '  b<br><br>c', '', '- d')).toBe(text('- a', '  b', '  c', '- d'));
  });

  test('go on with their numbers after code', () => {
    expect(shown('1. a', '   ```', '   x', '   ```', '2. b')).toBe(text('1. a', '```', 'x', '```', '2. b'));
  });

  test('let go of quotes', () => {
    expect(shown('- a', '  > b', '- c')).toBe(text('- a', '> b', '- c'));
  });

  test('a number that Discord would change is text', () => {
    expect(shown('2024. a', '2025. b')).toBe(text('2024\\. a', '2025\\. b'));
    expect(shown('0. a', '1. b')).toBe(text('0\\. a', '1\\. b'));
    expect(shown('7. a', '8. b')).toBe(text('7. a', '8. b'));
  });

  test('two in a row stay two', () => {
    expect(shown('- a', '', '* b')).toBe(text('- a', '\u200b', '- b'));
  });

  test('an empty item keeps its number', () => {
    expect(shown('1.', '2. b')).toBe(text('1. \u200b', '2. b'));
  });

  test('begin no heading, which Discord does not know there', () => {
    expect(shown('- # a', '- b')).toBe(text('- **a**', '- b'));
  });

  test('items without a list have one, links and all', () => {
    const html = (text: string) => renderBlocks(readBody({ text, path: 'a.md' }).children);
    expect(html('<li><a href="https://a.b/">one</a></li>')).toBe('- [one](<https://a.b/>)');
    expect(html('<blockquote><li><a href="https://a.b/">one</a></li></blockquote>')).toBe(
      '> - [one](<https://a.b/>)',
    );
  });

  test('deeper than Discord goes stand at its deepest', () => {
    const deep = Array.from({ length: 14 }, (_, level) => `${'  '.repeat(level)}- ${level}`);
    expect(
      shown(...deep)
        .split('\n')
        .at(-1),
    ).toBe(`${'  '.repeat(10)}- 13`);
  });
});

describe('code', () => {
  test('stands between three backticks, with one word for its language', () => {
    expect(shown('````js{1,3} title="a.js"', 'x', '````')).toBe(text('```js', 'x', '```'));
    expect(shown('~~~', 'x', '~~~')).toBe(text('```', 'x', '```'));
    expect(shown('    x')).toBe(text('```', 'x', '```'));
  });

  test('that holds a fence does not end there', () => {
    expect(shown('````md', '```js', 'x', '```', '````')).toBe(
      text('```md', '``\u200b`js', 'x', '``\u200b`', '```'),
    );
  });

  test('of nothing is nothing', () => {
    expect(shown('a', '', '```js', '', '```', '', 'b')).toBe(text('a', '', 'b'));
  });

  test('formulas of their own are code', () => {
    expect(shown('$$', 'x^2', '$$')).toBe(text('```tex', 'x^2', '```'));
  });
});

describe('tables', () => {
  test('that are narrow and Latin are aligned as code', () => {
    expect(shown('| Name | Size |', '|---|--:|', '| `a` | 1 |', '| bcdef | 100 |')).toBe(
      text('```', 'Name   Size', '─────  ────', 'a         1', 'bcdef   100', '```'),
    );
  });

  test('in Chinese are lists of named cells', () => {
    expect(shown('| 名称 | Size |', '|---|---|', '| **甲** | 1 |', '| [乙](https://e.com) | |')).toBe(
      text('- **名称：** **甲**', '  **Size:** 1', '- **名称：** [乙](<https://e.com/>)', '  **Size:** —'),
    );
  });

  test('that are wide are lists', () => {
    expect(shown('| A | B |', '|---|---|', `| ${'word '.repeat(8)} | b |`)).toBe(
      text(`- **A:** ${'word '.repeat(8).trim()}`, '  **B:** b'),
    );
  });

  test('of a head alone are its names', () => {
    expect(shown('| A | B |', '|---|---|')).toBe(text('- A', '  B'));
  });
});

describe('pictures', () => {
  const parts = (...lines: readonly string[]) => renderParts(readMarkdown(lines.join('\n')).children);
  const picture = (url: string, alt: string) => ({ source: url, url, alt });

  test('stand between the text, those in a row side by side', () => {
    expect(parts('a', '', '![one](https://e.com/1.png)', '', '![two](https://e.com/2.jpg)', '', 'b')).toEqual(
      [
        { kind: 'text', text: 'a' },
        {
          kind: 'pictures',
          pictures: [picture('https://e.com/1.png', 'one'), picture('https://e.com/2.jpg', 'two')],
        },
        { kind: 'text', text: 'b' },
      ],
    );
  });

  test('on a line of their own stand there too', () => {
    expect(parts('a', '![one](https://e.com/1.png)', 'b')).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'pictures', pictures: [picture('https://e.com/1.png', 'one')] },
      { kind: 'text', text: 'b' },
    ]);
  });

  test('within items and quotes stand between their pieces', () => {
    expect(parts('1. a', '', '   ![one](https://e.com/1.png)', '2. b').map(({ kind }) => kind)).toEqual([
      'text',
      'pictures',
      'text',
    ]);
  });

  test('that Discord cannot show are words or links', () => {
    expect(
      parts(
        '![one](1.png)',
        '',
        '![two](https://e.com/2.svg)',
        '',
        `![${'x'.repeat(1_100)}](https://e.com/3.png)`,
      ),
    ).toEqual([
      {
        kind: 'text',
        text: `one\n\n[two](<https://e.com/2.svg>)\n\n[${'x'.repeat(1_100)}](<https://e.com/3.png>)`,
      },
    ]);
  });

  test('that lead elsewhere keep their link', () => {
    expect(parts('[![film](https://e.com/1.png)](https://film.com)')).toEqual([
      { kind: 'pictures', pictures: [picture('https://e.com/1.png', 'film')] },
      { kind: 'text', text: '[film](<https://film.com/>)' },
    ]);
  });

  test('fill galleries of ten', () => {
    const twelve = Array.from({ length: 12 }, (_, index) => `![${index}](https://e.com/${index}.png)`);
    const sizes = parts(...twelve).map(part => (part.kind === 'pictures' ? part.pictures.length : 0));
    expect(sizes).toEqual([10, 2]);
  });
});
