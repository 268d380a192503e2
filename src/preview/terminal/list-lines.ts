import { type Line, tame } from './style.ts';
import { widthOf, wrap } from './wrap.ts';

/** Cells between two names. */
const GAP = 2;

/** Names in columns as wide as the widest; each in rows of its own where only one column fits. */
export function listLines(names: readonly string[], columns: number): readonly Line[] {
  const tamed = names.map(name => tame(name).replaceAll('\n', ' '));
  const width = Math.max(0, ...tamed.map(widthOf)) + GAP;
  const perRow = Math.floor((columns + GAP) / width);
  if (perRow < 2) return tamed.flatMap(name => wrap([{ text: name, style: {} }], columns));
  const rows = Array.from({ length: Math.ceil(tamed.length / perRow) }, (_, at) =>
    tamed.slice(at * perRow, (at + 1) * perRow),
  );
  return rows.map(row => [
    {
      text: row
        .map(name => name + ' '.repeat(width - widthOf(name)))
        .join('')
        .trimEnd(),
      style: {},
    },
  ]);
}
