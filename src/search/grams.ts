import type { Indexed } from './passages.ts';
import { kindOf, kinds } from './scripts.ts';

/**
 * Which passages may hold two neighbouring characters of which one at least is of a script without spaces. A row
 * of bits, one a passage, for each number that such a pair is hashed to: what a row rules out need not be read.
 */
export interface Grams {
  readonly bits: Uint32Array;
  /** 32-bit words a row. */
  readonly width: number;
}

/** A Chinese passage of 500 characters sets a tenth of its bits. */
const rows = 4096;

const isUnspacedUnit = (unit: number): boolean => unit > 0x7f && kindOf(unit) === kinds.unspaced;

const rowOf = (one: number, other: number): number =>
  (Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) >>> 20;

const visitRows = (text: string, visit: (row: number) => void): void => {
  let before = 0;
  let wasUnspaced = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const unspaced = isUnspacedUnit(unit);
    if (at > 0 && (unspaced || wasUnspaced)) visit(rowOf(before, unit));
    before = unit;
    wasUnspaced = unspaced;
  }
};

const notePairs = ({ bits, width }: Grams, id: number, text: string): void => {
  const word = id >>> 5;
  const bit = 1 << (id & 31);
  visitRows(text, row => {
    const at = row * width + word;
    bits[at] = (bits[at] ?? 0) | bit;
  });
};

/** Notes the pairs of all passages, in small steps. Takes linear time. */
export function* gramsInSteps(passages: readonly Indexed[]): Generator<void, Grams> {
  const width = Math.ceil(passages.length / 32);
  const grams = { bits: new Uint32Array(rows * width), width };
  for (const [id, { heading, body, tags }] of passages.entries()) {
    for (const text of [heading.text, body.text, tags]) notePairs(grams, id, text);
    yield;
  }
  return grams;
}

/** Clears the bits of passages that do not hold all such pairs of a text. */
export const keepHolders = ({ bits, width }: Grams, text: string, kept: Uint32Array): void => {
  visitRows(text, row => {
    for (let word = 0; word < width; word += 1) {
      kept[word] = (kept[word] ?? 0) & (bits[row * width + word] ?? 0);
    }
  });
};
