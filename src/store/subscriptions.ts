import { type SqlBool, sql } from 'kysely';
import type { Subscription } from '../announce/model.ts';
import type { Store } from '../announce/store.ts';
import type { Database, Db, Together } from './database.ts';
import { given, listed } from './given.ts';
import { toSubscription } from './rows.ts';

type SubscriptionStore = Pick<
  Store,
  | 'subscribe'
  | 'forget'
  | 'subscriptions'
  | 'subscription'
  | 'resume'
  | 'mentions'
  | 'guilds'
  | 'forgetMissing'
>;

function subscribe(db: Db, subscription: Subscription) {
  const { channel, guild, kind, tag = null, role = null, locale, madeBy, madeAt, paused } = subscription;
  const [thread, notify] = [subscription.thread ? 1 : 0, subscription.notify ? 1 : 0];
  const row = {
    ...{ channel, guild, kind, tag, role, notify, thread, locale, madeBy, madeAt },
    pausedSince: paused?.since ?? null,
    pausedBecause: paused?.because ?? null,
    pausedDetail: paused?.detail ?? null,
  };
  return [
    db
      .insertInto('subscription')
      .values(row)
      .onConflict(conflict => conflict.column('channel').doUpdateSet(row)),
    // What is on its way already goes there as it is wanted now.
    db
      .updateTable('delivery')
      .set({ kind, role, notify, locale, wantsThread: thread })
      .where('channel', '=', channel)
      .where('state', '=', 'due')
      .where('manual', '=', 0),
  ];
}

function resume(db: Db, channel: string, now: number, from: number) {
  return [
    db
      .updateTable('subscription')
      .set({ pausedSince: null, pausedBecause: null, pausedDetail: null })
      .where('channel', '=', channel),
    db
      .updateTable('delivery')
      .set({ state: 'due', since: now, nextAt: now, digest: null, triedBy: null, triedAt: null })
      .where('channel', '=', channel)
      .where('state', '=', 'refused')
      .where('manual', '=', 0)
      .where('ordinal', '>=', from),
  ];
}

/** Servers that anything is kept of. */
async function guilds(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('subscription')
    .select('guild')
    .union(db.selectFrom('delivery').select('guild'))
    .execute();
  return rows.map(({ guild }) => guild);
}

async function forgetMissing(
  db: Db,
  together: Together,
  missing: readonly string[],
  now: number,
  before: number,
  isPostgres: boolean,
): Promise<number> {
  const gone = db.selectFrom('absence').select('guild').where('since', '<=', before);
  const absent = given(
    missing.map(guild => ({ guild, since: now })),
    { guild: 'text', since: 'bigint' },
    isPostgres,
  );
  const [, , , , , forgotten] = await together([
    db.deleteFrom('absence').where('guild', 'not in', listed(missing, isPostgres)),
    db
      .insertInto('absence')
      .columns(['guild', 'since'])
      // SQLite takes `on` behind a selection for the beginning of a join, but not behind a condition.
      .expression(db.selectFrom(absent.as('absent')).select(['guild', 'since']).where(sql<SqlBool>`true`))
      .onConflict(conflict => conflict.column('guild').doNothing()),
    db.deleteFrom('delivery').where('guild', 'in', gone),
    db.deleteFrom('subscription').where('guild', 'in', gone),
    db.deleteFrom('hold').where('guild', 'in', gone),
    db.deleteFrom('absence').where('since', '<=', before).returning('guild'),
  ]);
  return forgotten.length;
}

export function subscriptionStore({ use, isPostgres }: Database): SubscriptionStore {
  return {
    subscribe: subscription =>
      use(async (db, together) => {
        await together(subscribe(db, subscription));
      }),
    forget: channel =>
      use(async (db, together) => {
        const [[row]] = await together([
          db.deleteFrom('subscription').where('channel', '=', channel).returningAll(),
          db.deleteFrom('delivery').where('channel', '=', channel),
        ]);
        return row && toSubscription(row);
      }),
    subscriptions: guild =>
      use(async db => {
        const all = db.selectFrom('subscription').selectAll();
        const rows = guild === undefined ? all : all.where('guild', '=', guild);
        return (await rows.orderBy('madeAt').orderBy('channel').execute()).map(toSubscription);
      }),
    subscription: channel =>
      use(async db => {
        const rows = db.selectFrom('subscription').selectAll().where('channel', '=', channel);
        return (await rows.execute()).map(toSubscription)[0];
      }),
    resume: (channel, now, from) =>
      use(async (db, together) => {
        await together(resume(db, channel, now, from));
      }),
    mentions: (guild, role) =>
      use(async db => {
        const rows = db.selectFrom('subscription').select('channel');
        return (await rows.where('guild', '=', guild).where('role', '=', role).limit(1).execute()).length > 0;
      }),
    guilds: () => use(guilds),
    forgetMissing: (missing, now, before) =>
      use((db, together) => forgetMissing(db, together, missing, now, before, isPostgres)),
  };
}
