import { codeSpans } from './backticks.ts';
import { indentedLines } from './indented.ts';
import { type Tag, tagReader } from './tag.ts';

/** A stretch of text: prose, code and comments that stay as they are written, or a tag. */
export interface Piece {
  readonly kind: 'prose' | 'kept' | 'tag';
  readonly text: string;
  /** Offset at which it begins. */
  readonly start: number;
  readonly tag?: Tag;
  /** What stands between a tag and the one that closes it, where that is not read for tags. */
  readonly body?: string;
}

interface Found {
  /** Offset after it. */
  readonly end: number;
  readonly tag?: Tag;
  readonly body?: string;
}

/** What begins at an offset; undefined where nothing does after all. */
interface Rule {
  readonly start: string;
  readonly read: (start: number, found: string) => Found | undefined;
}

function fences(text: string): Rule {
  return {
    start: '^[ \\t>]{0,99}(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]{1,9}){0,9}(?:`{3,99}(?![^\\n]*`)|~{3,99})',
    read: (start, found) => {
      const mark = /(?<![`~])[`~]+$/.exec(found)?.[0] ?? '';
      const line = text.indexOf('\n', start);
      if (line < 0) return { end: text.length };
      const close = new RegExp(`^[ \\t>]{0,99}${mark[0]}{${mark.length},}[ \\t]*$`, 'gm');
      close.lastIndex = line + 1;
      const closing = close.exec(text);
      return { end: closing === null ? text.length : closing.index + closing[0].length };
    },
  };
}

function indentedCode(text: string): Rule {
  const indented = indentedLines(text);
  return {
    start: '^(?: {4}|\\t)',
    read: start => {
      if (indented.get(start) !== 'code') return undefined;
      const line = text.indexOf('\n', start);
      return { end: line < 0 ? text.length : line };
    },
  };
}

/** Comments, and elements in which everything is code. */
function rawElements(text: string): Rule {
  const lacking = new Set<string>();
  return {
    start: '<!--|<(?:script|style|pre|textarea)(?=[\\s>])',
    read: (start, found) => {
      const mark = found === '<!--' ? '-->' : `</${found.slice(1).toLowerCase()}>`;
      if (lacking.has(mark)) return undefined;
      const close = new RegExp(mark, 'gi');
      close.lastIndex = start;
      const closing = close.exec(text);
      if (closing === null) lacking.add(mark);
      return closing === null ? undefined : { end: closing.index + mark.length };
    },
  };
}

function inlineCode(text: string): Rule {
  const ends = codeSpans(text);
  return {
    start: '`+',
    read: start => {
      const end = ends.get(start);
      return end === undefined ? undefined : { end };
    },
  };
}

/** A sign with a backslash before it is no mark. */
const escapes: Rule = { start: '\\\\[!-/:-@[-`{-~]', read: start => ({ end: start + 2 }) };

/** The tag that closes one whose body is not read, without regard to what stands in between. */
function closingOf({ marks, name }: Tag): RegExp {
  return marks === 'shortcode'
    ? new RegExp(`\\{\\{[<%]\\s{0,9}/\\s{0,9}${name}\\s{0,9}[>%]\\}\\}`, 'gi')
    : new RegExp(`\\{%[-+~]?\\s{0,9}end(?:_?${name})?\\s{0,9}[-+~]?%\\}`, 'gi');
}

function tags(text: string, hasRawBody: (tag: Tag) => boolean): Rule {
  const tagAt = tagReader(text);
  const lacking = new Set<string>();
  const bodyAfter = (tag: Tag, from: number): Found | undefined => {
    const key = `${tag.marks} ${tag.name}`;
    if (tag.closes || lacking.has(key) || !hasRawBody(tag)) return undefined;
    const close = closingOf(tag);
    close.lastIndex = from;
    const closing = close.exec(text);
    if (closing === null) lacking.add(key);
    return closing === null
      ? undefined
      : { tag, body: text.slice(from, closing.index), end: closing.index + closing[0].length };
  };
  return {
    start: '\\{[{%]',
    read: start => {
      const found = tagAt(start);
      return found === undefined ? undefined : (bodyAfter(found.tag, found.end) ?? found);
    },
  };
}

function split(text: string, rules: readonly Rule[]): readonly Piece[] {
  const starts = new RegExp(rules.map(({ start }) => `(${start})`).join('|'), 'gim');
  const pieces: Piece[] = [];
  let from = 0;
  const prose = (end: number): void => {
    if (end > from) pieces.push({ kind: 'prose', text: text.slice(from, end), start: from });
  };
  for (let match = starts.exec(text); match !== null; match = starts.exec(text)) {
    const rule = rules[match.slice(1).findIndex(group => group !== undefined)];
    const found = rule?.read(match.index, match[0]);
    if (found === undefined) continue;
    const { end, tag, body } = found;
    prose(match.index);
    const kind = tag === undefined ? 'kept' : 'tag';
    pieces.push({ kind, text: text.slice(match.index, end), start: match.index, tag, body });
    from = end;
    starts.lastIndex = end;
  }
  prose(text.length);
  return pieces;
}

/** A text as prose and as fenced code, comments, scripts and styles; code that is only indented is prose. Linear. */
export function splitFences(text: string): readonly Piece[] {
  return split(text, [fences(text), rawElements(text)]);
}

/** A text as prose and as blocks of code, comments, scripts and styles. Linear. */
export function splitBlocks(text: string): readonly Piece[] {
  return split(text, [fences(text), indentedCode(text), rawElements(text)]);
}

/** The same, tags and code within lines apart as well; the body of a tag that `hasRawBody` is a part of it. Linear. */
export function splitTags(text: string, hasRawBody: (tag: Tag) => boolean): readonly Piece[] {
  return split(text, [
    fences(text),
    indentedCode(text),
    rawElements(text),
    escapes,
    inlineCode(text),
    tags(text, hasRawBody),
  ]);
}

/** Changes all but blocks of code, comments, scripts and styles, a line at a time. Linear. */
export function changeLines(text: string, change: (line: string) => string): string {
  let isStart = true;
  return splitBlocks(text)
    .map(({ kind, text: piece }) => {
      const lines = piece.split('\n');
      const now = lines.map((line, index) =>
        kind === 'prose' && (index > 0 || isStart) ? change(line) : line,
      );
      isStart = lines.at(-1) === '';
      return now.join('\n');
    })
    .join('');
}

/** Changes all but code, comments, scripts and styles; signs with a backslash are text. Linear, if `change` is. */
export function changeText(text: string, change: (prose: string) => string): string {
  const rules = [fences(text), indentedCode(text), rawElements(text), inlineCode(text)];
  return split(text, rules)
    .map(({ kind, text: piece }) => (kind === 'prose' ? change(piece) : piece))
    .join('');
}

/** Changes all but code, comments, scripts and styles. Linear, if `change` is. */
export function changeProse(text: string, change: (prose: string) => string): string {
  const rules = [fences(text), indentedCode(text), rawElements(text), escapes, inlineCode(text)];
  return split(text, rules)
    .map(({ kind, text: piece }) => (kind === 'prose' ? change(piece) : piece))
    .join('');
}

/** Changes comments alone, with their marks, and those within elements in which everything is code. Linear, if `change` is. */
export function changeComments(text: string, change: (comment: string) => string): string {
  return split(text, [fences(text), rawElements(text), inlineCode(text)])
    .map(({ kind, text: piece }) =>
      kind === 'kept' && piece.startsWith('<') ? piece.replace(/<!--[\s\S]*?-->/g, change) : piece,
    )
    .join('');
}
