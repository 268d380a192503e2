import SearchableMap from 'minisearch/SearchableMap';
import { atOnce } from './steps.ts';
import { isLatinTerm, termOf } from './terms.ts';

/**
 * The terms of an index, each with a number, and the words that they are the terms of. It only ever grows, so
 * that the index before a change and the one after it share it.
 */
export interface Lexicon {
  /** By number. */
  readonly terms: string[];
  readonly numbers: Map<string, number>;
  /** The number of its term by each word that was met, in whatever form. */
  readonly words: Map<string, number>;
  /** What is derived from the words when it is first asked for. */
  readonly derived: { ascii: string; others: string; wordsWritten: number; termsSpelled: number };
  /** Latin terms as MiniSearch keeps them, to find those spelt almost like a word. */
  readonly spellings: SearchableMap<number>;
}

/** A lexicon of terms and words that are known already, or of none. */
export const makeLexicon = (
  terms: readonly string[] = [],
  words: Iterable<readonly [string, number]> = [],
): Lexicon => ({
  terms: [...terms],
  numbers: new Map(terms.map((term, number) => [term, number])),
  words: new Map(words),
  derived: { ascii: '\n', others: '\n', wordsWritten: 0, termsSpelled: 0 },
  spellings: new SearchableMap<number>(),
});

const numberOfTerm = ({ terms, numbers }: Lexicon, term: string): number => {
  const known = numbers.get(term);
  if (known !== undefined) return known;
  numbers.set(term, terms.length);
  return terms.push(term) - 1;
};

/** The number of a word's term; a new one where it has none. */
export const numberOfWord = (lexicon: Lexicon, word: string): number => {
  const known = lexicon.words.get(word);
  if (known !== undefined) return known;
  const number = numberOfTerm(lexicon, termOf(word));
  lexicon.words.set(word, number);
  return number;
};

const onLines = (words: readonly string[]): string => words.map(word => `${word}\n`).join('');

/** All words, each on a line: one text is searched much faster than many, and fastest if it is of ASCII alone. */
export const writtenWords = ({ words, derived }: Lexicon): readonly string[] => {
  if (derived.wordsWritten < words.size) {
    const added = [...words.keys().drop(derived.wordsWritten)];
    derived.ascii += onLines(added.filter(isLatinTerm));
    derived.others += onLines(added.filter(word => !isLatinTerm(word)));
    derived.wordsWritten = words.size;
  }
  return [derived.ascii, derived.others];
};

/** A run of letters that stands in the words of more terms than this stands in most texts. */
const mostHolding = 300;

/** The numbers of the terms of all words that hold a run of letters; undefined where they are very many. */
export const termsHolding = (lexicon: Lexicon, run: string): ReadonlySet<number> | undefined => {
  const found = new Set<number>();
  for (const written of writtenWords(lexicon)) {
    for (let at = written.indexOf(run); at >= 0; ) {
      const end = written.indexOf('\n', at);
      const number = lexicon.words.get(written.slice(written.lastIndexOf('\n', at) + 1, end));
      if (number !== undefined) found.add(number);
      if (found.size > mostHolding) return undefined;
      at = written.indexOf(run, end);
    }
  }
  return found;
};

const spelledAtOnce = 500;

/** Adds the Latin terms that are new since the last time to the spellings; a step for each of some. */
export function* spelledInSteps({ terms, derived, spellings }: Lexicon): Generator<void, void> {
  while (derived.termsSpelled < terms.length) {
    const start = derived.termsSpelled;
    const some = terms.slice(start, start + spelledAtOnce);
    for (const [at, term] of some.entries()) if (isLatinTerm(term)) spellings.set(term, start + at);
    derived.termsSpelled += some.length;
    yield;
  }
}

/** Latin terms that are at most so many letters from one, and those that begin with it. */
export const termsSpeltLike = (lexicon: Lexicon, term: string, letters: number): readonly string[] => {
  const { spellings } = lexicon;
  atOnce(spelledInSteps(lexicon));
  return [...new Set([...spellings.fuzzyGet(term, letters).keys(), ...spellings.atPrefix(term).keys()])];
};
