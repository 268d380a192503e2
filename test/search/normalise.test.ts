import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, folded, originalRange } from '../../src/search/normalise.ts';

describe('what is typed differently compares as the same', () => {
  test.each([
    ['traditional characters', '強化學習', '强化学习'],
    ['Hong Kong variants', '衞生', '卫生'],
    ['full width', 'ＲＬ', 'rl'],
    ['case', 'Meta CoT', 'meta cot'],
    ['accents', 'Café naïve', 'cafe naive'],
    ['decomposed accents', 'Cafe\u0301', 'cafe'],
    ['ligatures and sharp s', 'ﬁne Straße', 'fine strasse'],
    ['half-width kana', 'ｶﾞｷﾞ', 'ガギ'],
    ['curly quotes', '“don’t”', '"don\'t"'],
    ['dashes', 'GPT–4', 'gpt-4'],
    ['invisible characters', 'long\u200b con\u00adtext', 'long context'],
    ['white space', ' long \t\u3000 context ', 'long context'],
    ['a space between Chinese and Latin', '关于 Long Context 的警示', '关于long context的警示'],
    ['lone surrogates', 'a\ud800b', 'ab'],
  ])('%s', (_, written, compared) => {
    expect(folded(written)).toBe(compared);
  });

  test('著名 stays a word, a space between Chinese words stays a border', () => {
    expect(folded('著名 学者')).toBe('著名 学者');
  });

  test('lines stay lines', () => {
    expect(folded('one \r\n\n two')).toBe('one\ntwo');
  });
});

const mixed = fc.string({
  unit: fc.constantFrom(...'強化 学习ＲＬ　ab é\u0301ﬁ½\n…—\u200b´', '👩‍👩‍👧', '𠮷'),
  maxLength: 60,
});
const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), mixed);

describe('positions lead back to the original', () => {
  const text = fold('  關於 Ｌｏｎｇ  Context ﬁne Cafe\u0301s');
  const originalOf = (part: string): string => {
    const at = text.text.indexOf(part);
    return text.original.slice(...originalRange(text, at, at + part.length));
  };

  test.each([
    ['关于', '關於'],
    ['于long', '於 Ｌｏｎｇ'],
    ['long context', 'Ｌｏｎｇ  Context'],
    ['fine', 'ﬁne'],
    ['cafes', 'Cafe\u0301s'],
  ])('%s', (part, original) => {
    expect(originalOf(part)).toBe(original);
  });

  test('every range of any text leads to a range in bounds that begins and ends no earlier than the one before', () => {
    fc.assert(
      fc.property(texts, original => {
        const whole = fold(original);
        let last: readonly [number, number] = [0, 0];
        for (let at = 0; at < whole.text.length; at += 1) {
          const [start, end] = originalRange(whole, at, at + 1);
          expect(start).toBeGreaterThanOrEqual(last[0]);
          expect(end).toBeGreaterThanOrEqual(last[1]);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(original.length);
          last = [start, end];
        }
      }),
    );
  });

  test('what a range leads to folds to what the range holds, wherever it was cut between characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'強化 学习Ｒｌ abc，。'), maxLength: 40 }),
        fc.nat(),
        fc.nat(),
        (original, from, length) => {
          const whole = fold(original);
          fc.pre(whole.text.length > 0);
          const start = from % whole.text.length;
          const end = start + 1 + (length % (whole.text.length - start));
          const part = whole.text.slice(start, end);
          expect(folded(original.slice(...originalRange(whole, start, end)))).toBe(part.trim());
        },
      ),
    );
  });
});

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(mixed, original => {
      expect(folded(folded(original))).toBe(folded(original));
    }),
  );
});

test('a text of nothing but combining marks takes linear time', () => {
  expect(folded(`a${'\u0301\u0316'.repeat(200_000)}b`)).toBe('ab');
});
