import type { Run } from './runs.ts';

/** A run that is not the end of a line. */
export type Words = Exclude<Run, { readonly kind: 'break' }>;

const cjk =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uff60\\uffe0-\\uffe6';
/** Signs that Chinese shares with Latin, and that take no space beside a Chinese character. */
const shared = '“”‘’…—·';
const cjkEnd = new RegExp(`[${cjk}]$`, 'u');
const cjkStart = new RegExp(`^[${cjk}]`, 'u');
const sharedEnd = new RegExp(`[${cjk}${shared}]$`, 'u');
const sharedStart = new RegExp(`^[${cjk}${shared}]`, 'u');

/** True where text ends with a CJK character or sign. */
export const endsInCjk = (text: string): boolean => cjkEnd.test(text.slice(-2));

/** True where two lines of a source belong together without a space: between CJK characters. */
function seamless(before: string, after: string): boolean {
  if (endsInCjk(before)) return sharedStart.test(after);
  return sharedEnd.test(before.slice(-2)) && cjkStart.test(after);
}

function trimEnd(runs: Words[]): void {
  for (let last = runs.at(-1); last?.kind === 'text'; last = runs.at(-1)) {
    const value = last.value.trimEnd();
    if (value === last.value) return;
    runs.pop();
    if (value !== '') runs.push({ ...last, value });
  }
}

/** What stands on one line of the source, and whether a line ends before it. */
interface Piece {
  readonly run: Words;
  readonly wrapped: boolean;
}

function piecesOf(run: Words): readonly Piece[] {
  if (run.kind === 'code') return [{ run, wrapped: false }];
  return run.value
    .replace(/[ \t\f\v]+/g, ' ')
    .split(/\r\n|[\r\n]/)
    .map((value, index) => ({ run: { ...run, value }, wrapped: index > 0 }));
}

/** Adds what begins a line of the source to what came before it. A space before a link is no part of it. */
function continueWith(runs: Words[], run: Words): void {
  const before = runs.at(-1);
  if (before !== undefined && !seamless(before.value, run.value)) {
    const { link, ...style } = run.style;
    const within = link !== undefined && link === before.style.link;
    runs.push({ kind: 'text', value: ' ', style: within ? run.style : style });
  }
  runs.push(run);
}

/** Text without the spaces that it begins with at a line's start, or after another space. */
function withoutSpace(text: string, atStart: boolean, before: Words | undefined): string {
  if (atStart) return text.trimStart();
  return before?.kind === 'text' && before.value.endsWith(' ') && text.startsWith(' ') ? text.slice(1) : text;
}

/**
 * Joins a line that its source wraps over several: without a space between CJK characters, with one otherwise.
 * Spaces that a page would not show are gone: those at the line's ends, and all but one of several.
 */
export function unwrapped(line: readonly Words[]): readonly Words[] {
  const runs: Words[] = [];
  let atStart = true;
  for (const { run, wrapped } of line.flatMap(piecesOf)) {
    if (wrapped) {
      trimEnd(runs);
      atStart = true;
    }
    const value = run.kind === 'text' ? withoutSpace(run.value, atStart, runs.at(-1)) : run.value;
    if (value === '') continue;
    if (atStart) continueWith(runs, { ...run, value });
    else runs.push({ ...run, value });
    atStart = false;
  }
  trimEnd(runs);
  return runs;
}
