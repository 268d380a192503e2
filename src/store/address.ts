import type { Dialect } from 'kysely';
import { postgres } from './postgres.ts';
import { sqlite } from './sqlite.ts';

const isPostgresAddress = (address: string) => /^postgres(?:ql)?:\/\//i.test(address);

/** How the database is called in sentences: never with its password. */
export function nameOf(address: string): string {
  const url = URL.parse(address);
  return url && /^postgres/.test(url.protocol) ? `${url.host}${url.pathname}` : address;
}

/** The path of a SQLite file; undefined where the address is that of PostgreSQL. */
export const fileOf = (address: string): string | undefined =>
  isPostgresAddress(address) ? undefined : address.replace(/^(?:sqlite|file):(?:\/\/)?/i, '');

/** `address` is a SQLite file's path or `postgres://…`. */
export function dialectOf(address: string): Dialect {
  const file = fileOf(address);
  return file === undefined ? postgres(address) : sqlite(file);
}
