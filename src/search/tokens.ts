import { spaced, unspaced } from './scripts.ts';
import { termOf } from './terms.ts';

/** A word of a folded text, and where it stands in it. */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** Of a script that puts spaces between words. */
  readonly spaced: boolean;
  /** True for the joined form of words that a hyphen joins, which stand in the list themselves: `gpt4` of `gpt-4`. */
  readonly joint: boolean;
}

const unspacedLetter = new RegExp(`[${unspaced}]`, 'u');
const unspacedOnly = new RegExp(String.raw`^[${unspaced}\p{M}]+$`, 'u');
// A point between digits belongs to their number.
const spacedWord = String.raw`${spaced}+(?:(?<=\p{N})\.\p{N}+)*`;
const spacedWords = new RegExp(spacedWord, 'gv');
const spacedWordHere = new RegExp(spacedWord, 'vy');
const possessive = /'s(?![\p{L}\p{N}])/uy;
const ending = /'(?:t|d|m|re|ve|ll)(?![\p{L}\p{N}])|(?:\+\+|[+#])(?![\p{L}\p{N}+#])/uy;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

const matchAt = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
};

/** Where a word ends that began before `end`: don't is one word, and C++ and C# are not C. */
const wordEnd = (text: string, start: number, end: number): number => {
  const tail = matchAt(ending, text, end);
  return tail.startsWith("'") || end - start <= 2 ? end + tail.length : end;
};

/** Where the word of a script with spaces ends that begins at a place of a folded text. */
export const wordEndFrom = (text: string, start: number): number =>
  wordEnd(text, start, start + matchAt(spacedWordHere, text, start).length);

/** Longest joined form, in characters. */
const longestJoint = 24;

/** The joined form of a chain of hyphenated words; undefined for one word, or where it is no word any more. */
const jointOf = (text: string, first: Token | undefined, last: Token | undefined): Token | undefined => {
  if (!first || !last || first === last || last.end - first.start > longestJoint) return undefined;
  const word = text.slice(first.start, last.end).replaceAll('-', '');
  return { term: termOf(word), start: first.start, end: last.end, spaced: true, joint: true };
};

const spacedTokens = (text: string): readonly Token[] => {
  const list: Token[] = [];
  let first: Token | undefined;
  let last: Token | undefined;
  const closeChain = (): void => {
    const joint = jointOf(text, first, last);
    if (joint) list.push(joint);
    first = undefined;
  };
  spacedWords.lastIndex = 0;
  for (let match = spacedWords.exec(text); match; match = spacedWords.exec(text)) {
    const start = match.index;
    if (!last || start !== last.end + 1 || text[last.end] !== '-') closeChain();
    const end = wordEnd(text, start, start + match[0].length);
    last = { term: termOf(text.slice(start, end)), start, end, spaced: true, joint: false };
    first ??= last;
    list.push(last);
    spacedWords.lastIndex = end + matchAt(possessive, text, end).length;
  }
  closeChain();
  return list;
};

const unspacedTokens = (text: string): readonly Token[] => {
  const list: Token[] = [];
  // The whole text at once: the segmenter takes linear time, and a call costs as much as fifty characters.
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike || !unspacedOnly.test(segment)) continue;
    list.push({
      term: termOf(segment),
      start: index,
      end: index + segment.length,
      spaced: false,
      joint: false,
    });
  }
  return list;
};

/** The words of a folded text, in order: the one tokenizer for what is indexed and for what is asked. */
export const tokens = (text: string): readonly Token[] =>
  [...spacedTokens(text), ...(unspacedLetter.test(text) ? unspacedTokens(text) : [])].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
