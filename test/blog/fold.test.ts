import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../src/blog/fold.ts';

test.each([
  ['#AI', 'ai'],
  ['ＡＩ', 'ai'],
  ['  Long\tContext ', 'long context'],
  ['# 与曦', '与曦'],
  ['ｶﾞｲﾄﾞ', 'ガイド'],
  ['C#', 'c#'],
])('%s is the same name as %s', (written, folded) => {
  expect(fold(written)).toBe(folded);
});

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), name => {
      expect(fold(fold(name))).toBe(fold(name));
    }),
  );
});
