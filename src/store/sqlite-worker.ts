import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { makeFolder } from '../disk/make-folder.ts';
import type { Reply, Statement } from './sqlite.ts';

/** How long another process that writes is waited for, in milliseconds. */
const patience = 1_000;

function sqlValue(parameter: unknown): SQLInputValue {
  if (parameter === null || typeof parameter === 'string' || typeof parameter === 'number') return parameter;
  throw new TypeError(`A value of the kind ${typeof parameter} cannot be kept.`);
}

function opened(path: string): DatabaseSync {
  if (path !== ':memory:') makeFolder(dirname(path));
  const database = new DatabaseSync(path, { timeout: patience, enableForeignKeyConstraints: true });
  // What is claimed must be on the disk before it is sent: a power cut forgets nothing that FULL has written.
  database.exec('pragma journal_mode = wal; pragma synchronous = full;');
  return database;
}

function executed(database: DatabaseSync, { sql, parameters }: Statement): Reply {
  const statement = database.prepare(sql);
  const values = parameters.map(sqlValue);
  if (statement.columns().length > 0) return { rows: statement.all(...values), changes: 0 };
  return { rows: [], changes: Number(statement.run(...values).changes) };
}

function faultOf(error: unknown): Reply {
  if (!(error instanceof Error)) return { fault: { message: String(error) } };
  const { message } = error;
  const isKnown = 'errcode' in error && typeof error.errcode === 'number';
  return { fault: isKnown ? { message, errcode: Number(error.errcode) } : { message } };
}

/** The first message opens the file; each one after it is a statement. Each is replied to, in order. */
function serve(path: string): void {
  let database: DatabaseSync | undefined;
  parentPort?.on('message', (statement: Statement | 'open' | 'close') => {
    let reply: Reply = { rows: [], changes: 0 };
    try {
      if (statement === 'close') database?.close();
      else if (statement === 'open') database = opened(path);
      else if (database !== undefined) reply = executed(database, statement);
    } catch (error) {
      reply = faultOf(error);
    }
    parentPort?.postMessage(reply);
    if (statement === 'close') parentPort?.close();
  });
}

serve(String(workerData));
