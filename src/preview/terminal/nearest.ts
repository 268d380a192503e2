/** What was typed is compared no further than this. */
const LONGEST = 40;

/** A match of the last word alone is a little less than one of the whole name. */
const LAST_WORD = 0.5;

/**
 * The title that is most like what was typed; a title counts by its last word too, so that `/latest` finds
 * `/post latest`.
 */
export function nearest(typed: string, titles: readonly string[]): string | undefined {
  const words = typed.toLowerCase().slice(0, LONGEST).split(/\s+/);
  const heads = [words[0] ?? '', words.slice(0, 2).join(' ')];
  const closeness = (name: string) => Math.min(...heads.map(head => distance(head, name)));
  const distanceTo = (title: string) => {
    const name = title.replace(/^\//, '');
    return Math.min(closeness(name), closeness(name.split(' ').at(-1) ?? name) + LAST_WORD);
  };
  return titles.map(title => [distanceTo(title), title] as const).sort(([a], [b]) => a - b)[0]?.[1];
}

/** Letters to add, drop or change to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
