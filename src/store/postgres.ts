import { type Dialect, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';

/** PostgreSQL's number for `bigint`, which pg hands out as text; no moment is too large for a number. */
const bigint = 20;

/** A PostgreSQL database. `fault` is told of connections that break while nobody uses them. */
export function postgres(address: string, fault: (error: Error) => void): Dialect {
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
  pool.on('error', fault);
  return new PostgresDialect({ pool });
}
