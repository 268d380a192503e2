const digits = new Map([...'〇一二三四五六七八九'].map((sign, value) => [sign, value]));
digits.set('零', 0).set('两', 2).set('兩', 2);

/** 一 to 九十九, as headings count; undefined for anything else. */
function chineseNumber(written: string): number | undefined {
  const match = /^([一二三四五六七八九])?(十)?([〇零一二三四五六七八九两兩])?$/u.exec(written);
  if (match === null || written === '') return undefined;
  const [, first, ten, last] = match;
  if (ten === undefined) return written.length === 1 ? digits.get(written) : undefined;
  const tens = first === undefined ? 1 : (digits.get(first) ?? 0);
  return tens * 10 + (last === undefined ? 0 : (digits.get(last) ?? 0));
}

/** Arabic, in full width too, or Chinese. */
function numberOf(written: string): number | undefined {
  const plain = written.normalize('NFKC');
  return /^\d+$/.test(plain) ? Number(plain) : chineseNumber(plain);
}

export interface Numbered {
  readonly number: number;
  /** What follows the number, as written. */
  readonly rest: string;
}

const digit = '[0-9０-９]';

const counted = `(${digit}{1,3}|[一二三四五六七八九十]{1,3})`;

/**
 * How headings carry a number: `5.` `5、` `5)` `5:` `五、` `（五）` `(5)` `第五节` `Part 5`. A point that a digit
 * follows belongs to a longer number (`5.1`), and a number without a sign after it counts things (`5 ways to …`).
 */
const shapes: readonly RegExp[] = [
  new RegExp(`^${counted}\\s?(?:[.．](?!${digit})|[、)）:：])\\s*(.*)$`, 'su'),
  new RegExp(`^[(（[【]${counted}[)）\\]】]\\s*(.*)$`, 'su'),
  new RegExp(`^第\\s?${counted}\\s?(?:部分|[节節章條条點点課课步回篇講讲])[.．、:：\\s]*(.*)$`, 'su'),
  /^(?:no\.|part|chapter|section|step|lesson|insight|point|#)\s?([0-9]{1,3})(?![0-9.]?[0-9])[.、:：)\s-]*(.*)$/isu,
];

/** The number that a heading starts with, 0 to 999; undefined where it carries none. */
export function leadingNumber(heading: string): Numbered | undefined {
  const text = heading.slice(0, 1000).trim();
  for (const shape of shapes) {
    const [, written = '', rest = ''] = shape.exec(text) ?? [];
    const number = numberOf(written);
    if (number !== undefined) return { number, rest: rest.trim() };
  }
  return undefined;
}
