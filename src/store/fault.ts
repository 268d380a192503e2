/** SQLite's result codes: https://sqlite.org/rescode.html. */
const sqliteSays: Readonly<Record<number, string>> = {
  3: 'may not be used by this user',
  5: 'is locked by another program',
  6: 'is locked by another program',
  8: 'cannot be written: it, or its folder, is read-only',
  10: 'cannot be read or written: its disk fails',
  11: 'is damaged: put a copy of it in its place, or take it away to begin with none',
  13: 'cannot be written: the disk is full',
  14: 'cannot be opened: its folder cannot be used',
  26: 'is no SQLite database',
};

/** Codes of PostgreSQL and of the network: https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const postgresSays: Readonly<Record<string, string>> = {
  '25006': 'cannot be written: it is read-only',
  '28000': 'refuses this user',
  '28P01': 'refuses this password',
  '3D000': 'does not exist',
  '42501': 'refuses this user what it needs: rights to make and change tables',
  '53100': 'cannot be written: its disk is full',
  '53300': 'has no connection left for Quoth',
  '57P01': 'has ended, or ends',
  '57P03': 'is starting',
  ECONNREFUSED: 'does not answer',
  // Of a socket on this machine.
  ENOENT: 'does not answer',
  ENOTFOUND: 'is not found: its host is unknown',
};

const sqliteCode = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Whether the same statement may succeed in a moment: somebody else writes, or two waited for each other. */
export function isPassing(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === 5 || code === 6 || codeOf(error) === '40001' || codeOf(error) === '40P01';
}

/** What is wrong with the database `name`, as one sentence. */
export function faultOf(error: unknown, name: string): Error {
  const known = sqliteSays[sqliteCode(error) ?? 0] ?? postgresSays[codeOf(error)];
  const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
  const said = known ?? (reason.startsWith('was made by') ? reason : `fails: ${reason.replace(/\.$/, '')}`);
  return new Error(`The database ${name} ${said}.`, { cause: error });
}
