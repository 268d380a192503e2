import { folded } from './normalise.ts';

/** Largest number read: more than any insight, section or year. */
const largest = 999_999;

const digitSigns = '〇一二三四五六七八九';
const formalSigns = '零壹贰叁肆伍陆柒捌玖';
const otherDigits: readonly (readonly [string, number])[] = [
  ['两', 2],
  ['幺', 1],
];
const digits = new Map([
  ...Array.from(digitSigns, (sign, value) => [sign, value] as const),
  ...Array.from(formalSigns, (sign, value) => [sign, value] as const),
  ...otherDigits,
]);
const units = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
const tens: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十', 卌: '四十' };

/** 十二, 二十一, 一百零五, 三千; undefined where the signs stand in no such order. */
const counted = (signs: readonly string[]): number | undefined => {
  let sum = 0;
  let digit: number | undefined;
  let last = Number.POSITIVE_INFINITY;
  for (const sign of signs) {
    const unit = units.get(sign);
    const value = digits.get(sign);
    if (unit !== undefined && unit < last) {
      sum += (digit ?? 1) * unit;
      last = unit;
      digit = undefined;
    } else if (value !== undefined && (digit === undefined || digit === 0)) digit = value;
    else return undefined;
  }
  // 二百五 is 250: a digit right after a unit above ten counts the next unit down.
  const bare = last > 10 && Number.isFinite(last) && signs.at(-2) !== '零' && signs.at(-2) !== '〇';
  return sum + (digit ?? 0) * (bare && digit !== undefined ? last / 10 : 1);
};

/** 二〇二五 by its digits, anything else by its units. */
const chineseNumber = (text: string): number | undefined => {
  const signs = Array.from(text.replace(/[廿卅卌]/g, sign => tens[sign] ?? sign));
  if (!signs.some(sign => units.has(sign))) {
    const values = signs.map(sign => digits.get(sign));
    return values.includes(undefined) ? undefined : Number(values.join(''));
  }
  return counted(signs);
};

const small = [
  ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ['zeroth', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
];
const teens = ['thir', 'four', 'fif', 'six', 'seven', 'eigh', 'nine'];
const decades = ['twent', 'thirt', 'fort', 'fift', 'sixt', 'sevent', 'eight', 'ninet'];
const englishNumbers = new Map([
  ...small.flatMap(words => words.map((word, value) => [word, value] as const)),
  ...[...teens.entries()].flatMap(([at, stem]) => [
    [`${stem}teen`, at + 13] as const,
    [`${stem}teenth`, at + 13] as const,
  ]),
  ...[...decades.entries()].flatMap(([at, stem]) => [
    [`${stem}y`, (at + 2) * 10] as const,
    [`${stem}ieth`, (at + 2) * 10] as const,
  ]),
  ['eleventh', 11] as const,
  ['twelfth', 12] as const,
]);

/** five, fifth, twelve, twenty-one, twenty-first. */
const englishNumber = (text: string): number | undefined => {
  const [first = '', second, ...more] = text.split(/[\s-]/);
  const value = englishNumbers.get(first);
  if (value === undefined || second === undefined) return value;
  const ones = englishNumbers.get(second);
  const fits = more.length === 0 && value >= 20 && ones !== undefined && ones > 0 && ones < 10;
  return fits ? value + ones : undefined;
};

const romanDigits = new Map([
  ['i', 1],
  ['v', 5],
  ['x', 10],
  ['l', 50],
]);

/** i to lxxxix, in the one way that each is written. */
const romanNumber = (text: string): number | undefined => {
  if (!/^(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(text) || text === '') return undefined;
  const values = Array.from(text, letter => romanDigits.get(letter) ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
};

// What stands around a number and is not part of it: 第…条, No. …, #…, (…), …年, …th.
const before = /^(?:第|no\.?|nr\.?|n°|number|insight|point|section|part|chapter|#|[([{<"'·]|\s)+/;
const counters = '条條點点个项句章节段部分篇号年月日则句讲课步洞见观要论';
const after = new RegExp(String.raw`(?:[${counters}]|[)\]}>"'.,、。:]|\s)+$`);

const decimal = /^\d{1,6}$/;
const ordinal = /^(\d{1,6})(?:st|nd|rd|th)$/;

/** Longest text that is read as a number, in characters. */
const longest = 40;

/**
 * The whole number that a text is, in any writing: 5, ５, 五, 第五条, 第５條, 十二, ⑤, Ⅴ, No. 5, #5, 5th, five,
 * 2025年, 二〇二五年. From 0 to 999,999; undefined for anything else, also for 5.1 and −5.
 */
export const readNumber = (text: string): number | undefined => {
  if (text.length > longest) return undefined;
  const bare = folded(text).replace(before, '').replace(after, '');
  if (decimal.test(bare)) return Number(bare);
  const [, figures] = ordinal.exec(bare) ?? [];
  const number =
    figures === undefined
      ? (chineseNumber(bare) ?? englishNumber(bare) ?? romanNumber(bare))
      : Number(figures);
  return number !== undefined && bare !== '' && number <= largest ? number : undefined;
};
