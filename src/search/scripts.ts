/** Scripts that put no space between words, as the inside of a character class. */
export const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;

/** A character of a word in any other script, as a character class for the `v` flag. */
export const spaced = String.raw`[[\p{L}\p{N}\p{M}]--[${unspaced}]]`;

const unspacedCharacter = new RegExp(`^[${unspaced}]$`, 'u');

/** Whether a character is of a script that puts no space between words. */
export const isUnspaced = (character: string): boolean => unspacedCharacter.test(character);

const spacedLetter = new RegExp(`^${spaced}$`, 'v');

/** Whether the character at a place belongs to a word of a script with spaces; false beyond the text's ends. */
export const isSpacedLetter = (text: string, place: number): boolean => {
  const code = text.charCodeAt(place);
  if (code < 0x80)
    return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
  return code >= 0x80 && spacedLetter.test(text.charAt(place));
};
