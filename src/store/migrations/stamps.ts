import { sql } from 'kysely';
import type { Changes } from './model.ts';

/**
 * What tells one noting of the newest content from another, for databases in which nobody can hold a row for as long as
 * he thinks; and indexes on what is looked for each minute: where rows are counted that are read, all posts would be.
 */
export const stamps: Changes = schema => [
  schema.alterTable('revision').addColumn('stamp', 'text', column => column.notNull().defaultTo('')),
  schema.createIndex('postWaiting').on('post').columns(['known', 'spreadAt']),
  schema.createIndex('postStale').on('post').column('stale'),
  schema
    .createIndex('postMissing')
    .on('post')
    .column('missingSince')
    .where(sql.ref('missingSince'), 'is not', null),
];
