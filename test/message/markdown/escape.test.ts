import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText } from '../../../src/message/markdown/escape.ts';
import { parse, textOf } from '../../../src/preview/discord-markdown.ts';
import { text } from '../fidelity/trees.ts';

/** What a reader sees, without what is not seen. */
const shown = (markdown: string): string => textOf(parse(markdown)).replaceAll('\u200b', '');

const isPlain = (markdown: string): boolean => parse(markdown).every(({ type }) => type === 'text');

describe('text stays the text that it is', () => {
  test.each([
    ['stars and underscores', '2 * 3 * 4, snake_case, __init__, _x_'],
    ['what would hide it', 'a || b || c'],
    ['brackets that would be a link', '[label](https://example.com)'],
    ['backticks', 'a ` b `` c ``` d'],
    ['what would be a mention', '<@123> <@&123> <#123> </help:123> <id:home>'],
    ['what would be a time or an emoji', '<t:1700000000> <:name:123> <a:name:123> :smile:'],
    ['what would be a heading', '# one\n## two\n-# small'],
    ['what would be a list', '- one\n* two\n1. three\n2024. A year'],
    ['what would be a quote', '> one\n>>> two'],
    ['an address, whole or cut off', 'see https://example.com/a_b*c(d and <https://example.com>'],
    ['backslashes', 'C:\\path\\*.txt and ¯\\_(ツ)_/¯'],
  ])('%s', (_, said) => {
    expect(shown(escapeText(said))).toBe(said);
    expect(isPlain(escapeText(said))).toBe(true);
  });

  test('whatever it holds', () => {
    fc.assert(
      fc.property(text, said => {
        expect(isPlain(escapeText(said))).toBe(true);
        expect(shown(escapeText(said))).toBe(said);
      }),
      { numRuns: 2_000 },
    );
  });

  test('as a heading too, with the number sign at its end', () => {
    expect(parse(`### ${escapeText('Why C#')}`)).toEqual([
      { type: 'heading', depth: 3, children: [{ type: 'text', value: 'Why C#\u200b' }] },
    ]);
  });
});

test('nobody is called by a post that speaks of everyone', () => {
  expect(escapeText('@everyone and @here')).toBe('@\u200beveryone and @\u200bhere');
});

test('what is no mark is written as it is', () => {
  const said = '“引号”、#标签、3.14、-5、a < b、12:30:45、x > y';
  expect(escapeText(said)).toBe(said);
});

test('a long text of marks is escaped at once', () => {
  const said = '[*_`<@:https://'.repeat(20_000);
  expect(escapeText(said).length).toBeGreaterThan(said.length);
});
