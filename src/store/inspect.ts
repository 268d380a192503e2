import { existsSync } from 'node:fs';
import { CamelCasePlugin, Kysely, sql, type Transaction } from 'kysely';
import type { Subscription } from '../announce/model.ts';
import { dialectOf, fileOf, nameOf } from './address.ts';
import { faultOf } from './fault.ts';
import { versions } from './migrations/migrations.ts';
import { toSubscription } from './rows.ts';
import type { Schema } from './schema.ts';

/** A database as it is, unchanged. */
export type Inspection =
  /** There is no such file yet, or nothing of Quoth's in it. */
  | { readonly is: 'absent' }
  | {
      readonly is: 'current' | 'older' | 'newer';
      /** The newest migration that it has had. */
      readonly version: string;
      /** The newest that this Quoth knows. */
      readonly wanted: string;
      readonly subscriptions: readonly Subscription[];
    };

async function look(db: Transaction<Schema>): Promise<Inspection> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return { is: 'absent' };
  const rows = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  const had = rows.rows.map(({ name }) => name);
  const [version = '', wanted = ''] = [had.at(-1), versions.at(-1)];
  if (had.some(name => !versions.includes(name))) return { is: 'newer', version, wanted, subscriptions: [] };
  if (had.length < versions.length) return { is: 'older', version, wanted, subscriptions: [] };
  const subscriptions = await db.selectFrom('subscription').selectAll().orderBy('channel').execute();
  return { is: 'current', version, wanted, subscriptions: subscriptions.map(toSubscription) };
}

/**
 * Looks at a database, under the lock that writing takes, and changes nothing. Rejects with a sentence where it cannot
 * be read or written.
 */
export async function inspectStore(address: string): Promise<Inspection> {
  const file = fileOf(address);
  if (file !== undefined && !existsSync(file)) return { is: 'absent' };
  const db = new Kysely<Schema>({ dialect: dialectOf(address), plugins: [new CamelCasePlugin()] });
  try {
    return await db.transaction().execute(look);
  } catch (error) {
    throw faultOf(error, nameOf(address));
  } finally {
    await db.destroy().catch(() => undefined);
  }
}
