import type { Problem } from '../blog/model.ts';
import { decodedAs, type Recognised, recognise, recogniseUtf16 } from './encoding.ts';

/** A file's text with `\n` for line ends, and what its author should know of how it was written. */
export interface Decoded {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** The byte-order marks that say how a file is written. */
const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * What neither stands in a text nor can be shown: control characters, but no white space, and what turns the letters
 * around that follow it, on whatever line they stand.
 */
const control = /[^\P{Cc}\t\n\f\r\u0085]|[\u202d\u202e]/gu;

/** A text holds at most so many of them, or one in so many characters; else it is none. */
const mostControls = 10;
const oneControlIn = 20;

const replacement = '\ufffd';

function countOf(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/**
 * UTF-8 of which some bytes are broken, as after a cut or a bad disk: most of what is not ASCII is well-formed, or
 * the file ends within a letter and all before is well-formed.
 */
function damagedUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes);
  const broken = countOf(text, replacement);
  const letters = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  if (letters > 4 * broken) return text;
  const isCut = broken === 1 && text.endsWith(replacement) && bytes.length > 1;
  return isCut && (bytes.at(-1) ?? 0) < 0xc0 ? text : undefined;
}

/** True for ASCII in UTF-16, which is UTF-8 too. */
function isHalfNul(text: string): boolean {
  return countOf(text, '\0') * 4 > text.length;
}

function named({ encoding, text }: Recognised): Decoded {
  return { text, problems: [{ code: 'encoding', detail: encoding.toUpperCase() }] };
}

/** Bytes that the mark's or the recognised encoding has not become U+FFFD, and are counted later. */
async function decoded(bytes: Uint8Array): Promise<Decoded | undefined> {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  if (marked?.startsWith('utf-16'))
    return named({ encoding: marked, text: new TextDecoder(marked).decode(bytes) });
  const utf8 = decodedAs('utf-8', bytes);
  const utf16 = utf8 === undefined || isHalfNul(utf8) ? recogniseUtf16(bytes) : undefined;
  if (utf16 !== undefined) return named(utf16);
  const text = utf8 ?? damagedUtf8(bytes);
  if (text !== undefined) return { text, problems: [] };
  const recognised = await recognise(bytes);
  return recognised && named(recognised);
}

function lineAt(text: string, index: number): number {
  return countOf(text.slice(0, index), '\n') + 1;
}

function firstAndCount(code: 'text-damaged' | 'control-characters', text: string, shape: RegExp): Problem[] {
  const found = text.match(shape)?.length ?? 0;
  return found === 0 ? [] : [{ code, line: lineAt(text, text.search(shape)), detail: String(found) }];
}

/**
 * A file's bytes as text: UTF-8 or UTF-16, else what it is recognised as, which is noted. Bytes that are broken
 * become U+FFFD and control characters are left out, both with a note of the first one's line. Undefined for what
 * is no text.
 */
export async function decodeText(bytes: Uint8Array): Promise<Decoded | undefined> {
  const read = await decoded(bytes);
  if (read === undefined) return undefined;
  const text = read.text.replace(/\r\n?/g, '\n');
  const controls = text.match(control)?.length ?? 0;
  if (controls > Math.max(mostControls, text.length / oneControlIn)) return undefined;
  return {
    text: text.replace(control, ''),
    problems: [
      ...read.problems,
      ...firstAndCount('text-damaged', text, /\ufffd/g),
      ...firstAndCount('control-characters', text, control),
    ],
  };
}
