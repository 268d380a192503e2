import { first } from './first.ts';
import { missed } from './missed.ts';
import type { Changes } from './model.ts';
import { stamps } from './stamps.ts';

/** In order of their names; what was released is never changed, and nothing goes back. */
export const migrations: Readonly<Record<string, Changes>> = {
  '001-first': first,
  '002-stamps': stamps,
  '003-missed': missed,
};

/** The names of all migrations, in order. */
export const versions: readonly string[] = Object.keys(migrations);

/** Why the tables of a later version are left alone. */
export const newer = 'was made by a newer version of Quoth: start that one, or set DATABASE_URL to another';
