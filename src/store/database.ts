import { setTimeout } from 'node:timers/promises';
import { CamelCasePlugin, type Dialect, Kysely, sql } from 'kysely';
import { faultOf, isPassing } from './fault.ts';
import { migrate } from './migrate.ts';
import { postgres } from './postgres.ts';
import type { Schema } from './schema.ts';
import { sqlite } from './sqlite.ts';

export type Db = Kysely<Schema>;

/** A database that is opened when it is first needed, and again after it failed. */
export interface Database {
  readonly isPostgres: boolean;
  /** Does something with it that may be repeated. Rejects with a sentence where the database cannot be used. */
  readonly use: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  /**
   * The same for what may be lost in a power cut, since it is found out or done again: it need not be on the disk
   * before one goes on.
   */
  readonly useLightly: Database['use'];
  readonly close: () => Promise<void>;
}

/** How long a lock is waited for, in milliseconds. */
const patience = 10_000;

/** Tries again while somebody else holds the lock, at random, so that those who wait do not meet again. */
async function persevering<T>(work: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; ) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error) || waited > patience) throw error;
      const pause = 5 + Math.random() * 60;
      await setTimeout(pause);
      waited += pause + 50;
    }
  }
}

/** How the database is called in sentences: never with its password. */
export function nameOf(address: string): string {
  const url = URL.parse(address);
  return url && /^postgres/.test(url.protocol) ? `${url.host}${url.pathname}` : address;
}

/** The path of a SQLite file; undefined where the address is that of PostgreSQL. */
export const fileOf = (address: string): string | undefined =>
  isPostgresAddress(address) ? undefined : address.replace(/^(?:sqlite|file):(?:\/\/)?/, '');

export function dialectOf(address: string): Dialect {
  const file = fileOf(address);
  return file === undefined ? postgres(address) : sqlite(file);
}

const isPostgresAddress = (address: string) => /^postgres(?:ql)?:\/\//.test(address);

/** On a disk that is slow SQLite would be asked for more than it can write, if each step had to be there at once. */
function lightly<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return db.connection().execute(async connection => {
    await sql`pragma synchronous = normal`.execute(connection);
    try {
      return await work(connection);
    } finally {
      await sql`pragma synchronous = full`.execute(connection);
    }
  });
}

/** `address` is a SQLite file's path or `postgres://…`. Nothing is opened yet. */
export function makeDatabase(address: string): Database {
  let opening: Promise<Db> | undefined;
  let closed = false;
  const isPostgres = isPostgresAddress(address);

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
  const use: Database['use'] = async work => {
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
  return {
    isPostgres,
    use,
    useLightly: isPostgres ? use : work => use(db => lightly(db, work)),
    close: async () => {
      closed = true;
      await drop(opening);
    },
  };
}
