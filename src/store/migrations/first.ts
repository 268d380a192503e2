import { sql } from 'kysely';
import type { Changes } from './model.ts';

const makePosts: Changes = schema => [
  schema
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
    .addColumn('spreadAt', 'bigint'),
  schema
    .createTable('postKey')
    .addColumn('key', 'text', column => column.primaryKey())
    .addColumn('post', 'text', column => column.notNull().references('post.id').onDelete('cascade')),
  schema.createIndex('postKeyPost').on('postKey').column('post'),
];

const makeSubscriptions: Changes = schema => [
  schema
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
    .addColumn('pausedDetail', 'text'),
  schema.createIndex('subscriptionGuild').on('subscription').column('guild'),
  schema
    .createTable('hold')
    .addColumn('post', 'text', column => column.notNull().references('post.id').onDelete('cascade'))
    .addColumn('guild', 'text', column => column.notNull())
    .addColumn('by', 'text', column => column.notNull())
    .addColumn('since', 'bigint', column => column.notNull())
    .addPrimaryKeyConstraint('holdKey', ['post', 'guild']),
];

const makeDeliveries: Changes = schema => [
  schema
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
    .addPrimaryKeyConstraint('deliveryKey', ['post', 'channel']),
  schema
    .createIndex('deliveryNext')
    .on('delivery')
    .columns(['rank', 'nextAt'])
    .where(sql.ref('nextAt'), 'is not', null),
  schema
    .createIndex('deliveryPost')
    .on('delivery')
    .columns(['post', 'nextAt'])
    .where(sql.ref('nextAt'), 'is not', null),
  schema.createIndex('deliveryChannel').on('delivery').columns(['channel', 'ordinal']),
  schema
    .createIndex('deliveryThread')
    .on('delivery')
    .column('since')
    .where(sql.ref('thread'), 'is not', null),
  schema.createIndex('deliveryGuild').on('delivery').column('guild'),
];

const makeRest: Changes = schema => [
  schema
    .createTable('revision')
    .addColumn('id', 'integer', column => column.primaryKey())
    .addColumn('hash', 'text', column => column.notNull())
    .addColumn('at', 'bigint', column => column.notNull())
    .addColumn('hadAt', 'bigint', column => column.notNull()),
  schema
    .createTable('occasion')
    .addColumn('name', 'text', column => column.primaryKey())
    .addColumn('at', 'bigint', column => column.notNull()),
  schema
    .createTable('failure')
    .addColumn('minute', 'bigint', column => column.primaryKey())
    .addColumn('count', 'integer', column => column.notNull()),
  schema
    .createTable('absence')
    .addColumn('guild', 'text', column => column.primaryKey())
    .addColumn('since', 'bigint', column => column.notNull()),
];

/** Posts, subscriptions, deliveries, and what keeps many senders in step. */
export const first: Changes = schema => [
  ...makePosts(schema),
  ...makeSubscriptions(schema),
  ...makeDeliveries(schema),
  ...makeRest(schema),
];
