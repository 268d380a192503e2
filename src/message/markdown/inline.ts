import type { Nodes } from 'mdast';
import { inlineCode } from './code.ts';
import { escapeText, escapeWithin, zeroWidthSpace } from './escape.ts';
import { joined, linked } from './link.ts';
import { type Run, runsOf, type Style } from './runs.ts';
import { unwrapped, type Words } from './soft.ts';

/** Splits at the ends of lines. */
function linesOf(runs: readonly Run[]): readonly (readonly Words[])[] {
  const lines: [Words[], ...Words[][]] = [[]];
  let line = lines[0];
  for (const run of runs) {
    if (run.kind === 'break') {
      line = [];
      lines.push(line);
    } else {
      line.push(run);
    }
  }
  return lines;
}

/** Code and addresses that hold marks would end the marks around them: they stand without them. */
function safe(run: Words): Words {
  if (run.kind === 'text' && run.value !== run.style.link?.url) return run;
  const { strong, emphasis, strike, ...rest } = run.style;
  const star = run.value.includes('*');
  const style = {
    ...rest,
    strong: strong && !star,
    emphasis: emphasis && !star,
    strike: strike && !run.value.includes('~'),
  };
  return { ...run, style };
}

/** Neighbours that are alike, together. */
function grouped(
  runs: readonly Words[],
  alike: (a: Style, b: Style) => boolean,
): readonly (readonly [Words, ...Words[]])[] {
  const groups: [Words, ...Words[]][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    if (group && alike(group[0].style, run.style)) group.push(run);
    else groups.push([run]);
  }
  return groups;
}

const sameMarks = (a: Style, b: Style): boolean =>
  a.strong === b.strong && a.emphasis === b.emphasis && a.strike === b.strike;

/** Neighbouring text that looks alike as one run, so that what makes a mark only together is escaped. */
function together(runs: readonly Words[]): readonly Words[] {
  const parts: { readonly first: Words; readonly values: string[] }[] = [];
  for (const run of runs) {
    const last = parts.at(-1);
    const alike =
      last?.first.kind === 'text' &&
      run.kind === 'text' &&
      sameMarks(last.first.style, run.style) &&
      last.first.style.link === run.style.link;
    if (last !== undefined && alike) last.values.push(run.value);
    else parts.push({ first: run, values: [run.value] });
  }
  return parts.map(({ first, values }) => ({ ...first, value: values.join('') }));
}

/** A link after text: one that has to stand without a label must not go on with a mark that the text begins. */
function besideLink(before: string, written: string): string {
  const runOn = /[\w@<:/+-]$/.test(before.slice(-1)) && /^[\w@#:/+-]/.test(written);
  return runOn ? before + zeroWidthSpace + written : joined(before, written);
}

/** Runs as Discord Markdown without the marks of their style. */
function contentOf(runs: readonly Words[], lineStart: boolean): string {
  let content = '';
  for (const group of grouped(runs, (a, b) => a.link === b.link)) {
    const { link } = group[0].style;
    if (link !== undefined) {
      content = besideLink(content, linked(group, link.url));
      continue;
    }
    for (const { kind, value } of group) {
      const escaped = lineStart && content === '' ? escapeText : escapeWithin;
      content = joined(content, kind === 'code' ? inlineCode(value) : escaped(value));
    }
  }
  return content;
}

/** Spaces at the ends of runs, and the runs without them: Discord wants none inside its marks. */
function trimmed(runs: readonly Words[]): {
  readonly before: string;
  readonly inside: readonly Words[];
  readonly after: string;
} {
  const inside = [...runs];
  let [before, after] = ['', ''];
  for (let first = inside[0]; first?.kind === 'text'; first = inside[0]) {
    const value = first.value.trimStart();
    before += first.value.slice(0, first.value.length - value.length);
    if (value !== '') {
      inside[0] = { ...first, value };
      break;
    }
    inside.shift();
  }
  for (let last = inside.at(-1); last?.kind === 'text'; last = inside.at(-1)) {
    const value = last.value.trimEnd();
    after = last.value.slice(value.length) + after;
    inside.pop();
    if (value !== '') {
      inside.push({ ...last, value });
      break;
    }
  }
  return { before, inside, after };
}

function marksOf({ strong, emphasis, strike }: Style): readonly string[] {
  return [strike ? '~~' : '', strong ? '**' : '', emphasis ? '*' : ''].filter(mark => mark !== '');
}

/** Runs of one style within its marks. */
function unit(group: readonly [Words, ...Words[]], lineStart: boolean): string {
  const marks = marksOf(group[0].style);
  if (marks.length === 0) return contentOf(group, lineStart);
  const { before, inside, after } = trimmed(group);
  const content = contentOf(inside, lineStart);
  if (content === '') return before + after;
  const closed = [...marks].reverse().join('');
  return before + joined(joined(marks.join(''), content), closed) + after;
}

function writeLine(line: readonly Words[]): string {
  let written = '';
  for (const group of grouped(together(unwrapped(line.map(safe))), sameMarks)) {
    written = joined(written, unit(group, written === ''));
  }
  return written;
}

/** How the whole of a text is to look, whatever its parts do. */
type Restyle = (style: Style) => Style;

const asWritten: Restyle = style => style;

/** Nodes that stand within lines as lines of Discord Markdown; none where there is nothing to read. */
export function renderLines(nodes: readonly Nodes[], restyle = asWritten): readonly string[] {
  const runs = runsOf(nodes).map(run => (run.kind === 'break' ? run : { ...run, style: restyle(run.style) }));
  const lines = linesOf(runs).map(writeLine);
  const first = lines.findIndex(line => line !== '');
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex(line => line !== '') + 1);
}

/** The same as one line. */
export function renderLine(nodes: readonly Nodes[], restyle = asWritten): string {
  return renderLines(nodes, restyle)
    .filter(line => line !== '')
    .join(' ');
}
