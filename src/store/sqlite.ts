import { Worker } from 'node:worker_threads';
import {
  CompiledQuery as Compiled,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/** What the worker is asked. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** What it replies. */
export type Reply =
  | { readonly rows: readonly unknown[]; readonly changes: number }
  | { readonly fault: { readonly message: string; readonly errcode?: number } };

type Rows = Exclude<Reply, { readonly fault: object }>;

/** A SQLite file in a thread of its own: writing it to the disk holds up nobody who is answered meanwhile. */
interface Thread {
  readonly ask: (statement: Statement | 'open' | 'close') => Promise<Rows>;
}

function startThread(path: string): Thread {
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: path });
  const asked: PromiseWithResolvers<Rows>[] = [];
  let ended: Error | undefined;
  const end = (error: Error): void => {
    ended ??= error;
    for (const one of asked.splice(0)) one.reject(ended);
  };
  worker.on('error', error => end(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => end(new Error('The thread that keeps the database has ended.')));
  worker.on('message', (reply: Reply) => {
    const one = asked.shift();
    if (asked.length === 0) worker.unref();
    if ('fault' in reply) one?.reject(Object.assign(new Error(reply.fault.message), reply.fault));
    else one?.resolve(reply);
  });
  worker.unref();
  return {
    ask: statement => {
      if (ended !== undefined) return Promise.reject(ended);
      const one = Promise.withResolvers<Rows>();
      asked.push(one);
      worker.ref();
      worker.postMessage(statement);
      return one.promise;
    },
  };
}

function connectionTo({ ask }: Thread): DatabaseConnection {
  return {
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> => {
      const { rows, changes } = await ask({ sql, parameters });
      // What a statement's rows look like is for the schema to say.
      return { rows: rows as Row[], numAffectedRows: BigInt(changes) };
    },
    streamQuery: () => {
      throw new Error('Rows of SQLite come at once.');
    },
  };
}

function driverOf(path: string): Driver {
  let thread: Thread | undefined;
  let connection: DatabaseConnection | undefined;
  const execute = async (statement: string, on: DatabaseConnection): Promise<void> => {
    await on.executeQuery(Compiled.raw(statement));
  };
  return {
    init: async () => {
      const started = startThread(path);
      thread = started;
      try {
        await started.ask('open');
      } catch (error) {
        await started.ask('close').catch(() => undefined);
        throw error;
      }
      connection = connectionTo(started);
    },
    acquireConnection: () =>
      connection === undefined ? Promise.reject(new Error('Not opened.')) : Promise.resolve(connection),
    // A transaction that reads first and writes later could not wait for the lock: it is taken at once.
    beginTransaction: on => execute('begin immediate', on),
    commitTransaction: on => execute('commit', on),
    // A disk that is full, or fails, has ended it already: then what went wrong before is what is told.
    rollbackTransaction: on => execute('rollback', on).catch(() => undefined),
    releaseConnection: () => Promise.resolve(),
    destroy: async () => {
      await thread?.ask('close').catch(() => undefined);
    },
  };
}

/** SQLite's tables are made within a transaction as well as any; with it, migrations run under its lock. */
class LockingAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** A SQLite file, made where there is none, with its folder. */
export function sqlite(path: string): Dialect {
  return {
    createDriver: () => driverOf(path),
    createAdapter: () => new LockingAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: db => new SqliteIntrospector(db),
  };
}
