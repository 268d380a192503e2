import type { Post } from '../blog/model.ts';
import { type Lexicon, numberOfWord } from './lexicon.ts';
import { type Indexed, passagesOf } from './passages.ts';
import { visitWords } from './tokens.ts';

/** What of a passage is indexed apart. A match in a heading says more than one in a body. */
export const fields = ['heading', 'body', 'tags'] as const;

/** One post, ready to be put into an index: made once for as long as the post stays the same. */
export interface PostEntries {
  readonly passages: readonly Indexed[];
  /** For each passage how many different terms each field has. */
  readonly lengths: readonly number[][];
  /**
   * For each passage how many entries follow, and those: the number of a term, times four and the field, times
   * 256 and how often it stands there.
   */
  readonly entries: Uint32Array;
}

const mostTimes = 255;
const mostFields = 4;

/** An entry as one number. A lexicon has room for four million terms. */
const packed = (term: number, field: number, times: number): number =>
  (term * mostFields + field) * (mostTimes + 1) + Math.min(times, mostTimes);

/** The term's number of an entry, times four and the field. */
export const slotOf = (entry: number): number => Math.floor(entry / (mostTimes + 1));
export const termOfSlot = (slot: number): number => Math.floor(slot / mostFields);
export const fieldOfSlot = (slot: number): number => slot % mostFields;
export const slotFor = (term: number, field: number): number => term * mostFields + field;
export const timesOf = (entry: number): number => entry % (mostTimes + 1);

/** Entries whose terms have other numbers from now on. */
export const renumbered = (entries: Uint32Array, numbers: ArrayLike<number>): Uint32Array => {
  const renewed = entries.slice();
  for (let at = 0; at < entries.length; ) {
    const end = at + 1 + (entries[at] ?? 0);
    for (at += 1; at < end; at += 1) {
      const entry = entries[at] ?? 0;
      const slot = slotOf(entry);
      renewed[at] = packed(numbers[termOfSlot(slot)] ?? 0, fieldOfSlot(slot), timesOf(entry));
    }
  }
  return renewed;
};

/** Reads a post into entries; a step for each passage. Takes linear time. */
export function* entriesInSteps(lexicon: Lexicon, post: Post): Generator<void, PostEntries> {
  const passages: Indexed[] = [];
  const entries: number[] = [];
  const lengths: number[][] = [];
  for (const passage of passagesOf(post)) {
    const before = entries.push(0) - 1;
    passages.push(passage);
    lengths.push(
      [passage.heading.text, passage.body.text, passage.tags].map((text, field) => {
        const times = new Map<number, number>();
        visitWords(text, word => {
          const term = numberOfWord(lexicon, word);
          times.set(term, (times.get(term) ?? 0) + 1);
        });
        for (const [term, count] of times) entries.push(packed(term, field, count));
        return times.size;
      }),
    );
    entries[before] = entries.length - before - 1;
    yield;
  }
  return { passages, lengths, entries: Uint32Array.from(entries) };
}
