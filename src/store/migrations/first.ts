import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

async function makePosts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('post')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('key', 'text', column => column.notNull())
    .addColumn('path', 'text', column => column.notNull())
    .addColumn('title', 'text', column => column.notNull())
    .addColumn('slug', 'text', column => column.notNull())
    .addColumn('url', 'text')
    .addColumn('date', 'bigint')
    .addColumn('tags', 'text', column => column.notNull())
    .addColumn('locales', 'text', column => column.notNull())
    .addColumn('sketch', 'text', column => column.notNull())
    .addColumn('content', 'text', column => column.notNull())
    .addColumn('changedAt', 'bigint', column => column.notNull())
    .addColumn('want', 'text', column => column.notNull())
    .addColumn('stale', 'integer', column => column.notNull().defaultTo(0))
    .addColumn('known', 'integer', column => column.notNull())
    .addColumn('seenAt', 'bigint', column => column.notNull())
    .addColumn('missingSince', 'bigint')
    .addColumn('askedAt', 'bigint')
    .addColumn('answeredAt', 'bigint')
    .addColumn('plannedAt', 'bigint')
    .addColumn('spreadAt', 'bigint')
    .execute();
  await db.schema
    .createTable('postKey')
    .addColumn('key', 'text', column => column.primaryKey())
    .addColumn('post', 'text', column => column.notNull().references('post.id').onDelete('cascade'))
    .execute();
  await db.schema.createIndex('postKeyPost').on('postKey').column('post').execute();
}

async function makeSubscriptions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('subscription')
    .addColumn('channel', 'text', column => column.primaryKey())
    .addColumn('guild', 'text', column => column.notNull())
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('tag', 'text')
    .addColumn('role', 'text')
    .addColumn('notify', 'integer', column => column.notNull().defaultTo(0))
    .addColumn('thread', 'integer', column => column.notNull())
    .addColumn('locale', 'text', column => column.notNull())
    .addColumn('madeBy', 'text', column => column.notNull())
    .addColumn('madeAt', 'bigint', column => column.notNull())
    .addColumn('pausedSince', 'bigint')
    .addColumn('pausedBecause', 'text')
    .addColumn('pausedDetail', 'text')
    .execute();
  await db.schema.createIndex('subscriptionGuild').on('subscription').column('guild').execute();
  await db.schema
    .createTable('hold')
    .addColumn('post', 'text', column => column.notNull().references('post.id').onDelete('cascade'))
    .addColumn('guild', 'text', column => column.notNull())
    .addColumn('by', 'text', column => column.notNull())
    .addColumn('since', 'bigint', column => column.notNull())
    .addPrimaryKeyConstraint('holdKey', ['post', 'guild'])
    .execute();
}

async function makeDeliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('delivery')
    .addColumn('post', 'text', column => column.notNull().references('post.id'))
    .addColumn('channel', 'text', column => column.notNull())
    .addColumn('guild', 'text', column => column.notNull())
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('wantsThread', 'integer', column => column.notNull())
    .addColumn('role', 'text')
    .addColumn('notify', 'integer', column => column.notNull().defaultTo(0))
    .addColumn('locale', 'text', column => column.notNull())
    .addColumn('manual', 'integer', column => column.notNull())
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('since', 'bigint', column => column.notNull())
    .addColumn('attempts', 'integer', column => column.notNull().defaultTo(0))
    .addColumn('ordinal', 'bigint', column => column.notNull())
    .addColumn('rank', 'integer', column => column.notNull().defaultTo(0))
    .addColumn('nextAt', 'bigint')
    .addColumn('lease', 'text')
    .addColumn('triedBy', 'text')
    .addColumn('triedAt', 'bigint')
    .addColumn('digest', 'text')
    .addColumn('message', 'text')
    .addColumn('thread', 'text')
    .addColumn('sentAt', 'bigint')
    .addColumn('editedAt', 'bigint')
    .addColumn('shown', 'text')
    .addColumn('publish', 'integer', column => column.notNull().defaultTo(0))
    .addColumn('open', 'integer', column => column.notNull().defaultTo(0))
    .addColumn('detail', 'text')
    .addPrimaryKeyConstraint('deliveryKey', ['post', 'channel'])
    .execute();
  await db.schema
    .createIndex('deliveryNext')
    .on('delivery')
    .columns(['rank', 'nextAt'])
    .where(sql.ref('nextAt'), 'is not', null)
    .execute();
  await db.schema
    .createIndex('deliveryPost')
    .on('delivery')
    .columns(['post', 'nextAt'])
    .where(sql.ref('nextAt'), 'is not', null)
    .execute();
  await db.schema.createIndex('deliveryChannel').on('delivery').columns(['channel', 'ordinal']).execute();
  await db.schema
    .createIndex('deliveryThread')
    .on('delivery')
    .column('since')
    .where(sql.ref('thread'), 'is not', null)
    .execute();
  await db.schema.createIndex('deliveryGuild').on('delivery').column('guild').execute();
}

async function makeRest(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('revision')
    .addColumn('id', 'integer', column => column.primaryKey())
    .addColumn('hash', 'text', column => column.notNull())
    .addColumn('at', 'bigint', column => column.notNull())
    .addColumn('hadAt', 'bigint', column => column.notNull())
    .execute();
  await db.schema
    .createTable('occasion')
    .addColumn('name', 'text', column => column.primaryKey())
    .addColumn('at', 'bigint', column => column.notNull())
    .execute();
  await db.schema
    .createTable('failure')
    .addColumn('minute', 'bigint', column => column.primaryKey())
    .addColumn('count', 'integer', column => column.notNull())
    .execute();
  await db.schema
    .createTable('absence')
    .addColumn('guild', 'text', column => column.primaryKey())
    .addColumn('since', 'bigint', column => column.notNull())
    .execute();
}

/** Posts, subscriptions, deliveries, and what keeps many senders in step. */
export const first: Migration = {
  up: async db => {
    await makePosts(db);
    await makeSubscriptions(db);
    await makeDeliveries(db);
    await makeRest(db);
  },
};
