import matter from 'gray-matter';
import { parse as parseToml, TomlError } from 'smol-toml';
import { type Fields, fieldsOf } from './fields.ts';
import { type Block, frontMatterBlock } from './front-matter-block.ts';
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
  json: (text: string) => mapping(JSON.parse(/^\s*\{/.test(text) ? text : `{${text}}`)),
  javascript: refuse,
  js: refuse,
  coffee: refuse,
  coffeescript: refuse,
  cson: refuse,
};

function isBlank(line: string): boolean {
  return line.trim() === '';
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
  if (error instanceof NotMapping)
    return { code: 'front-matter-not-a-mapping', line: Math.max(1, fenceLine) };
  const { line = 0, reason } = placeOf(error, block.text);
  const written = line === 0 ? undefined : block.text.split('\n')[line - 1]?.trim().slice(0, 200);
  // What has no fence starts on the line below the one where that would stand.
  const at = fenceLine + Math.max(line, block.fence === '' ? 1 : 0);
  return { code: 'front-matter-unreadable', line: at, detail: written, reason };
}

/** Reads the block by gray-matter. Throws what the language's parser throws, Executable or NotMapping. */
function parsed(block: Block): Fields {
  if (!block.isClosed) throw new Error(`no line "${block.fence}" closes it`);
  if (block.text.length > longest) throw new Error(`longer than ${longest} characters`);
  if (!Object.hasOwn(engines, block.language)) throw new Error(`"${block.language}" is no language for it`);
  if (isBlank(block.text)) return new Map();
  const fence = block.fence || '---';
  // Always with options: without them gray-matter answers from a cache that every caller shares.
  const file = matter(`${fence}\n${block.text}\n${fence}\n`, {
    delimiters: [fence, `${fence}\n`],
    language: block.language,
    engines,
  });
  return fieldsOf(file.data) ?? new Map();
}

/**
 * Splits a post into its own data and its body. YAML between `---`, TOML between `+++` or `---toml`, JSON between
 * `---json` or `;;;` or by itself, Hexo's front matter without an opening line; JavaScript and CoffeeScript are refused. What no parser accepts is read line by line and reported
 * with its line and the parser's reason; what is not even that is body. Line ends must be `\n`. Never throws.
 */
export function readFrontMatter(text: string): FrontMatter {
  const whole: FrontMatter = { data: new Map(), body: text, bodyLine: 1, problems: [] };
  const block = frontMatterBlock(text, longest * 2);
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
