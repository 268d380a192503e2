import stringWidth from 'string-width';

/** One line of a result: what was measured, and its numbers by column. */
export interface Row {
  readonly what: string;
  readonly numbers: Readonly<Record<string, number>>;
}

/** Rows as aligned text, with all columns that any of them has. */
export function table(title: string, rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap(({ numbers }) => Object.keys(numbers)))];
  const lines = [
    [title, ...columns],
    ...rows.map(({ what, numbers }) => [what, ...columns.map(column => rounded(numbers[column]))]),
  ];
  const widths = [title, ...columns].map((_, index) =>
    Math.max(...lines.map(line => stringWidth(line[index] ?? ''))),
  );
  const padded = (cell: string, index: number) => {
    const space = ' '.repeat((widths[index] ?? 0) - stringWidth(cell));
    return index === 0 ? cell + space : space + cell;
  };
  return lines.map(line => line.map(padded).join('   ')).join('\n');
}

/** Three digits that say something; counts whole. */
function rounded(value: number | undefined): string {
  if (value === undefined) return '';
  if (Number.isInteger(value)) return String(value);
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
