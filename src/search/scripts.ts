/** Scripts that put no space between words, as the inside of a character class. */
export const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;

/** A character of a word in any other script, as a character class for the `v` flag. */
export const spaced = String.raw`[[\p{L}\p{N}\p{M}]--[${unspaced}]]`;

/** What a character is to the tokenizer: no part of a word, or a letter, digit or mark of a script of either sort. */
export const kinds = { none: 1, spaced: 2, digit: 3, mark: 4, unspaced: 5 } as const;
type Kind = (typeof kinds)[keyof typeof kinds];

const unspacedCharacter = new RegExp(`^[${unspaced}]$`, 'u');

const newKind = (codePoint: number): Kind => {
  const character = String.fromCodePoint(codePoint);
  if (unspacedCharacter.test(character)) return kinds.unspaced;
  if (/\p{N}/u.test(character)) return kinds.digit;
  if (/\p{M}/u.test(character)) return kinds.mark;
  return /\p{L}/u.test(character) ? kinds.spaced : kinds.none;
};

// By code unit, filled as characters are met: every character of every post is asked for.
const known = new Uint8Array(0x10000);

/** The kind of a code point; of half a surrogate pair, none. */
export const kindOf = (codePoint: number): number => {
  if (codePoint > 0xffff) return newKind(codePoint);
  const before = known[codePoint];
  if (before) return before;
  const kind = newKind(codePoint);
  known[codePoint] = kind;
  return kind;
};

/** The kind of the character at a place of a text; none beyond the text's ends. */
export const kindAt = (text: string, place: number): number =>
  place < 0 || place >= text.length ? kinds.none : kindOf(text.codePointAt(place) ?? 0);

/** Whether a kind is part of a word of a script with spaces. */
export const isSpacedKind = (kind: number): boolean => kind > kinds.none && kind < kinds.unspaced;

/** Whether a character is of a script that puts no space between words. */
export const isUnspaced = (character: string): boolean => kindAt(character, 0) === kinds.unspaced;

/** Whether the character at a place belongs to a word of a script with spaces; false beyond the text's ends. */
export const isSpacedLetter = (text: string, place: number): boolean => isSpacedKind(kindAt(text, place));

/** UTF-16 units of the character at a place. */
export const unitsAt = (text: string, place: number): number =>
  (text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1;
