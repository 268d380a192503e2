import type { Compilable, SchemaModule } from 'kysely';

/** The statements of a migration, in order. None of them depends on what a table holds. */
export type Changes = (schema: SchemaModule) => readonly Compilable<unknown>[];
