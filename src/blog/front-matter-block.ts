/** What stands before the body, before anything has read it. */
export interface Block {
  /** The fence that opens it, as it is named to its author; empty for what needs none. */
  readonly fence: string;
  readonly language: string;
  readonly text: string;
  /** 1-based line of its opening fence; the line before its first one where there is none. */
  readonly line: number;
  /** False where no closing fence was found: then the block goes to the first blank line. */
  readonly isClosed: boolean;
  readonly body: string;
  readonly bodyLine: number;
}

/** Keys that front matter without an opening line is known by: a note such as `Note: …` over a rule is prose. */
const telling = /^(?:title|date|layout|permalink|tags|categories|category|author|updated|abbrlink):(?:\s|$)/i;

/** What may stand in such front matter: pairs, items of lists, more of the line above, comments, nothing. */
const inside = /^(?:["']?[\p{L}_][\p{L}\p{N}_.-]{0,60}["']?[ \t]{0,9}[:：]|\s*-\s|[ \t]+\S|#|\s*$)/u;

/** Nobody writes longer front matter without an opening line, in lines. */
const mostBareLines = 100;

function isBlank(line: string): boolean {
  return line.trim() === '';
}

/** What opens front matter, and in which language; undefined for any other line. */
function openedBy(line: string): { readonly fence: string; readonly language: string } | undefined {
  const match = /^(?:(---)[ \t]*(?![ \t])([a-z]{0,20})|(\+\+\+)|(;;;))\s*$/i.exec(line);
  if (match === null) return undefined;
  const [, dashes, written = '', pluses, semicolons] = match;
  if (pluses !== undefined) return { fence: pluses, language: 'toml' };
  if (semicolons !== undefined) return { fence: semicolons, language: 'json' };
  const language = written.toLowerCase();
  return { fence: dashes ?? '---', language: language === '' || language === 'yml' ? 'yaml' : language };
}

/** True for the line that ends front matter: its fence again, or the three dots by which YAML ends. */
function closes(line: string, fence: string): boolean {
  const text = line.trimEnd();
  return text === fence || (fence === '---' && text === '...');
}

/** A post's text and its first lines, as far as front matter can go. */
interface Source {
  readonly text: string;
  readonly lines: readonly string[];
  /** 0-based line of the first that is not blank. */
  readonly first: number;
}

/** The block of lines `start` up to `end`; the body starts at line `bodyStart` (0-based, all of them). */
function blockOf({ text, lines }: Source, opened: Pick<Block, 'fence' | 'language'>, at: Span): Block {
  return {
    ...opened,
    text: lines.slice(at.start, at.end).join('\n'),
    line: at.start,
    isClosed: at.isClosed ?? true,
    body: text.slice(lines.slice(0, at.bodyStart).join('\n').length + 1),
    bodyLine: at.bodyStart + 1,
  };
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly bodyStart: number;
  readonly isClosed?: boolean;
}

/** `---` YAML `---`, `+++` TOML `+++`, `;;;` JSON `;;;`, and `---json` and the like. */
function fenced(source: Source): Block | undefined {
  const { lines, first } = source;
  const opened = openedBy(lines[first] ?? '');
  if (opened === undefined) return undefined;
  const start = first + 1;
  const end = lines.findIndex((line, index) => index >= start && closes(line, opened.fence));
  if (end >= 0) return blockOf(source, opened, { start, end, bodyStart: end + 1 });
  const blank = lines.findIndex((line, index) => index >= start && isBlank(line));
  const stop = blank < 0 ? lines.length : blank;
  return blockOf(source, opened, { start, end: stop, bodyStart: stop, isClosed: false });
}

/** Where a JSON object ends that starts the text, just after its brace; undefined where it has no end. */
function endOfObject(text: string): number | undefined {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[{}]/g)) {
    if (sign === '{') depth++;
    if (sign === '}') depth--;
    if (depth === 0) return index + 1;
  }
  return undefined;
}

/** A JSON object that starts the file, as in Hugo; Hexo closes it by `;;;`. */
function bareJson(source: Source): Block | undefined {
  const { lines, first } = source;
  const text = lines.slice(first).join('\n');
  if (!/^\{\s*"/.test(text)) return undefined;
  const end = endOfObject(text);
  const after = end === undefined ? undefined : /^[ \t]*(?:\n|$)/.exec(text.slice(end));
  if (end === undefined || after === undefined || after === null) return undefined;
  const stop = first + text.slice(0, end).split('\n').length;
  const bodyStart = lines[stop]?.trimEnd() === ';;;' ? stop + 1 : stop;
  return blockOf(source, { fence: '', language: 'json' }, { start: first, end: stop, bodyStart });
}

/** Hexo's front matter without its opening line: JSON's pairs up to `;;;`, or YAML's up to `---`. */
function unopened(source: Source): Block | undefined {
  const { lines, first } = source;
  const opening = lines[first] ?? '';
  const isJson = /^"[\w-]{1,60}"\s{0,9}:/.test(opening);
  const closing = isJson ? /^;;;\s*$/ : /^-{3,}\s*$/;
  const end = lines
    .slice(0, first + mostBareLines)
    .findIndex((line, index) => index > first && closing.test(line));
  if (end < 0) return undefined;
  const held = lines.slice(first, end);
  const isFrontMatter =
    isJson ||
    (inside.test(opening) && held.every(line => inside.test(line)) && held.some(line => telling.test(line)));
  if (!isFrontMatter) return undefined;
  const language = isJson ? 'json' : 'yaml';
  return blockOf(source, { fence: '', language }, { start: first, end, bodyStart: end + 1 });
}

/**
 * The front matter that a text starts with, in any of the ways in which generators let it be written; blank lines
 * before it do not count. Looks at no more than `longest` characters. Undefined where the text has none.
 */
export function frontMatterBlock(text: string, longest: number): Block | undefined {
  const lines = text.slice(0, longest).split('\n');
  const first = lines.findIndex(line => !isBlank(line));
  if (first < 0) return undefined;
  const source = { text, lines, first };
  return fenced(source) ?? bareJson(source) ?? unopened(source);
}
