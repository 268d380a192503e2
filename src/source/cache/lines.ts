import { createHash, hash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { writeWhole } from './write-whole.ts';

/** What is kept of one thing: its name, what tells this state of it from any other, and JSON. */
export interface Line {
  readonly name: string;
  readonly stamp: string;
  readonly json: string;
}

/** The lines of a file, by name. */
export interface Lines {
  readonly names: () => Iterable<string>;
  readonly size: number;
  readonly stampOf: (name: string) => string | undefined;
  /** What its JSON holds; undefined where there is no such line, or it is no JSON. */
  readonly valueOf: (name: string) => unknown;
}

/** Why a file's lines are not used: it is not as it was written, or others wrote it. */
export type Unusable = 'damaged' | 'foreign';

/** Texts are written and hashed in pieces of about so many bytes, with other work in between. */
const piece = 256 * 1024;

/** The first line is short; a file without one is none of these, and a larger one is nobody's cache; in bytes. */
const longestHead = 256;
const largest = 1024 ** 3;

const [newLine, tab] = [0x0a, 0x09];

const ending = (digest: string): string => `end\t${digest}\n`;
const endingLength = ending(hash('sha256', '', 'base64url')).length;

/** The hash of all bytes, with other work in between. */
async function digestOf(bytes: Buffer): Promise<string> {
  const whole = createHash('sha256');
  for (let start = 0; start < bytes.length; start += piece) {
    whole.update(bytes.subarray(start, start + piece));
    await setImmediate();
  }
  return whole.digest('base64url');
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Where the stamp and the JSON of each name stand; undefined where a line is none. */
function placesIn(
  bytes: Buffer,
): ReadonlyMap<string, readonly [stamp: string, start: number, end: number]> | undefined {
  const places = new Map<string, readonly [string, number, number]>();
  for (let start = 0, end = 0; start < bytes.length; start = end + 1) {
    end = bytes.indexOf(newLine, start);
    const afterName = bytes.indexOf(tab, start);
    const afterStamp = bytes.indexOf(tab, afterName + 1);
    if (afterName < 0 || afterStamp < 0 || end < afterStamp) return undefined;
    const name = parsed(bytes.toString('utf8', start, afterName));
    if (typeof name !== 'string') return undefined;
    places.set(name, [bytes.toString('utf8', afterName + 1, afterStamp), afterStamp + 1, end]);
  }
  return places;
}

async function linesOf(handle: FileHandle, made: string): Promise<Lines | Unusable> {
  const stat = await handle.stat();
  if (!stat.isFile() || stat.size > largest) return 'damaged';
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(longestHead), 0, longestHead, 0);
  const headEnd = buffer.subarray(0, bytesRead).indexOf(newLine);
  if (headEnd < 0) return 'damaged';
  if (buffer.toString('utf8', 0, headEnd) !== made) return 'foreign';
  const bytes = await handle.readFile();
  const bodyEnd = bytes.length - endingLength;
  if (bodyEnd <= headEnd) return 'damaged';
  const body = bytes.subarray(headEnd + 1, bodyEnd);
  if (bytes.toString('utf8', bodyEnd) !== ending(await digestOf(body))) return 'damaged';
  const places = placesIn(body);
  if (places === undefined) return 'damaged';
  return {
    names: () => places.keys(),
    size: places.size,
    stampOf: name => places.get(name)?.[0],
    valueOf: name => {
      const [, start, end] = places.get(name) ?? [];
      return start === undefined ? undefined : parsed(body.toString('utf8', start, end));
    },
  };
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/**
 * The lines that `writeLines` wrote to a file with the same `made`; undefined where there is no file. Not one of them
 * is trusted where a single byte is not as it was written. Never rejects.
 */
export async function readLines(file: string, made: string): Promise<Lines | Unusable | undefined> {
  try {
    // A pipe in its place is not waited for.
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return await linesOf(handle, made);
    } finally {
      await handle.close();
    }
  } catch (error) {
    return hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR') ? undefined : 'damaged';
  }
}

/** Moves away what cannot be used, also where it is no file, so that a better one can be written. Never rejects. */
export async function setAside(file: string): Promise<void> {
  const aside = `${file}.aside`;
  await rm(aside, { recursive: true, force: true }).catch(() => undefined);
  await rename(file, aside).catch(() => undefined);
}

async function* textOf(made: string, lines: Iterable<Line> | AsyncIterable<Line>): AsyncGenerator<string> {
  const whole = createHash('sha256');
  let text = '';
  yield `${made}\n`;
  for await (const { name, stamp, json } of lines) {
    text += `${JSON.stringify(name)}\t${stamp}\t${json}\n`;
    if (text.length < piece) continue;
    whole.update(text);
    yield text;
    text = '';
    await setImmediate();
  }
  whole.update(text);
  yield text + ending(whole.digest('base64url'));
}

/**
 * Writes lines, which no stamp and no JSON may break, in pieces and with other work in between, as a whole file or not
 * at all. `made`, of one line, tells what made them. Rejects where the disk does.
 */
export const writeLines = (
  file: string,
  made: string,
  lines: Iterable<Line> | AsyncIterable<Line>,
): Promise<void> => writeWhole(file, textOf(made, lines));
