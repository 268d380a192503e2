import { isVersion, joinedForm, joins, longestJoint, mayHoldJoints } from './joints.ts';
import { isSpacedKind, kindAt, kinds, unitsAt } from './scripts.ts';
import { termOf } from './terms.ts';

/** A word of a folded text, and where it stands in it. */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** Of a script that puts spaces between words. */
  readonly spaced: boolean;
  /** True for the joined form of words that stand in the list themselves: `gpt4` of `gpt-4`; see `joints.ts`. */
  readonly joint: boolean;
}

/** Is told of a word and where it stands in the text. */
type Visit = (word: string, start: number, end: number) => unknown;

const possessive = /'s(?![\p{L}\p{N}])/uy;
const ending = /'(?:t|d|m|re|ve|ll)(?![\p{L}\p{N}])|(?:\+\+|[+#])(?![\p{L}\p{N}+#])/uy;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

const matchAt = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
};

const runEnd = (text: string, start: number, belongs: (kind: number) => boolean): number => {
  let end = start;
  while (belongs(kindAt(text, end))) end += unitsAt(text, end);
  return end;
};

const isDigit = (kind: number): boolean => kind === kinds.digit;

/** Where letters and digits end that begin at `start`; a point between digits belongs to their number. */
const lettersEnd = (text: string, start: number): number => {
  let end = runEnd(text, start, isSpacedKind);
  while (text[end] === '.' && isDigit(kindAt(text, end - 1)) && isDigit(kindAt(text, end + 1))) {
    end = runEnd(text, end + 1, isDigit);
  }
  return end;
};

/** Where a word ends that began before `end`: don't is one word, and C++ and C# are not C. */
const wordEnd = (text: string, start: number, end: number): number => {
  const next = text[end];
  if (next !== "'" && next !== '+' && next !== '#') return end;
  const tail = matchAt(ending, text, end);
  return tail.startsWith("'") || end - start <= 2 ? end + tail.length : end;
};

/** Where the word of a script with spaces ends that begins at a place of a folded text. */
export const wordEndFrom = (text: string, start: number): number =>
  wordEnd(text, start, lettersEnd(text, start));

/** Visits the words of scripts with spaces, and the joined forms of those that are written together. */
const visitSpaced = (text: string, visit: Visit, visitJoint: Visit): void => {
  let [chainStart, chainWords, lastEnd] = [0, 0, -1];
  const closeChain = (): void => {
    if (chainWords > 1 && lastEnd - chainStart <= longestJoint) {
      visitJoint(joinedForm(text.slice(chainStart, lastEnd)), chainStart, lastEnd);
    }
    chainWords = 0;
  };
  for (let at = 0; at < text.length; ) {
    if (!isSpacedKind(kindAt(text, at))) {
      at += unitsAt(text, at);
      continue;
    }
    const end = wordEndFrom(text, at);
    if (at !== lastEnd + 1 || !joins(text, lastEnd)) closeChain();
    if (chainWords === 0) chainStart = at;
    chainWords += 1;
    visit(text.slice(at, end), at, end);
    if (isVersion(text, at, end)) visitJoint(text.slice(at + 1, end), at + 1, end);
    lastEnd = end;
    at = text[end] === "'" ? end + matchAt(possessive, text, end).length : end;
  }
  closeChain();
};

const belongsToRun = (kind: number): boolean => kind === kinds.unspaced || kind === kinds.mark;

/** The runs of scripts without spaces in a text, as one text with a space between them, and where each began. */
const runsOf = (text: string): { readonly joined: string; readonly starts: readonly number[] } => {
  const starts: number[] = [];
  const runs: string[] = [];
  for (let at = 0; at < text.length; ) {
    if (kindAt(text, at) !== kinds.unspaced) {
      at += 1;
      continue;
    }
    const end = runEnd(text, at, belongsToRun);
    starts.push(at);
    runs.push(text.slice(at, end));
    at = end;
  }
  return { joined: runs.join(' '), starts };
};

/** Visits the words of scripts without spaces. */
const visitUnspaced = (text: string, visit: Visit): void => {
  const { joined, starts } = runsOf(text);
  if (joined === '') return;
  let run = 0;
  let moved = starts[0] ?? 0;
  // All runs at once: the segmenter takes linear time, and a call costs as much as fifty characters.
  for (const { segment, index } of segmenter.segment(joined)) {
    if (segment === ' ') {
      run += 1;
      moved = (starts[run] ?? 0) - index - 1;
    } else if (kindAt(segment, 0) === kinds.unspaced) {
      visit(segment, index + moved, index + moved + segment.length);
    }
  }
};

/** The joined forms of words in a folded text. */
export const jointsOf = (text: string): readonly Token[] => {
  const joints: Token[] = [];
  if (!mayHoldJoints(text)) return joints;
  visitSpaced(
    text,
    () => undefined,
    (word, start, end) => joints.push({ term: termOf(word), start, end, spaced: true, joint: true }),
  );
  return joints;
};

/** Visits every word of a folded text, joined forms included, in no order. */
export const visitWords = (text: string, visit: (word: string) => void): void => {
  visitSpaced(text, visit, visit);
  visitUnspaced(text, visit);
};

/** The words of a folded text, in order: the one tokenizer for what is indexed and for what is asked. */
export const tokens = (text: string): readonly Token[] => {
  const list: Token[] = [];
  const add =
    (spaced: boolean, joint: boolean): Visit =>
    (word, start, end) => {
      list.push({ term: termOf(word), start, end, spaced, joint });
    };
  visitSpaced(text, add(true, false), add(true, true));
  visitUnspaced(text, add(false, false));
  return list.sort((a, b) => a.start - b.start || a.end - b.end);
};
