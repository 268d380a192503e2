/** So many rows go into one statement: neither database takes any number of values. */
const mostRows = 500;

/** The rows in parts that one statement can hold. */
export function chunks<T>(rows: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(rows.length / mostRows) }, (_, at) =>
    rows.slice(at * mostRows, (at + 1) * mostRows),
  );
}
