import MiniSearch, { type SearchOptions } from 'minisearch';
import { fields, slotFor } from './entries.ts';
import type { Lexicon } from './lexicon.ts';
import { holdersIn, type Postings } from './postings.ts';

/** What MiniSearch knows of a passage. */
interface Numbered {
  readonly id: number;
}

/** How often a term stands in passages: of some of them, counted as the part of all that it is. */
class Frequencies extends Map<number, number> {
  readonly #all: number;

  constructor(all: number) {
    super();
    this.#all = all;
  }

  /** MiniSearch takes a term's rarity from it. */
  override get size(): number {
    return this.#all;
  }
}

/** The place of a number in a sorted list; -1 where it is not. */
const placeOf = (list: Uint32Array, sought: number): number => {
  let [low, high] = [0, list.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = list[middle] ?? 0;
    if (there === sought) return middle;
    if (there < sought) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};

/** What MiniSearch keeps by a passage's number, read from where it is. */
class ByNumber<T> extends Map<number, T> {
  readonly #at: (id: number) => T | undefined;

  constructor(at: (id: number) => T | undefined) {
    super();
    this.#at = at;
  }

  override get(id: number): T | undefined {
    return this.#at(id);
  }

  override has(id: number): boolean {
    return this.#at(id) !== undefined;
  }
}

/** The average length of a field where there is any of it: a head without an excerpt makes no body long. */
const averageOf = (lengths: readonly (readonly number[])[], field: number): number => {
  let [sum, present] = [0, 0];
  for (const { [field]: length = 0 } of lengths) {
    sum += length;
    if (length > 0) present += 1;
  }
  return sum / Math.max(1, present);
};

/**
 * MiniSearch over packed postings: it reads queries and scores passages as ever, but what it would keep in Maps
 * of Maps is unpacked for the terms of a query alone. Nothing can be added to it.
 */
export class Engine extends MiniSearch<Numbered> {
  readonly #postings: Postings;
  /** Only these passages are of interest, where they are few. */
  #among: readonly number[] | undefined;

  /** `lengths`: how many different terms each field of each passage has. */
  constructor(postings: Postings, lexicon: Lexicon, lengths: readonly number[][]) {
    super({ fields: [...fields], tokenize: text => text.split(' '), processTerm: term => term });
    this.#postings = postings;
    this._index.get = term => {
      const number = lexicon.numbers.get(term);
      return number === undefined ? undefined : this.#unpacked(number);
    };
    this._documentCount = lengths.length;
    this._nextId = lengths.length;
    this._documentIds = new ByNumber(id => (id < lengths.length ? id : undefined));
    this._fieldLength = new ByNumber(id => lengths[id]);
    this._avgFieldLength = fields.map((_, field) => averageOf(lengths, field));
  }

  #unpacked(term: number): Map<number, Frequencies> {
    const unpacked = new Map<number, Frequencies>();
    fields.forEach((_, field) => {
      const holders = holdersIn(this.#postings, term, field);
      if (holders.length > 0) unpacked.set(field, this.#frequencies(holders, slotFor(term, field)));
    });
    return unpacked;
  }

  #frequencies(holders: Uint32Array, slot: number): Frequencies {
    const start = this.#postings.starts[slot] ?? 0;
    const timesAt = (at: number): number => this.#postings.times[start + at] ?? 0;
    const frequencies = new Frequencies(holders.length);
    if (this.#among) {
      for (const passage of this.#among) {
        const at = placeOf(holders, passage);
        if (at >= 0) frequencies.set(passage, timesAt(at));
      }
    } else {
      for (const [at, passage] of holders.entries()) frequencies.set(passage, timesAt(at));
    }
    return frequencies;
  }

  /** Terms, separated by spaces, looked for in these passages alone; each counts as rare as it is in all. */
  searchAmong(among: readonly number[], terms: string, options: SearchOptions) {
    this.#among = among;
    try {
      return this.search(terms, options);
    } finally {
      this.#among = undefined;
    }
  }
}
