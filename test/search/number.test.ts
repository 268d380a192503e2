import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber } from '../../src/search/number.ts';

const fives =
  '5|５| 5 |五|伍|⑤|⑸|⒌|Ⅴ|V|第五条|第５條|第 5 点|五、|5.|(5)|No. 5|no.5|№5|#5|5th|five|Fifth|insight 5|section five';

const others: readonly (readonly [string, number])[] = [
  ['十', 10],
  ['十二', 12],
  ['第二十一節', 21],
  ['廿一', 21],
  ['一百零五', 105],
  ['二百五', 250],
  ['三千', 3000],
  ['twenty-one', 21],
  ['twelfth', 12],
  ['XIV', 14],
  ['两', 2],
  ['〇', 0],
  ['2025年', 2025],
  ['二〇二五年', 2025],
  ['二零二五', 2025],
];

describe('a number in any writing', () => {
  test.each([...fives.split('|').map(text => [text, 5] as const), ...others])('%s is %i', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });
});

test.each([
  '',
  ' ',
  'long context',
  '第',
  '条',
  '5.1',
  '-5',
  '5 ways',
  '五十二万',
  '十十',
  'IIII',
  'mix',
  'twenty-eleven',
  '1e3',
  '12345678',
])('no number: %s', text => {
  expect(readNumber(text)).toBeUndefined();
});

const signs = '零一二三四五六七八九';

/** As one writes a number from 1 to 9,999 in Chinese. */
const inChinese = (number: number): string => {
  const digits = Array.from(String(number), Number);
  const units = ['', '十', '百', '千'];
  const written = digits.map((digit, at) =>
    digit === 0 ? '零' : `${signs[digit]}${units[digits.length - 1 - at]}`,
  );
  return written.join('').replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
};

test('every number up to 9,999 is read as it is written in figures and in Chinese', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), number => {
      expect(readNumber(String(number))).toBe(number);
      expect(readNumber(`第${inChinese(number)}条`)).toBe(number);
    }),
  );
});

test('a megabyte of figures is no number', () => {
  expect(readNumber('9'.repeat(1_000_000))).toBeUndefined();
});

test('any text is read without harm', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'第五十百零条5.IVXfivet #('), maxLength: 45 }), text => {
      const number = readNumber(text);
      expect(number === undefined || (Number.isInteger(number) && number >= 0)).toBe(true);
    }),
  );
});
