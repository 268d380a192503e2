import { bytesOf, contentsOf } from './bytes.ts';

/** Takes texts and lists of numbers, one after the other. */
export interface Writer {
  /** What stands for half a character comes back as U+FFFD. */
  readonly text: (text: string) => void;
  readonly json: (value: unknown) => void;
  readonly list: (numbers: ArrayLike<number>) => void;
  readonly bytes: () => Uint8Array;
}

export function makeWriter(): Writer {
  const numbers: number[] = [];
  const texts: string[] = [];
  const text = (one: string): void => {
    numbers.push(one.length);
    texts.push(one);
  };
  return {
    text,
    json: value => text(JSON.stringify(value)),
    list: list => {
      numbers.push(list.length);
      for (const number of Array.from(list)) numbers.push(number);
    },
    bytes: () => bytesOf({ numbers: Uint32Array.from(numbers), text: texts.join('') }),
  };
}

/** Gives them again, in the same order. They are stretches of what was read: little is copied. */
export interface Reader {
  readonly text: () => string;
  readonly list: () => Uint32Array;
}

/** Throws, when something is asked for that is not there. */
export function makeReader(bytes: ArrayBuffer): Reader {
  const { numbers, text } = contentsOf(bytes);
  let [place, at] = [0, 0];
  const next = (): number => {
    const number = numbers[place];
    if (number === undefined) throw new Error('The packed posts are cut short. Build them anew.');
    place += 1;
    return number;
  };
  return {
    text: () => {
      const start = at;
      at += next();
      return text.slice(start, at);
    },
    list: () => {
      const length = next();
      place += length;
      return numbers.subarray(place - length, place);
    },
  };
}
