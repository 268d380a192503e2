/** So many rows are given to one statement: no value may be larger than two megabytes in D1. */
const mostRows = 500;

/** The rows in parts that one statement can be given. */
export function chunks<T>(rows: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(rows.length / mostRows) }, (_, at) =>
    rows.slice(at * mostRows, (at + 1) * mostRows),
  );
}
