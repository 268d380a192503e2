import { type Match, markedPart } from './marks.ts';
import type { Marked } from './model.ts';
import { type Folded, originalRange } from './normalise.ts';
import type { Range } from './places.ts';
import { columnsOf, cutAfter, cutBefore, fitsInto, sentencesOf } from './sentences.ts';

/** How long a snippet is, in columns: a Chinese character takes two, a Latin one. */
const snippetColumns = 120;

/**
 * The range of a folded text, within a line and at most `longest` long, whose matches say most: each distinct
 * one counts once, and of equals the first.
 */
const densest = (text: string, matches: readonly Match[], longest: number): Range | undefined => {
  const counts = new Map<string, number>();
  let best: Range | undefined;
  let most = 0;
  let sum = 0;
  let first = 0;
  const take = ({ of, weight }: Match, change: 1 | -1): void => {
    const before = counts.get(of) ?? 0;
    counts.set(of, before + change);
    if (before === 0 || before + change === 0) sum += change * weight;
  };
  for (const [at, match] of matches.entries()) {
    const end = match.range[1];
    const farthest = Math.max(0, end - longest);
    const from = farthest + text.slice(farthest, match.range[0]).lastIndexOf('\n') + 1;
    take(match, 1);
    for (let old = matches[first]; old && old !== match && old.range[0] < from; old = matches[first]) {
      take(old, -1);
      first += 1;
    }
    if (sum <= most) continue;
    most = sum;
    const held = matches.slice(first, at + 1).map(({ range }) => range);
    best = [held[0]?.[0] ?? match.range[0], Math.max(...held.map(range => range[1]))];
  }
  return best;
};

interface Cut {
  readonly range: Range;
  /** Whether something of the sentence was left out before it, after it. */
  readonly before: boolean;
  readonly after: boolean;
}

/** As much of a sentence as fits around a match, a third of what is free before it. */
const cutSentence = (text: string, [start, end]: Range, [from, to]: Range, columns: number): Cut => {
  const free = columns - columnsOf(text.slice(from, to));
  const behind = columnsOf(text.slice(to, Math.min(end, to + free)));
  const left = start + cutBefore(text.slice(start, from), Math.max(Math.floor(free / 3), free - behind));
  const right = to + cutAfter(text.slice(to, end), columns - columnsOf(text.slice(left, to)));
  return { range: [left, right], before: left > start, after: right < end };
};

/** The sentences from `first` to `last` and as many neighbours on their lines as fit, those that follow first. */
const grown = (
  text: string,
  sentences: readonly Range[],
  first: number,
  last: number,
  columns: number,
): Range => {
  let [start, end] = [sentences[first]?.[0] ?? 0, sentences[last]?.[1] ?? text.length];
  const fits = (from: number, to: number): boolean => fitsInto(text.slice(from, to), columns);
  for (const [, next] of sentences.slice(last + 1)) {
    if (text.slice(end, next).includes('\n') || !fits(start, next)) break;
    end = next;
  }
  for (const [before] of sentences.slice(0, first).reverse()) {
    if (text.slice(before, start).includes('\n') || !fits(before, end)) break;
    start = before;
  }
  return [start, end];
};

const partAround = (text: string, place: Range, columns: number): Cut => {
  const sentences = sentencesOf(text);
  if (sentences.length === 0) return { range: [0, 0], before: false, after: false };
  const first = Math.max(
    0,
    sentences.findIndex(([, end]) => end > place[0]),
  );
  const last = Math.max(
    first,
    sentences.findLastIndex(([start]) => start < place[1]),
  );
  const whole: Range = [sentences[first]?.[0] ?? 0, sentences[last]?.[1] ?? 0];
  if (!fitsInto(text.slice(...whole), columns)) return cutSentence(text, whole, place, columns);
  return { range: grown(text, sentences, first, last, columns), before: false, after: false };
};

interface SnippetOptions {
  /** Matches that say something new: the snippet stands around these, if there are any. */
  readonly fresh?: readonly Match[];
  /** How long it is at most. */
  readonly columns?: number;
}

/**
 * Whole sentences of a text around its densest matches, the matches marked; from its start where nothing in it
 * matched. Cut, with an ellipsis, only where one sentence is longer than what there is room for.
 */
export const snippetOf = (
  text: Folded,
  matches: readonly Match[],
  { fresh = matches, columns = snippetColumns }: SnippetOptions = {},
): Marked => {
  const { original } = text;
  const dense = densest(text.text, fresh.length > 0 ? fresh : matches, columns / 2);
  const [from, to] = dense ? originalRange(text, ...dense) : [0, 0];
  const place: Range = fitsInto(original.slice(from, to), columns) ? [from, to] : [from, from];
  const { range, before, after } = partAround(original, place, columns);
  const marked = markedPart(text, matches, range);
  const opening = before ? '…' : '';
  return {
    text: `${opening}${marked.text}${after ? '…' : ''}`,
    marks: marked.marks.map(([start, end]) => [start + opening.length, end + opening.length]),
  };
};
