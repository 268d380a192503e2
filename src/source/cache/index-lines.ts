import { setImmediate } from 'node:timers/promises';
import { dumpLexicon, loadLexicon, type PostDump, type TermDump } from '../../search/dump.ts';
import type { Lexicon } from '../../search/lexicon.ts';
import type { Folded } from '../../search/normalise.ts';
import type { Line, Lines } from './lines.ts';

/** So many terms stand on a line. */
const termsALine = 2_000;

const nameOfLexicon = (number: number): string => `lexicon ${number}`;

/** The names of other lines are posts' keys. */
export const isPostKey = (name: string): boolean => !name.includes(' ');

const written = (numbers: ArrayLike<number>): string => {
  const { buffer } = Uint32Array.from(numbers);
  return Buffer.from(buffer).toString('base64');
};

const numbersIn = (text: unknown): Uint32Array | undefined => {
  if (typeof text !== 'string') return undefined;
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  return bytes.length % Uint32Array.BYTES_PER_ELEMENT === 0 ? new Uint32Array(bytes.buffer) : undefined;
};

const isText = (value: unknown): value is string => typeof value === 'string';

/** A lexicon's terms in the order of their numbers, each with the words that it is the term of. */
export function* linesOfLexicon(lexicon: Lexicon): Generator<Line> {
  const entries = dumpLexicon(lexicon);
  for (let start = 0; start < entries.length; start += termsALine) {
    const some = entries.slice(start, start + termsALine);
    yield { name: nameOfLexicon(start / termsALine), stamp: '', json: JSON.stringify(some) };
  }
}

const isEntry = (value: unknown): value is TermDump =>
  Array.isArray(value) && value.length > 0 && value.every(isText);

/** The lexicon that lines hold, read with other work in between; undefined where it is none. */
export async function lexiconIn(lines: Lines): Promise<Lexicon | undefined> {
  const all: TermDump[] = [];
  for (let line = 0; lines.stampOf(nameOfLexicon(line)) !== undefined; line++) {
    const entries = lines.valueOf(nameOfLexicon(line));
    if (!Array.isArray(entries) || !entries.every(isEntry)) return undefined;
    for (const entry of entries) all.push(entry);
    await setImmediate();
  }
  return loadLexicon(all);
}

/** A post's part of an index as JSON. */
export const jsonOf = ({ bodies, entries }: PostDump): string =>
  JSON.stringify({
    bodies: bodies.map(({ original, text, shifts }) => [original, text, written(shifts)]),
    entries: written(entries),
  });

const bodyIn = (value: unknown): Folded | undefined => {
  if (!Array.isArray(value)) return undefined;
  const [original, text, shifted]: unknown[] = value;
  const shifts = numbersIn(shifted);
  return isText(original) && isText(text) && shifts ? { original, text, shifts } : undefined;
};

/** The same again; undefined where a value is nothing of the kind. */
export const dumpIn = (value: unknown): PostDump | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = 'entries' in value ? numbersIn(value.entries) : undefined;
  const listed = 'bodies' in value && Array.isArray(value.bodies) ? value.bodies : undefined;
  const bodies = listed?.map(bodyIn).filter(body => body !== undefined);
  return entries && bodies?.length === listed?.length && bodies ? { bodies, entries } : undefined;
};
