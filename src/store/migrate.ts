import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { first } from './migrations/first.ts';
import type { Schema } from './schema.ts';

/** In order of their names; what was released is never changed, and nothing goes back. */
const migrations: Readonly<Record<string, Migration>> = { '001-first': first };

/** The names of all migrations, in order. */
export const versions: readonly string[] = Object.keys(migrations);

/**
 * Brings the tables to what this version wants: forward only, and by one process at a time (PostgreSQL's advisory
 * lock, SQLite's own). Throws where the tables are of a later version.
 */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    throw new Error('was made by a newer version of Quoth: start that one, or set DATABASE_URL to another', {
      cause: error,
    });
  }
  throw error;
}
