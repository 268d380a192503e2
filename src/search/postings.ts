import { fields, type PostEntries, slotFor, slotOf, termOfSlot, timesOf } from './entries.ts';

/**
 * Which passages hold which term, in which field and how often, in three long arrays: 5 bytes a posting, where
 * Maps of Maps take 40.
 */
export interface Postings {
  /** Where each slot (a term's number and a field) begins in the other two. */
  readonly starts: Uint32Array;
  /** Passages by number, in order within each slot. */
  readonly passages: Uint32Array;
  readonly times: Uint8Array;
  /** In how many passages each term stands. */
  readonly spread: Uint32Array;
}

type VisitEntry = (passage: number, entry: number) => void;

/** Visits the entries of all posts; a step for each post. */
function* visitEntries(posts: readonly PostEntries[], visit: VisitEntry): Generator<void> {
  let passage = 0;
  for (const { entries } of posts) {
    for (let at = 0; at < entries.length; passage += 1) {
      const end = at + 1 + (entries[at] ?? 0);
      for (at += 1; at < end; at += 1) visit(passage, entries[at] ?? 0);
    }
    yield;
  }
}

/** Sorts the entries of all posts by term, in small steps. Takes linear time. */
export function* postingsInSteps(posts: readonly PostEntries[], terms: number): Generator<void, Postings> {
  const starts = new Uint32Array(slotFor(terms, 0) + 1);
  const spread = new Uint32Array(terms);
  const last = new Int32Array(terms).fill(-1);
  yield* visitEntries(posts, (passage, entry) => {
    const slot = slotOf(entry);
    const term = termOfSlot(slot);
    starts[slot + 1] = (starts[slot + 1] ?? 0) + 1;
    if (last[term] === passage) return;
    last[term] = passage;
    spread[term] = (spread[term] ?? 0) + 1;
  });
  for (let slot = 1; slot < starts.length; slot += 1)
    starts[slot] = (starts[slot] ?? 0) + (starts[slot - 1] ?? 0);
  const all = starts.at(-1) ?? 0;
  const passages = new Uint32Array(all);
  const times = new Uint8Array(all);
  const next = starts.slice();
  yield* visitEntries(posts, (passage, entry) => {
    const slot = slotOf(entry);
    const at = next[slot] ?? 0;
    passages[at] = passage;
    times[at] = timesOf(entry);
    next[slot] = at + 1;
  });
  return { starts, passages, times, spread };
}

/** The passages that hold a term in a field; none for a term that is newer than the postings. */
export const holdersIn = ({ starts, passages }: Postings, term: number, field: number): Uint32Array => {
  const slot = slotFor(term, field);
  return passages.subarray(starts[slot] ?? 0, starts[slot + 1] ?? 0);
};

/** The passages that hold a term in any field; one may come more than once. */
export const holdersOf = (postings: Postings, term: number): readonly Uint32Array[] =>
  fields.map((_, field) => holdersIn(postings, term, field));
