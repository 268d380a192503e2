import { describe, expect, test } from 'vitest';
import { postFrom } from './fixture.ts';

function excerpt(markdown: string): string {
  return postFrom(markdown).excerpt;
}

test('an author’s own excerpt stands as written', () => {
  expect(excerpt('---\nexcerpt: 一句话。\n---\n正文')).toBe('一句话。');
  expect(excerpt('---\ndescription: "Q&amp;A:\\n two lines"\n---\ntext')).toBe('Q&A: two lines');
});

test.each(['excerpt: true', 'summary:', 'description: "{{ page.title }}"'])('%s is none', line => {
  expect(excerpt(`---\n${line}\n---\ntext`)).toBe('text');
});

test.each(['<!--more-->', '<!-- more -->', '<!-- truncate -->', '{/* truncate */}', '<!-- excerpt -->'])(
  'what stands before %s is the excerpt',
  marker => {
    expect(excerpt(`# Title\n\nfirst\n\n- second\n\n${marker}\n\nthird`)).toBe('first second');
  },
);

describe('the first real paragraph', () => {
  test.each([
    ['a picture', '![a picture](p.png)'],
    ['a linked picture', '[![a](p.png)](/x)'],
    ['a comment', '<!-- html -->'],
    ['a picture in HTML', '<p align="center"><img src="x.png" alt="html"></p>'],
    ['a table of contents', '[[toc]]'],
    ['a table of contents of another kind', '[TOC]'],
    ['a label', '核心洞见：\n\n> 1. a\n> 2. b'],
    ['a list', '- a\n- b'],
    ['a quote', '> quoted'],
    ['code', '```\ncode\n```'],
    ['a heading', '## Heading'],
  ])('is not %s', (_, markdown) => {
    expect(excerpt(`${markdown}\n\nReal *words*.`)).toBe('Real words.');
  });

  test('leads to a list where there is no other', () => {
    expect(excerpt('These:\n\n- a')).toBe('These:');
  });

  test('loses its pictures', () => {
    expect(excerpt('![icon](i.png) words')).toBe('words');
  });
});

test('a post without words has none', () => {
  expect(excerpt('```\ncode\n```')).toBe('');
  expect(excerpt('')).toBe('');
});

test('a long one ends with a whole sentence', () => {
  const chinese = '这一句正好有二十个汉字再加上一个句号就是。'.repeat(20);
  expect(excerpt(chinese)).toBe('这一句正好有二十个汉字再加上一个句号就是。'.repeat(6));
  const english = 'A sentence of some length is here. '.repeat(20);
  expect(excerpt(english)).toBe('A sentence of some length is here. '.repeat(8).trim());
});

test('a sentence that is too long itself is cut between words or signs', () => {
  expect(excerpt('word '.repeat(100))).toBe(`${'word '.repeat(56).trim()}…`);
  expect(excerpt('字'.repeat(200))).toBe(`${'字'.repeat(139)}…`);
  const family = '👨‍👩‍👧';
  expect(excerpt(family.repeat(100)).replaceAll(family, '')).toBe('…');
});
