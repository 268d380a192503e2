import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';

/**
 * How long SQLite itself waits for another process to let go, in milliseconds. It holds up everything else meanwhile,
 * so that the longer waiting is done between tries.
 */
const patience = 50;

/** Takes the lock as a transaction begins: one that reads first and writes later could not wait for it. */
class LockingDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** SQLite's tables are made within a transaction as well as any; with it, migrations run under its lock. */
class LockingAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function sqlValue(parameter: unknown): SQLInputValue {
  if (parameter === null || typeof parameter === 'string' || typeof parameter === 'number') return parameter;
  throw new TypeError(`A value of the kind ${typeof parameter} cannot be kept.`);
}

/** Node's own SQLite as kysely wants it. */
function adapted(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare: sql => {
      const statement = database.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: parameters => statement.all(...parameters.map(sqlValue)),
        run: parameters => statement.run(...parameters.map(sqlValue)),
        iterate: parameters => statement.iterate(...parameters.map(sqlValue)),
      };
    },
  };
}

function openFile(path: string): SqliteDatabase {
  mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: patience, enableForeignKeyConstraints: true });
  try {
    // What is claimed must be on the disk before it is sent: a power cut forgets nothing that FULL has written.
    database.exec('pragma journal_mode = wal; pragma synchronous = full;');
  } catch (error) {
    database.close();
    throw error;
  }
  return adapted(database);
}

/** A SQLite file, made where there is none, with its folder. */
export function sqlite(path: string): Dialect {
  const config = { database: () => Promise.resolve().then(() => openFile(path)) };
  const dialect = new SqliteDialect(config);
  return {
    createDriver: () => new LockingDriver(config),
    createAdapter: () => new LockingAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: db => dialect.createIntrospector(db),
  };
}
