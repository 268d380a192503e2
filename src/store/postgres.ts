import { type Dialect, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';

/** PostgreSQL's number for `bigint`, which pg hands out as text; no moment is too large for a number. */
const bigint = 20;

/** A PostgreSQL database. */
export function postgres(address: string): Dialect {
  const pool = new Pool({
    connectionString: address,
    application_name: 'quoth',
    max: 6,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: 20_000,
    types: {
      getTypeParser: (oid, format) => (oid === bigint ? Number : types.getTypeParser(oid, format)),
    },
  });
  // A connection may break at any time, also between the statements of a transaction. Whoever uses it is told by the
  // next statement; without somebody who listens, the process would end.
  pool.on('error', () => undefined);
  pool.on('connect', client => client.on('error', () => undefined));
  return new PostgresDialect({ pool });
}
