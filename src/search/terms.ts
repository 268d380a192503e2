import { newStemmer } from 'snowball-stemmers';

const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_';

/** What the term of a word outside ASCII begins with. */
const encodedMark = '~';

/**
 * Three letters a character. MiniSearch's radix tree looks through a node's children one after another,
 * and with Han letters as they are its root has thousands of them.
 */
const encode = (word: string): string => {
  let term = encodedMark;
  for (const character of word) {
    const code = character.codePointAt(0) ?? 0;
    term +=
      alphabet.charAt((code >> 12) & 63) + alphabet.charAt((code >> 6) & 63) + alphabet.charAt(code & 63);
  }
  return term;
};

const english = newStemmer('english');

/** Long enough for any word; what is longer is a string of letters that no stemmer knows. */
const longestStemmed = 32;

const termOfNew = (word: string): string => {
  if (/[^\x21-\x7d]/.test(word)) return encode(word);
  return word.length > 2 && word.length <= longestStemmed ? english.stem(word) : word;
};

// Stemming costs microseconds and most words are met again; text from outside may hold any number of them.
const known = new Map<string, string>();
const mostKnown = 50_000;

/** The term that a folded word is indexed and looked for as: an English stem, else the word in a small alphabet. */
export const termOf = (word: string): string => {
  const before = known.get(word);
  if (before !== undefined) return before;
  const term = termOfNew(word);
  if (known.size >= mostKnown) known.clear();
  known.set(word, term);
  return term;
};

/** Whether a term is a word of ASCII letters and digits, which may be misspelt or half typed. */
export const isLatinTerm = (term: string): boolean => !term.startsWith(encodedMark);
