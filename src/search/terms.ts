import { newStemmer } from 'snowball-stemmers';

const english = newStemmer('english');

/** Long enough for any word; what is longer is a string of letters that no stemmer knows. */
const longestStemmed = 32;

const asciiOnly = /^[\x21-\x7d]+$/;
// Also 1990s; what is longer and has digits is no word.
const stemmed = /^(?:[a-z']+|[a-z0-9']{1,8})$/;

const termOfNew = (word: string): string =>
  word.length > 2 && word.length <= longestStemmed && stemmed.test(word) ? english.stem(word) : word;

// Stemming costs microseconds and most words are met again; text from outside may hold any number of them.
const known = new Map<string, string>();
const mostKnown = 50_000;

/** The term that a folded word is indexed and looked for as: an English stem, else the word itself. */
export const termOf = (word: string): string => {
  const before = known.get(word);
  if (before !== undefined) return before;
  const term = termOfNew(word);
  if (known.size >= mostKnown) known.clear();
  known.set(word, term);
  return term;
};

/** Whether a term is a word of ASCII letters and digits, which may be misspelt or half typed. */
export const isLatinTerm = (term: string): boolean => asciiOnly.test(term);
