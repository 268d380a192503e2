/**
 * For each run of backticks in a text, by its offset: where the code that it opens ends, which is after the next run
 * of its length within the same paragraph. Linear.
 */
export function codeSpans(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open = new Map<number, number>();
  for (const { 0: run, index } of text.matchAll(/`+|\n[ \t]*(?=\n)/g)) {
    if (!run.startsWith('`')) {
      open.clear();
      continue;
    }
    const before = open.get(run.length);
    if (before !== undefined) ends.set(before, index + run.length);
    open.set(run.length, index);
  }
  return ends;
}
