import type { Post } from '../blog/model.ts';
import { fieldOfSlot, fields, type PostEntries, slotOf, termOfSlot } from './entries.ts';
import { type Lexicon, makeLexicon } from './lexicon.ts';
import type { Folded } from './normalise.ts';
import { passagesWith } from './passages.ts';

/**
 * One post's part of an index as plain data: the texts of its sections, and its entries, whose terms are numbers of
 * one lexicon and of no other.
 */
export interface PostDump {
  readonly bodies: readonly Folded[];
  readonly entries: Uint32Array;
}

/** Takes down what reading a post for an index came to. */
export const dumpPost = ({ passages, entries }: PostEntries): PostDump => ({
  bodies: passages.filter(({ passage }) => passage.kind === 'section').map(({ body }) => body),
  entries,
});

/** A term, and the words that it is the term of. */
export type TermDump = readonly [term: string, ...words: string[]];

/** A lexicon's terms in the order of their numbers. */
export const dumpLexicon = ({ terms, words }: Lexicon): readonly TermDump[] => {
  const entries = terms.map((term): [string, ...string[]] => [term]);
  for (const [word, number] of words) entries[number]?.push(word);
  return entries;
};

/** The same lexicon again. */
export const loadLexicon = (entries: readonly TermDump[]): Lexicon => {
  const lexicon = makeLexicon();
  for (const [number, [term, ...words]] of entries.entries()) {
    lexicon.terms.push(term);
    lexicon.numbers.set(term, number);
    for (const word of words) lexicon.words.set(word, number);
  }
  return lexicon;
};

/** Whether shifts are what `fold` writes: four numbers a place, in order, each within its text. */
const areShifts = ({ original, text, shifts }: Folded): boolean => {
  let [place, origin] = [0, 0];
  for (let at = 0; at < shifts.length; at += 4) {
    const [from, length] = [shifts[at] ?? 0, shifts[at + 1] ?? 0];
    const [start, size] = [shifts[at + 2] ?? 0, shifts[at + 3] ?? 0];
    if (from < place || start < origin) return false;
    [place, origin] = [from + length, start + size];
  }
  return shifts.length % 4 === 0 && place <= text.length && origin <= original.length;
};

/**
 * How many different terms each field of each passage has; undefined where the entries are not those of so many
 * passages, or of terms that the lexicon has not.
 */
const lengthsIn = (
  entries: Uint32Array,
  passages: number,
  terms: number,
): readonly number[][] | undefined => {
  const lengths: number[][] = [];
  for (let at = 0; at < entries.length; ) {
    const end = at + 1 + (entries[at] ?? 0);
    if (end > entries.length) return undefined;
    const counts = fields.map(() => 0);
    for (at += 1; at < end; at += 1) {
      const slot = slotOf(entries[at] ?? 0);
      const count = counts[fieldOfSlot(slot)];
      if (count === undefined || termOfSlot(slot) >= terms) return undefined;
      counts[fieldOfSlot(slot)] = count + 1;
    }
    lengths.push(counts);
  }
  return lengths.length === passages ? lengths : undefined;
};

/**
 * A post's entries from their dump; undefined where they do not fit the post or a lexicon of so many terms. That the
 * dump was made of this post, as it is now, is for its keeper to know.
 */
export const loadPost = (
  post: Post,
  { bodies, entries }: PostDump,
  terms: number,
): PostEntries | undefined => {
  if (!bodies.every(areShifts)) return undefined;
  const passages = passagesWith(post, bodies);
  const lengths = passages && lengthsIn(entries, passages.length, terms);
  return lengths && { passages, lengths, entries };
};
