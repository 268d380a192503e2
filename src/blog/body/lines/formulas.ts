import { changeText } from '../text/scan.ts';

const mark =
  /\$\$|(\\{1,2})([()[\]])|^[ \t]{0,3}\\begin\{((?:equation|align|gather|multline|eqnarray|displaymath)\*?)\}/gm;

/** Longest formulas, in characters. */
const longestInline = 500;
const longestDisplay = 5_000;

/** With one backslash the brackets may be those of the text, unless a formula stands in them. */
function isFormula(written: string, slashes: string): boolean {
  if (written.trim() === '') return false;
  return slashes.length > 1 || /[\\^_=<>+]|^\s*[a-zA-Z]\s*$/.test(written);
}

interface Open {
  readonly slashes: string;
  readonly sign: string;
  /** Offset of its mark, and after it. */
  readonly at: number;
  readonly after: number;
}

/** Finds the ends of environments; those that have none are looked for once. */
function endFinder(text: string): (name: string, from: number) => number | undefined {
  const lacking = new Set<string>();
  return (name, from) => {
    if (lacking.has(name)) return undefined;
    const end = `\\end{${name}}`;
    const at = text.indexOf(end, from);
    if (at < 0) lacking.add(name);
    return at < 0 || at - from > longestDisplay ? undefined : at + end.length;
  };
}

/** A stretch of text that is a formula, and how `$` marks it. */
interface Formula {
  readonly start: number;
  readonly end: number;
  readonly marked: string;
}

/** The marks that do not stand in a formula which is marked already. */
function* marksIn(text: string): Generator<RegExpExecArray> {
  let isDisplay = false;
  for (const found of text.matchAll(mark)) {
    if (found[0] === '$$') isDisplay = !isDisplay;
    else if (!isDisplay) yield found;
  }
}

function formulasIn(text: string): readonly Formula[] {
  const endOf = endFinder(text);
  const formulas: Formula[] = [];
  let open: Open | undefined;
  for (const { 0: whole, 1: slashes = '', 2: sign = '', 3: name, index: at } of marksIn(text)) {
    if (at < (formulas.at(-1)?.end ?? 0)) continue;
    const end = name === undefined ? undefined : endOf(name, at);
    if (end !== undefined)
      formulas.push({ start: at, end, marked: `\n$$\n${text.slice(at, end).trim()}\n$$\n` });
    if (sign === '(' || sign === '[') open = { slashes, sign, at, after: at + whole.length };
    const closed = open && closedAt(open, text, sign, slashes, at);
    if (closed) formulas.push(closed);
    if (closed) open = undefined;
  }
  return formulas;
}

/** The formula that a mark closes; undefined where it closes none. */
function closedAt(open: Open, text: string, sign: string, slashes: string, at: number): Formula | undefined {
  const { after } = open;
  const isInline = open.sign === '(';
  if (sign !== (isInline ? ')' : ']') || slashes !== open.slashes) return undefined;
  if (at - after > (isInline ? longestInline : longestDisplay)) return undefined;
  const written = text.slice(after, at);
  if (!isFormula(written, slashes) || (isInline && written.includes('\n\n'))) return undefined;
  const marked = isInline ? `$${written.trim()}$` : `\n\n$$\n${written.trim()}\n$$\n\n`;
  return { start: open.at, end: at + slashes.length + 1, marked };
}

function lowered(text: string): string {
  let from = 0;
  let written = '';
  for (const { start, end, marked } of formulasIn(text)) {
    written += text.slice(from, start) + marked;
    from = end;
  }
  return written + text.slice(from);
}

/** Formulas between `\(` and `\)`, `\[` and `\]` and in LaTeX's environments, as `$` marks them. Code stays as it is. */
export function lowerFormulas(text: string): string {
  return /\\[([b]/.test(text) ? changeText(text, lowered) : text;
}
