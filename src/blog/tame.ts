/*
 * The parser takes the square of some things that nobody writes but that a broken or hostile file may hold. The
 * figures are where a block starts to take a noticeable part of a second.
 */

/** Quotes and lists that one line opens within one another. */
const mostContainers = 100;

/** Signs of emphasis, links and formulas in one paragraph. */
const mostSigns = 2000;

/** Lines that underline a heading, that go on a quote without its `>`, or that may head a table, in one run of lines. */
const mostOddLines = 1000;

/** Lines in one run: the parser joins a paragraph's lines by moving all that follow. */
const mostLines = 5000;

/** Blank lines in a row. */
const mostBlankLines = 1000;

/** Columns of a table. */
const mostColumns = 500;

const openers = /^(?:[ \t]{0,9}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;

const opener = />|[-*+](?=[ \t])|\d[.)](?=[ \t])/g;

/** An item so far in that it may stand in more lists than there may be containers. */
const deepItem = /^[ \t]{200,}(?:[-*+]|\d{1,9}[.)])[ \t]/;

const sign = /\*+|_+|~+|\$+|\[|\]/g;

/** A line that starts a block of its own: what stands before it is another paragraph. */
const blockStart = /^\s{0,99}(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}\s|\||>)/;

const underline = /^\s{0,3}(?:=+|-+)\s*$/;

/** A table's row without its first bar. */
const looseRow = /^[^|]+\|/;

const fence = /^((?:[ \t]{0,3}>){0,99}[ \t]{0,99})(`{3,}(?!.*`)|~{3,})/;

const fenceEnd = /^[ \t>]{0,99}(`{3,}|~{3,})[ \t]*$/;

/** What lines stand in that are indented and yet no code: an item, or a note. */
const indenting = /^[ \t]{0,99}(?:[-*+]|\d{1,9}[.)]|\[\^[^\]]{1,99}\]:)(?:[ \t]|$)/;

/** Words after a bracket that is open: at each the parser looks back to it, since within links are no addresses. */
const mostWordsInBrackets = 3000;

/** Longest run of one sign that anybody writes: a row of stars across the page. */
const longestRun = 100;

/** `$$$` and longer are tried against all that follows, and of a run of thousands each sign. */
function weightOf(run: string): number {
  if (run.startsWith('$') && run.length > 2) return 100;
  return run.length > longestRun ? run.length : 1;
}

function signsIn(line: string): number {
  let signs = 0;
  for (const [run] of line.matchAll(sign)) signs += weightOf(run);
  return signs;
}

const barsIn = (line: string): number => line.split('|', mostColumns + 2).length - 1;

/** Most words that stand between a bracket and the one that closes it, or the end of its paragraph; 0 where it is short. */
function wordsInBrackets(lines: readonly string[]): number {
  if (lines.reduce((sum, line) => sum + line.length, 0) <= mostWordsInBrackets) return 0;
  let [most, words, depth] = [0, 0, 0];
  for (const line of lines) {
    if (blockStart.test(line)) depth = 0;
    for (const [found] of line.matchAll(/[[\]]|[a-z0-9]+/gi)) {
      if (found === '[') words = depth++ === 0 ? 0 : words;
      else if (found === ']') depth = Math.max(0, depth - 1);
      else if (depth > 0) most = Math.max(most, ++words);
    }
  }
  return most;
}

function isWild(lines: readonly string[]): boolean {
  if (lines.length > mostLines || wordsInBrackets(lines) > mostWordsInBrackets) return true;
  let signs = 0;
  let oddLines = 0;
  let isQuoted = false;
  for (const line of lines) {
    if (deepItem.test(line) || (line.length > mostColumns && barsIn(line) > mostColumns)) return true;
    const opened = openers.exec(line)?.[0];
    if ((opened?.match(opener)?.length ?? 0) > mostContainers) return true;
    isQuoted ||= opened?.includes('>') ?? false;
    if (underline.test(line) || looseRow.test(line) || (isQuoted && opened === undefined)) oddLines++;
    signs = signsIn(line) + (blockStart.test(line) ? 0 : signs);
    if (signs > mostSigns || oddLines > mostOddLines) return true;
  }
  return false;
}

function asCode(lines: readonly string[]): string[] {
  const ticks = lines.join('\n').match(/`+/g) ?? [];
  const longest = ticks.reduce((most, run) => Math.max(most, run.length), 2);
  const mark = '`'.repeat(longest + 1);
  return [mark, ...lines, mark];
}

/** The mark that begins code; undefined where it stands in code that is indented. */
function fenceOf(line: string, isIndented: boolean): string | undefined {
  const [, before = '', mark] = fence.exec(line) ?? [];
  return isIndented || /(?:^|>)[ ]{0,3}$/.test(before) ? mark : undefined;
}

/** True for a line that ends the code which `open` opened. */
function isClosing(line: string, open: string): boolean {
  const mark = fenceEnd.exec(line)?.[1];
  return mark !== undefined && mark[0] === open[0] && mark.length >= open.length;
}

/**
 * Markdown in which a run of lines that would hold up the parser stands as code, as written: all of it is still
 * read. Anything else is as it was. Linear.
 */
export function tame(text: string): string {
  const tamed: string[] = [];
  let block: string[] = [];
  let open: string | undefined;
  let blankLines = 0;
  let isIndented = false;
  const endBlock = (): void => {
    if (block.length === 0) return;
    tamed.push((isWild(block) ? asCode(block) : block).join('\n'));
    block = [];
  };
  for (const line of text.split('\n')) {
    if (open !== undefined) {
      tamed.push(line);
      if (isClosing(line, open)) open = undefined;
      continue;
    }
    const isBlank = line.trim() === '';
    if (indenting.test(line)) isIndented = true;
    else if (blankLines > 0 && /^[^ \t]/.test(line)) isIndented = false;
    open = fenceOf(line, isIndented);
    blankLines = isBlank ? blankLines + 1 : 0;
    if (open === undefined && !isBlank) {
      block.push(line);
    } else if (blankLines <= mostBlankLines) {
      endBlock();
      tamed.push(line);
    }
  }
  endBlock();
  return tamed.join('\n');
}
