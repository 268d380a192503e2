import { type RawBuilder, sql } from 'kysely';

/**
 * Values that a statement is given are given as one, in JSON: D1 takes a hundred at most, and who gives many at once
 * needs fewer statements.
 */

/** Texts, to stand behind `in`. */
export function listed(texts: readonly string[], isPostgres: boolean): RawBuilder<string> {
  const json = JSON.stringify(texts);
  return isPostgres
    ? sql`(select value from json_array_elements_text(${json}::json) as given(value))`
    : sql`(select value from json_each(${json}))`;
}

/** The kinds of a row's fields. */
type Kinds<Row> = { readonly [Name in keyof Row]-?: 'text' | 'bigint' };

/** Rows, to be selected from. */
export function given<Row extends object>(
  rows: readonly Row[],
  kinds: Kinds<Row>,
  isPostgres: boolean,
): RawBuilder<Row> {
  const json = JSON.stringify(rows);
  const names = Object.entries<string>(kinds);
  const field = (name: string) => sql.raw(`"${name}"`);
  if (isPostgres) {
    const typed = sql.join(names.map(([name, kind]) => sql`${field(name)} ${sql.raw(kind)}`));
    const named = sql.join(names.map(([name]) => sql`${field(name)} as ${sql.ref(name)}`));
    return sql`(select ${named} from json_to_recordset(${json}::json) as given(${typed}))`;
  }
  const named = sql.join(names.map(([name]) => sql`value ->> ${sql.lit(name)} as ${sql.ref(name)}`));
  return sql`(select ${named} from json_each(${json}))`;
}
