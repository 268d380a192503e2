import matter from 'gray-matter';
import { parse as parseToml, TomlError } from 'smol-toml';
import { type Fields, fieldsOf } from './fields.ts';
import { readLeniently } from './lenient-front-matter.ts';
import type { Problem } from './model.ts';
import { readYaml, YamlError } from './yaml.ts';

export interface FrontMatter {
  readonly data: Fields;
  readonly body: string;
  /** 1-based line of the file at which the body starts. */
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
}

/** What stands between the fences, before anything has read it. */
interface Block {
  readonly fence: string;
  readonly language: string;
  readonly text: string;
  /** 1-based line of its opening fence. */
  readonly line: number;
  /** False where no closing fence was found: then the block goes to the first blank line. */
  readonly closed: boolean;
  readonly body: string;
  readonly bodyLine: number;
}

/**
 * Longer front matter is not parsed but read line by line, in characters: gray-matter's search for comments takes
 * the square of the blank lines' number (0.2 s for this many).
 */
const longest = 20_000;

const languages: Readonly<Record<string, string>> = { '': 'yaml', yml: 'yaml' };

class Executable extends Error {}

class NotMapping extends Error {}

function refuse(): never {
  throw new Executable();
}

function mapping(value: unknown): object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new NotMapping();
  return value;
}

const engines = {
  yaml: (text: string) => mapping(readYaml(text)),
  toml: (text: string) => parseToml(text, { integersAsBigInt: 'asNeeded' }),
  json: (text: string) => mapping(JSON.parse(text)),
  javascript: refuse,
  js: refuse,
  coffee: refuse,
  coffeescript: refuse,
  cson: refuse,
};

function isBlank(line: string): boolean {
  return line.trim() === '';
}

/** The front matter's block, if the text starts with a fence; blank lines before it do not count. */
function blockOf(text: string): Block | undefined {
  const lines = text.slice(0, longest * 2).split('\n');
  const opening = lines.findIndex(line => !isBlank(line));
  const match = /^(?:(---)[ \t]*([a-z]{0,20})|(\+\+\+))\s*$/i.exec(lines[opening] ?? '');
  if (match === null) return undefined;
  const fence = match[1] ?? '+++';
  const written = (match[2] ?? '').toLowerCase();
  const language = fence === '+++' ? 'toml' : (languages[written] ?? written);
  const isClosing = (line: string) =>
    line.trimEnd() === fence || (fence === '---' && line.trimEnd() === '...');
  const start = opening + 1;
  const closing = lines.findIndex((line, index) => index >= start && isClosing(line));
  const firstBlank = lines.findIndex((line, index) => index >= start && isBlank(line));
  const unclosedEnd = firstBlank >= 0 ? firstBlank : lines.length;
  const end = closing >= 0 ? closing : unclosedEnd;
  const bodyStart = closing >= 0 ? closing + 1 : end;
  return {
    fence,
    language,
    text: lines.slice(start, end).join('\n'),
    line: start,
    closed: closing >= 0,
    body: text.slice(lines.slice(0, bodyStart).join('\n').length + (bodyStart > 0 ? 1 : 0)),
    bodyLine: bodyStart + 1,
  };
}

/** Why a parser refused the block, and at which line below the opening fence (1-based). */
function placeOf(error: unknown, text: string): { readonly line?: number; readonly reason: string } {
  // gray-matter hands its engines the line end of the opening fence too: their line 1 is the fence itself.
  if (error instanceof YamlError) return { line: error.line, reason: error.message };
  if (error instanceof TomlError) return { line: error.line - 1, reason: error.message.split('\n')[0] ?? '' };
  const reason = error instanceof Error ? error.message : String(error);
  const position = /at position (\d+)/.exec(reason)?.[1];
  if (position === undefined) return { reason };
  return { line: `\n${text}`.slice(0, Number(position)).split('\n').length - 1, reason };
}

function problemOf(error: unknown, block: Block): Problem {
  const { line: fenceLine, language: detail } = block;
  if (error instanceof Executable) return { code: 'front-matter-executable', line: fenceLine, detail };
  if (error instanceof NotMapping) return { code: 'front-matter-not-a-mapping', line: fenceLine };
  const { line = 0, reason } = placeOf(error, block.text);
  const written = line === 0 ? undefined : block.text.split('\n')[line - 1]?.trim().slice(0, 200);
  return { code: 'front-matter-unreadable', line: fenceLine + line, detail: written, reason };
}

/** Reads the block by gray-matter. Throws what the language's parser throws, Executable or NotMapping. */
function parsed(block: Block): Fields {
  if (!block.closed) throw new Error(`no line "${block.fence}" closes it`);
  if (block.text.length > longest) throw new Error(`longer than ${longest} characters`);
  if (isBlank(block.text)) return new Map();
  // Always with options: without them gray-matter answers from a cache that every caller shares.
  const file = matter(`${block.fence}\n${block.text}\n${block.fence}\n`, {
    delimiters: [block.fence, `${block.fence}\n`],
    language: block.language,
    engines,
  });
  return fieldsOf(file.data) ?? new Map();
}

/**
 * Splits a post into its own data and its body. YAML between `---`, TOML between `+++` or `---toml`, JSON between
 * `---json`; JavaScript and CoffeeScript are refused. What no parser accepts is read line by line and reported
 * with its line and the parser's reason; what is not even that is body. Line ends must be `\n`. Never throws.
 */
export function readFrontMatter(text: string): FrontMatter {
  const whole: FrontMatter = { data: new Map(), body: text, bodyLine: 1, problems: [] };
  const block = blockOf(text);
  if (block === undefined) return whole;
  const { body, bodyLine } = block;
  try {
    return { data: parsed(block), body, bodyLine, problems: [] };
  } catch (error) {
    const problems = [problemOf(error, block)];
    if (error instanceof Executable) return { data: new Map(), body, bodyLine, problems };
    const data = readLeniently(block.text, block.language);
    if (data !== undefined) return { data, body, bodyLine, problems };
    return block.closed ? { ...whole, problems } : whole;
  }
}
