import type { Changes } from './model.ts';

/** What was searched for and not found, by days. */
export const missed: Changes = schema => [
  schema
    .createTable('missed')
    .addColumn('query', 'text', column => column.notNull())
    .addColumn('day', 'integer', column => column.notNull())
    .addColumn('count', 'integer', column => column.notNull())
    .addPrimaryKeyConstraint('missedKey', ['query', 'day']),
  schema.createIndex('missedDay').on('missed').column('day'),
];
