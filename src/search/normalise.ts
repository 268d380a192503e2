import { Converter } from 'opencc-js/t2cn';

/**
 * A text as it is compared: NFKC, lower case, accents off, 繁 as 简, quotes and dashes alike, nothing invisible,
 * white space single, and no space where Chinese meets anything else (`o1 范式` is `o1范式`).
 */
export interface Folded {
  readonly original: string;
  readonly text: string;
  /**
   * Where the two part: four numbers for each place that changed its length (start and length in `text`,
   * start and length in `original`), in order. Empty where no place did.
   */
  readonly shifts: ArrayLike<number>;
}

// Character by character, so that a run of characters folds alike wherever it stands. Hong Kong's variants
// include nearly all of Taiwan's; what Taiwan's add is 著 as 着, which would hide 著名 from the segmenter.
const simplify = Converter({ from: 'hk', to: 'cn' });

const lookalikes: readonly (readonly [string, string])[] = [
  ["'", '‘’‚‛ʼ′'],
  ['"', '“”„‟″«»「」『』'],
  ['-', '‐‒–—―−'],
  ['·', '•‧・'],
];
const alike = new Map(lookalikes.flatMap(([plain, others]) => Array.from(others, other => [other, plain])));

const accents = /[\u0300-\u036f]+/g;
// Accents that stand by themselves are a space with an accent to NFKD.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}\s]+/gu;

const foldUnit = (unit: string): string => {
  const bare = unit.normalize('NFKD').replace(accents, '').replace(invisible, '').normalize('NFKC');
  // By way of upper case: ẞ and ς have a full case folding that lower case alone does not reach.
  const lower = bare.toLowerCase().toUpperCase().toLowerCase().replace(accents, '');
  return Array.from(lower, character => alike.get(character) ?? simplify(character)).join('');
};

/** Remembers answers by code point: never more entries than Unicode has. */
const byCodePoint = <T>(answer: (character: string) => T): ((codePoint: number) => T) => {
  const known = new Map<number, T>();
  return codePoint => {
    const before = known.get(codePoint);
    if (before !== undefined) return before;
    const found = answer(String.fromCodePoint(codePoint));
    known.set(codePoint, found);
    return found;
  };
};

const foldOf = byCodePoint(foldUnit);
const isSpace = byCodePoint(character => /[\s\u0085]/.test(character));
const isBreak = byCodePoint(character => /[\n\r\u0085\u2028\u2029]/.test(character));
// A combining mark, a vowel or coda of a decomposed syllable, a half-width sound mark.
const joinsBefore = byCodePoint(character => /[\p{M}\u1160-\u11ff\uff9e\uff9f]/u.test(character));
const isWideLetter = byCodePoint(character =>
  /[\u2e80-\u2fff\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\p{Script=Han}]/u.test(character),
);

// By code unit, filled as characters are met: most of any text stands for itself.
const plainUnits = new Uint8Array(0x10000);
const [isPlain, isChanged] = [1, 2];

/** Whether a UTF-16 unit folds to itself whatever stands beside it. */
const standsForItself = (unit: number): boolean => {
  const known = plainUnits[unit];
  if (known) return known === isPlain;
  const plain =
    (unit & 0xf800) !== 0xd800 &&
    !isSpace(unit) &&
    !joinsBefore(unit) &&
    foldOf(unit) === String.fromCharCode(unit);
  plainUnits[unit] = plain ? isPlain : isChanged;
  return plain;
};

/** Where the characters end that fold to themselves, without the last if something may join it. */
const plainEnd = (text: string, start: number): number => {
  let end = start;
  while (end < text.length && standsForItself(text.charCodeAt(end))) end += 1;
  return end < text.length ? Math.max(start, end - 1) : end;
};

/** Marks on one character beyond this many are a unit of their own: a text of marks alone stays linear. */
const longestUnit = 16;

const sizeOf = (codePoint: number): number => (codePoint > 0xffff ? 2 : 1);

const unitEnd = (text: string, start: number, first: number): number => {
  let end = start + sizeOf(first);
  while (end < text.length && end - start < longestUnit) {
    const next = text.codePointAt(end) ?? 0;
    if (next < 0x300 || !joinsBefore(next)) break;
    end += sizeOf(next);
  }
  return end;
};

/** A space between a wide character and one that is not shows no border between words: writers differ on it. */
const joined = (before: number, after: number): boolean => isWideLetter(before) !== isWideLetter(after);

const foldedUnit = (text: string, start: number, end: number, first: number): string =>
  end - start === sizeOf(first) ? foldOf(first) : foldUnit(text.slice(start, end));

/** White space that was met and not yet written: what it becomes depends on what follows. */
interface Gap {
  readonly start: number;
  readonly broken: boolean;
}

const gapText = ({ broken }: Gap, before: number, next: number): string => {
  if (before === 0) return '';
  if (broken) return '\n';
  return joined(before, next) ? '' : ' ';
};

const noShifts: ArrayLike<number> = [];

/** Folds a text for comparing, and keeps where each part of it came from. Takes linear time. */
export const fold = (original: string): Folded => {
  const shifts: number[] = [];
  let text = '';
  // Everything from here on stands unchanged, and is copied at once.
  let copied = 0;
  let gap: Gap | undefined;
  let before = 0;
  const change = (start: number, end: number, piece: string): void => {
    if (original.slice(start, end) === piece) return;
    text += original.slice(copied, start);
    if (piece.length !== end - start) shifts.push(text.length, piece.length, start, end - start);
    text += piece;
    copied = end;
  };
  const write = (start: number, end: number, piece: string): void => {
    if (gap) change(gap.start, start, gapText(gap, before, piece.codePointAt(0) ?? 0));
    gap = undefined;
    change(start, end, piece);
    before = piece.codePointAt(piece.length - 1) ?? before;
  };
  for (let at = 0; at < original.length; ) {
    const plain = gap ? at : plainEnd(original, at);
    if (plain > at) {
      before = original.charCodeAt(plain - 1);
      at = plain;
      continue;
    }
    const first = original.codePointAt(at) ?? 0;
    const end = unitEnd(original, at, first);
    if (isSpace(first)) gap = { start: gap?.start ?? at, broken: gap?.broken === true || isBreak(first) };
    else {
      const piece = foldedUnit(original, at, end, first);
      // What is invisible within white space is a part of it.
      if (!gap || piece !== '') write(at, end, piece);
    }
    at = end;
  }
  text += original.slice(copied, gap?.start ?? original.length);
  return {
    original,
    text: text === original ? original : text,
    shifts: shifts.length === 0 ? noShifts : Uint32Array.from(shifts),
  };
};

/** The folded text alone, for names and queries. */
export const folded = (text: string): string => fold(text).text;

/** The shift at or before a place in the folded text, as its index in `shifts`; -1 where none is. */
const shiftAt = (shifts: ArrayLike<number>, place: number): number => {
  let low = 0;
  let high = shifts.length / 4;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shifts[middle * 4] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return (low - 1) * 4;
};

/** Where in the original the character at a place of the folded text came from, as `[start, end)`. */
const origin = ({ shifts }: Folded, place: number): readonly [number, number] => {
  const at = shiftAt(shifts, place);
  if (at < 0) return [place, place + 1];
  const [from = 0, length = 0, start = 0, size = 0] = [0, 1, 2, 3].map(one => shifts[at + one]);
  if (place < from + length) return [start, start + size];
  const moved = start + size + (place - from - length);
  return [moved, moved + 1];
};

/** The original's range for a range `[start, end)` of the folded text that is not empty. */
export const originalRange = (text: Folded, start: number, end: number): readonly [number, number] => [
  origin(text, start)[0],
  origin(text, end - 1)[1],
];
