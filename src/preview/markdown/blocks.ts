/** What begins at a line start, cut out but not read: `body` is still Discord's Markdown. */
export type Block =
  | { readonly type: 'heading'; readonly depth: 1 | 2 | 3; readonly body: string; readonly after: number }
  | { readonly type: 'small' | 'quote'; readonly body: string; readonly after: number }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly string[];
      readonly after: number;
    };

const DEPTHS = [1, 2, 3] as const;

/**
 * `# `, `## ` or `### `. Number signs that end the line are dropped, and so are blank lines after it; `####` and
 * deeper are literal.
 */
export function headingAt(text: string, at: number): Block | undefined {
  const opening = matchAt(/ {0,30}(#{1,3})\s+/y, text, at);
  if (!opening) return undefined;
  const from = at + opening[0].length;
  const end = lineEnd(text, from);
  const line = text.slice(from, end);
  if (line === '' || /^#{1,3}\s/.test(line)) return undefined;
  const body = withoutClosing(line);
  return {
    type: 'heading',
    depth: DEPTHS[(opening[1]?.length ?? 1) - 1] ?? 3,
    body,
    after: afterBlankLines(text, end),
  };
}

/** The line without the number signs at its end, but never less than its first character. */
function withoutClosing(line: string): string {
  let end = line.trimEnd().length;
  while (end > 1 && line[end - 1] === '#') end--;
  return line.slice(0, end).trim();
}

function afterBlankLines(text: string, end: number): number {
  let after = end;
  let at = end;
  for (; /\s/.test(text[at] ?? ''); at++) if (text[at] === '\n') after = at + 1;
  return at === text.length ? at : after;
}

/** `-# `, at the very start of its line. */
export function smallAt(text: string, at: number): Block | undefined {
  const opening = matchAt(/-# +(?!-#)(?=[^\n])/y, text, at);
  if (!opening) return undefined;
  const from = at + opening[0].length;
  const end = lineEnd(text, from);
  return { type: 'small', body: text.slice(from, end).trim(), after: end + 1 };
}

const QUOTED = / {0,30}> /y;

/** `> ` on each line, or `>>> ` once for everything that follows. */
export function quoteAt(text: string, at: number): Block | undefined {
  const whole = matchAt(/ {0,30}>>> +/y, text, at);
  if (whole) return { type: 'quote', body: text.slice(at + whole[0].length), after: text.length };
  const lines: string[] = [];
  let after = at;
  for (;;) {
    const mark = matchAt(QUOTED, text, after);
    if (!mark) break;
    const end = lineEnd(text, after);
    lines.push(text.slice(after + mark[0].length, end));
    after = end + 1;
  }
  return lines.length > 0 ? { type: 'quote', body: lines.join('\n'), after } : undefined;
}

const MARKER = /( {0,60})([*-]|\d{1,9}\.) +(?=\S)/y;

/**
 * A list: its first item, and every line after it that is indented or an item itself; a blank line ends it.
 * What kind it is and where it counts from, its first marker says for all.
 */
export function listAt(text: string, at: number): Block | undefined {
  const first = matchAt(MARKER, text, at);
  if (!first) return undefined;
  const [, indent = '', marker = ''] = first;
  const items: string[][] = [];
  let after = at;
  while (after < text.length) {
    const end = lineEnd(text, after);
    const opening = matchAt(MARKER, text, after);
    if (opening?.[1] === indent) items.push([text.slice(after + opening[0].length, end)]);
    else if (text[after] === ' ' && text.slice(after, end).trim() !== '')
      items.at(-1)?.push(text.slice(after, end));
    else break;
    after = end + 1;
  }
  return {
    type: 'list',
    ordered: marker.endsWith('.'),
    start: Math.min(1e9, Math.max(1, Number.parseInt(marker, 10) || 1)),
    items: items.map(lines => outdented(lines, first[0].length)),
    after,
  };
}

/** An item's further lines moved left by its marker's width, by two at least, by less where they stand less deep. */
function outdented(lines: readonly string[], width: number): string {
  const [head = '', ...rest] = lines;
  const shallowest = rest.reduce((least, line) => Math.min(least, indentOf(line)), width);
  const step = Math.max(2, shallowest);
  return [head, ...rest.map(line => line.slice(Math.min(step, indentOf(line))))].join('\n');
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** A fenced block; its language is one word alone on the fence's line, else it is part of the code. */
export function fenceAt(text: string, at: number, fenceEnd: (from: number) => number): Fence | undefined {
  if (!text.startsWith('```', at)) return undefined;
  const bare = afterNewlines(text, at + 3);
  const end = fenceEnd(bare + 1);
  if (end < 0) return undefined;
  const named = matchAt(/```([a-z0-9_+\-.#]{1,60})\n/iy, text, at);
  const from = named && afterNewlines(text, at + named[0].length);
  const namedEnd = from === null ? -1 : fenceEnd(from + 1);
  if (named && from !== null && namedEnd >= 0) {
    return { language: named[1], value: withoutNewlines(text.slice(from, namedEnd)), after: namedEnd + 3 };
  }
  return { value: withoutNewlines(text.slice(bare, end)), after: end + 3 };
}

export interface Fence {
  readonly language?: string | undefined;
  readonly value: string;
  readonly after: number;
}

function afterNewlines(text: string, from: number): number {
  let at = from;
  while (text[at] === '\n') at++;
  return at;
}

function withoutNewlines(code: string): string {
  let end = code.length;
  while (code[end - 1] === '\n') end--;
  return code.slice(0, end);
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
