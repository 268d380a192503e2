/** What an indented line is: code, or what goes on an item of a list. */
export type Indented = 'code' | 'item';

const item = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;

const fence = /^[ \t>]{0,99}(?:`{3,}|~{3,})/;

const margin = /^(?: {4}|\t)/;

/** What the lines before one make of it. */
interface Before {
  readonly inList: boolean;
  /** Whether a paragraph goes on, so that no code can begin. */
  readonly inParagraph: boolean;
}

function after(line: string, before: Before, isCode: boolean): Before {
  if (line.trim() === '' || isCode) return { ...before, inParagraph: false };
  if (margin.test(line)) return { ...before, inParagraph: true };
  const goesOn = before.inList && (before.inParagraph || line.startsWith(' '));
  return { inList: item.test(line) || goesOn, inParagraph: true };
}

/**
 * The indented lines of a text, by the offset at which each begins; lines in fenced code and those that only go on
 * a paragraph are not among them. As good a guess as can be had before parsing.
 */
export function indentedLines(text: string): ReadonlyMap<number, Indented> {
  const found = new Map<number, Indented>();
  let before: Before = { inList: false, inParagraph: false };
  let inFence = false;
  let offset = 0;
  for (const line of text.split('\n')) {
    const isFence = fence.test(line);
    const isIndented = !inFence && !isFence && margin.test(line) && line.trim() !== '';
    const isCode = isIndented && !before.inList && !before.inParagraph;
    if (isCode) found.set(offset, 'code');
    else if (isIndented && before.inList) found.set(offset, 'item');
    if (!inFence && !isFence) before = after(line, before, isCode);
    if (isFence) {
      inFence = !inFence;
      before = { ...before, inParagraph: false };
    }
    offset += line.length + 1;
  }
  return found;
}
