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
  readonly isClosed: boolean;
  readonly body: string;
  readonly bodyLine: number;
}

/**
 * Longer front matter is not parsed but read line by line, in characters: gray-matter's search for comments takes
 * the square of the blank lines' number (0.2 s for this many).
 */
const longest = 20_000;

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

/** What opens front matter, and in which language; undefined for any other line. */
function openedBy(line: string): { readonly fence: string; readonly language: string } | undefined {
  const match = /^(?:(---)[ \t]*([a-z]{0,20})|(\+\+\+))\s*$/i.exec(line);
  if (match === null) return undefined;
  const [, dashes, written = '', pluses] = match;
  if (pluses !== undefined) return { fence: pluses, language: 'toml' };
  const language = written.toLowerCase();
  return { fence: dashes ?? '---', language: language === '' || language === 'yml' ? 'yaml' : language };
}

/** True for the line that ends front matter: its fence again, or the three dots by which YAML ends. */
function closes(line: string, fence: string): boolean {
  const text = line.trimEnd();
  return text === fence || (fence === '---' && text === '...');
}

/** The front matter's block, if the text starts with a fence; blank lines before it do not count. */
function blockOf(text: string): Block | undefined {
  const lines = text.slice(0, longest * 2).split('\n');
  const start = lines.findIndex(line => !isBlank(line)) + 1;
  const opened = openedBy(lines[start - 1] ?? '');
  if (opened === undefined) return undefined;
  const find = (is: (line: string) => boolean) =>
    lines.findIndex((line, index) => index >= start && is(line));
  const closing = find(line => closes(line, opened.fence));
  const firstBlank = find(isBlank);
  const unclosedEnd = firstBlank < 0 ? lines.length : firstBlank;
  const bodyStart = closing < 0 ? unclosedEnd : closing + 1;
  return {
    ...opened,
    text: lines.slice(start, closing < 0 ? unclosedEnd : closing).join('\n'),
    line: start,
    isClosed: closing >= 0,
    body: text.slice(lines.slice(0, bodyStart).join('\n').length + 1),
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
  if (!block.isClosed) throw new Error(`no line "${block.fence}" closes it`);
  if (block.text.length > longest) throw new Error(`longer than ${longest} characters`);
  if (!Object.hasOwn(engines, block.language)) throw new Error(`"${block.language}" is no language for it`);
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
    return block.isClosed ? { ...whole, problems } : whole;
  }
}
