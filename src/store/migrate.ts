import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { migrations, newer } from './migrations/migrations.ts';
import type { Changes } from './migrations/model.ts';
import type { Schema } from './schema.ts';

const migrationOf = (changes: Changes): Migration => ({
  up: async db => {
    for (const statement of changes(db.schema)) await db.executeQuery(statement);
  },
});

/**
 * Brings the tables to what this version wants: forward only, and by one process at a time (PostgreSQL's advisory
 * lock, SQLite's own). Throws where the tables are of a later version.
 */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const all = Object.entries(migrations).map(([name, changes]) => [name, migrationOf(changes)]);
  const provider = { getMigrations: async () => Object.fromEntries(all) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    throw new Error(newer, { cause: error });
  }
  throw error;
}
