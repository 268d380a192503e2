import { setTimeout } from 'node:timers/promises';
import { CamelCasePlugin, Kysely, sql } from 'kysely';
import { dialectOf, fileOf, nameOf } from './address.ts';
import { type Database, type Db, inTransaction, type Together, type Use } from './database.ts';
import { faultOf, isPassing } from './fault.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';

/** How long a lock is waited for, in milliseconds. */
const patience = 10_000;

/** Tries again while somebody else holds the lock, at random, so that those who wait do not meet again. */
async function persevering<T>(work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error) || performance.now() - begun > patience) throw error;
      await setTimeout(5 + Math.random() * 60);
    }
  }
}

/** On a disk that is slow SQLite would be asked for more than it can write, if each step had to be there at once. */
function lightly<T>(db: Db, work: (db: Db, together: Together) => Promise<T>): Promise<T> {
  return db.connection().execute(async connection => {
    await sql`pragma synchronous = normal`.execute(connection);
    try {
      return await work(connection, inTransaction(connection));
    } finally {
      await sql`pragma synchronous = full`.execute(connection);
    }
  });
}

/** `address` is a SQLite file's path or `postgres://…`. Nothing is opened yet. */
export function makeDatabase(address: string): Database {
  let opening: Promise<Db> | undefined;
  let closed = false;
  const isPostgres = fileOf(address) === undefined;

  const open = async (): Promise<Db> => {
    const db = new Kysely<Schema>({ dialect: dialectOf(address), plugins: [new CamelCasePlugin()] });
    try {
      await persevering(() => migrate(db));
      return db;
    } catch (error) {
      await db.destroy().catch(() => undefined);
      throw error;
    }
  };
  const drop = async (failed: Promise<Db> | undefined) => {
    if (opening === failed) opening = undefined;
    const db = await failed?.catch(() => undefined);
    await db?.destroy().catch(() => undefined);
  };
  const withDb = async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
    if (closed) throw new Error(`The database ${nameOf(address)} is closed.`);
    opening ??= open();
    const mine = opening;
    let db: Db | undefined;
    try {
      const opened = await mine;
      db = opened;
      return await persevering(() => work(opened));
    } catch (error) {
      // A file that was opened while it was read-only stays so. PostgreSQL's pool mends itself.
      if (db === undefined || (!isPostgres && !isPassing(error))) await drop(mine);
      throw faultOf(error, nameOf(address));
    }
  };
  const use: Use = work => withDb(db => work(db, inTransaction(db)));
  return {
    isPostgres,
    use,
    useLightly: isPostgres ? use : work => withDb(db => lightly(db, work)),
    close: async () => {
      closed = true;
      await drop(opening);
    },
  };
}
