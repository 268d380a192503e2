import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leadingNumber } from '../../src/blog/number.ts';

test.each([
  ['5. 关于 Long Context', 5, '关于 Long Context'],
  ['5．关于', 5, '关于'],
  ['5、关于', 5, '关于'],
  ['5) About', 5, 'About'],
  ['5）关于', 5, '关于'],
  ['5：关于', 5, '关于'],
  ['12.About', 12, 'About'],
  ['１２．ＲＬ：结论', 12, 'ＲＬ：结论'],
  ['五、关于', 5, '关于'],
  ['十二、关于', 12, '关于'],
  ['二十、关于', 20, '关于'],
  ['（五）关于', 5, '关于'],
  ['(5) About', 5, 'About'],
  ['【5】关于', 5, '关于'],
  ['第五节 关于', 5, '关于'],
  ['第5章：关于', 5, '关于'],
  ['第十部分 关于', 10, '关于'],
  ['Part 5: About', 5, 'About'],
  ['Step 5 - About', 5, 'About'],
  ['#5 About', 5, 'About'],
  ['5.', 5, ''],
])('%s carries %s', (heading, number, rest) => {
  expect(leadingNumber(heading)).toEqual({ number, rest });
});

test.each([
  '5 ways to read',
  '5.1 Details',
  '2025年总结',
  '2025. A year',
  '3D 打印',
  '一些想法',
  '一',
  '第一次',
  'Partition 5',
  'Chapter One',
  'v1.0',
  'No more',
  '⑤ 关于',
  '',
])('%s carries no number', heading => {
  expect(leadingNumber(heading)).toBeUndefined();
});

test('any text is read in time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), heading => {
      const number = leadingNumber(heading)?.number ?? 0;
      expect(number).toBeGreaterThanOrEqual(0);
      expect(number).toBeLessThan(1000);
    }),
  );
  expect(leadingNumber(`第${' '.repeat(1_000_000)}`)).toBeUndefined();
});
