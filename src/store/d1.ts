import { CamelCasePlugin, type Compilable, Kysely, sql } from 'kysely';
import { D1Dialect } from 'kysely-d1';
import type { AllRows, Database, Db, Together, Use } from './database.ts';
import { faultOf } from './fault.ts';
import { migrations, newer, versions } from './migrations/migrations.ts';
import { type CountedStore, storeOn } from './on.ts';
import type { Schema } from './schema.ts';

/** What a statement gives: https://developers.cloudflare.com/d1/worker-api/return-object/. */
export interface D1Result {
  readonly results: readonly Record<string, unknown>[];
}

/** A statement for D1. */
export interface D1Statement {
  readonly bind: (...values: readonly unknown[]) => D1Statement;
  readonly all: () => Promise<D1Result>;
}

/** What Quoth asks of a D1 database that is bound to a Worker. */
export interface D1 {
  readonly prepare: (sql: string) => D1Statement;
  /** One transaction, and one request. */
  readonly batch: (statements: D1Statement[]) => Promise<readonly D1Result[]>;
}

/** How the database is called in sentences. */
const name = 'D1';

/** Statements in one batch, which D1 carries out whole or not at all. */
const inBatch =
  (d1: D1, plugin: CamelCasePlugin): Together =>
  async <const Statements extends readonly Compilable<unknown>[]>(statements: Statements) => {
    const compiled = statements.map(statement => statement.compile());
    const asked = compiled.map(({ sql: text, parameters }) => d1.prepare(text).bind(...parameters));
    const answered = await d1.batch(asked);
    const all = compiled.map(async ({ queryId }, at) => {
      const rows = answered[at]?.results ?? [];
      return (await plugin.transformResult({ queryId, result: { rows: [...rows] } })).rows;
    });
    // Each statement says what its rows look like.
    return (await Promise.all(all)) as AllRows<Statements>;
  };

/** The migrations that the tables have had. */
async function versionsIn(db: Db): Promise<readonly string[]> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
    return rows.map(row => row.name);
  } catch (error) {
    if (error instanceof Error && error.message.includes('no such table')) return [];
    throw error;
  }
}

/** The statements of a migration, and that the tables had it. kysely's migrator would need a transaction for both. */
function migrationOf(db: Db, version: string): readonly Compilable<unknown>[] {
  const note = sql`insert into kysely_migration (name, timestamp) values (${version}, ${new Date().toISOString()})`;
  return [
    db.schema
      .createTable('kysely_migration')
      .ifNotExists()
      .addColumn('name', 'varchar(255)', column => column.notNull().primaryKey())
      .addColumn('timestamp', 'varchar(255)', column => column.notNull()),
    { compile: () => note.compile(db) },
    ...(migrations[version]?.(db.schema) ?? []),
  ];
}

/**
 * Brings the tables to what this version wants, each migration whole or not at all. Of two that begin with one at the
 * same time the later is refused, since it is noted already, and goes on with the next.
 */
async function migrate(db: Db, together: Together): Promise<void> {
  let had = await versionsIn(db);
  if (had.some(version => !versions.includes(version))) throw new Error(newer);
  for (const version of versions) {
    if (had.includes(version)) continue;
    try {
      await together(migrationOf(db, version));
    } catch (error) {
      had = await versionsIn(db);
      if (!had.includes(version)) throw error;
    }
  }
}

/** Whether the tables are known to be of this version: what one request found out need not be asked by the next. */
export interface Known {
  current: boolean;
}

function d1Database(d1: D1, known: Known): Database {
  const plugin = new CamelCasePlugin();
  const db: Db = new Kysely<Schema>({ dialect: new D1Dialect({ database: d1 }), plugins: [plugin] });
  const together = inBatch(d1, plugin);
  let ready: Promise<void> | undefined;
  const makeReady = async (): Promise<void> => {
    if (!known.current) await migrate(db, together);
    known.current = true;
  };
  const use: Use = async work => {
    ready ??= makeReady();
    const mine = ready;
    try {
      await mine;
      return await work(db, together);
    } catch (error) {
      // What could not be brought to this version is looked at anew.
      if (!known.current && ready === mine) ready = undefined;
      throw faultOf(error, name);
    }
  };
  return { isPostgres: false, use, useLightly: use, close: () => db.destroy() };
}

/**
 * The store in a D1 database, whose tables are brought to this version when it is first used. Requests to a Worker share
 * no connections: each opens a store of its own.
 */
export const openD1 = (d1: D1, known: Known = { current: false }): CountedStore =>
  storeOn(d1Database(d1, known));
