import type { Compilable, Kysely } from 'kysely';
import type { Schema } from './schema.ts';

export type Db = Kysely<Schema>;

type Rows<Statement> = Statement extends Compilable<infer Row> ? readonly Row[] : never;

/** The rows of each of several statements. */
export type AllRows<Statements extends readonly Compilable<unknown>[]> = {
  readonly [At in keyof Statements]: Rows<Statements[At]>;
};

/**
 * Carries out statements one after the other, all or none of them, and gives the rows of each. What one of them does may
 * depend on what the database holds by then, and on nothing else: D1 knows no other transaction.
 */
export type Together = <const Statements extends readonly Compilable<unknown>[]>(
  statements: Statements,
) => Promise<AllRows<Statements>>;

/** Does something with a database that may be repeated. Rejects with a sentence where it cannot be used. */
export type Use = <T>(work: (db: Db, together: Together) => Promise<T>) => Promise<T>;

/** A database that is opened when it is first needed, and again after it failed. */
export interface Database {
  readonly isPostgres: boolean;
  readonly use: Use;
  /**
   * The same for what may be lost in a power cut, since it is found out or done again: it need not be on the disk
   * before one goes on.
   */
  readonly useLightly: Use;
  readonly close: () => Promise<void>;
}

/** Statements in a transaction, where the database has them. */
export const inTransaction =
  (db: Db): Together =>
  <const Statements extends readonly Compilable<unknown>[]>(statements: Statements) =>
    db.transaction().execute(async part => {
      const all: (readonly unknown[])[] = [];
      for (const statement of statements) all.push((await part.executeQuery(statement)).rows);
      // Each statement says what its rows look like.
      return all as AllRows<Statements>;
    });
