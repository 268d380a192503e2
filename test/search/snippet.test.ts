import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Match } from '../../src/search/marks.ts';
import { fold, folded } from '../../src/search/normalise.ts';
import { columnsOf } from '../../src/search/sentences.ts';
import { snippetOf } from '../../src/search/snippet.ts';
import { areSound, bracketed } from './found.ts';

/** Every place of some words in a text, each a match of its own. */
const matchesOf = (text: string, words: readonly string[]): readonly Match[] =>
  words
    .flatMap((word, at) =>
      Array.from(folded(text).matchAll(new RegExp(word, 'gu')), ({ index }) => ({
        range: [index, index + word.length] as const,
        of: word,
        weight: words.length - at,
      })),
    )
    .toSorted((a, b) => a.range[0] - b.range[0]);

const snippet = (text: string, words: readonly string[], columns?: number): string =>
  bracketed(snippetOf(fold(text), matchesOf(text, words), { columns }));

describe('whole sentences', () => {
  test('the sentence of the match, not the ones around it that do not fit', () => {
    expect(snippet('第一句在这里。第二句说压缩。第三句在那里。', ['压缩'], 20)).toBe('第二句说[压缩]。');
  });

  test('what follows is shown too where it fits, then what stands before', () => {
    expect(snippet('First one. Second two. Third three.', ['second'], 24)).toBe('[Second] two. Third three.');
    expect(snippet('第一句。第二句。第三句。', ['第二'], 16)).toBe('[第二]句。第三句。');
    expect(snippet('第一句。第二句。第三句。', ['第三'], 16)).toBe('第二句。[第三]句。');
  });

  test('never over the end of a line', () => {
    expect(snippet('标题\n正文说压缩\n下一段', ['压缩'])).toBe('正文说[压缩]');
  });

  test('closing quotes belong to their sentence; points within numbers and names end none', () => {
    expect(snippet('他说：“压缩！”然后走了。再见。', ['压缩'], 16)).toBe('他说：“[压缩]！”');
    expect(snippet('Use node.js 3.5 for it. Not now.', ['3.5'], 24)).toBe('Use node.js [3.5] for it.');
  });

  test('the densest place wins over the first', () => {
    expect(snippet('压缩在先。别的话。压缩与遗忘在后。', ['压缩', '遗忘'], 20)).toBe('[压缩]与[遗忘]在后。');
  });

  test('from the start where nothing matched, empty where there is no text', () => {
    expect(snippet('第一句。第二句。', [], 10)).toBe('第一句。');
    expect(snippet('', ['压缩'])).toBe('');
    expect(snippet(' \n ', ['压缩'])).toBe('');
  });
});

describe('marks', () => {
  test('lie on the words as they were written', () => {
    expect(snippet('關於強化學習（ＲＬ）。', ['强化学习', 'rl'])).toBe('關於[強化學習]（[ＲＬ]）。');
    expect(snippet('Cafe\u0301s ﬁne', ['cafe', 'fine'])).toBe('[Cafe\u0301]s [ﬁne]');
  });

  test('with nothing but a space or hyphen between them are one', () => {
    expect(snippet('a long context, a long-context', ['long', 'context'])).toBe(
      'a [long context], a [long-context]',
    );
  });
});

describe('a sentence that is too long', () => {
  const long = `${'前面有很多话，'.repeat(20)}这里说压缩，${'后面还有很多话，'.repeat(20)}完。`;

  test('is cut on both sides with …, at clauses', () => {
    expect(snippet(long, ['压缩'], 60)).toMatch(
      /^…(?:前面有很多话，)*这里说\[压缩\]，(?:后面还有很多话，)+后面还有很多话…$/u,
    );
  });

  test('stays about as long as it may be', () => {
    expect(
      columnsOf(snippetOf(fold(long), matchesOf(long, ['压缩']), { columns: 60 }).text),
    ).toBeLessThanOrEqual(60 + 2 * 10);
  });

  test('is never cut within a grapheme', () => {
    const family = '👩‍👩‍👧‍👦';
    const text = family.repeat(200);
    const { text: shown } = snippetOf(fold(text), [], { columns: 41 });
    expect(shown.replaceAll(family, '')).toBe('…');
  });

  test('keeps its match, however long the words around it are', () => {
    expect(snippet(`${'x'.repeat(500)} needle ${'y'.repeat(500)}`, ['needle'], 40)).toContain('[needle]');
  });
});

test('whatever the text, marks fit, no character is torn and what is shown stands in it', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'压缩遗忘ab。，.!? \n', '😀', '👩‍👩‍👧', 'e\u0301'),
    maxLength: 300,
  });
  fc.assert(
    fc.property(text, fc.integer({ min: 8, max: 120 }), (original, columns) => {
      const shown = snippetOf(fold(original), matchesOf(original, ['压缩', 'ab', '😀']), { columns });
      expect(areSound(shown)).toBe(true);
      expect(shown.text.isWellFormed()).toBe(true);
      expect(original.replaceAll('\n', ' ')).toContain(shown.text.replace(/^…|…$/gu, ''));
    }),
  );
});

test('a megabyte without a sentence end is cut in one go', () => {
  const text = `${'x'.repeat(500_000)}压缩${'y'.repeat(500_000)}`;
  expect(snippet(text, ['压缩'])).toContain('[压缩]');
});
