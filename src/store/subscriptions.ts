import type { Subscription } from '../announce/model.ts';
import type { Store } from '../announce/store.ts';
import type { Database, Db } from './database.ts';
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

async function subscribe(db: Db, subscription: Subscription): Promise<void> {
  const { channel, guild, kind, tag = null, role = null, locale, madeBy, madeAt, paused } = subscription;
  const [thread, notify] = [subscription.thread ? 1 : 0, subscription.notify ? 1 : 0];
  const row = {
    ...{ channel, guild, kind, tag, role, notify, thread, locale, madeBy, madeAt },
    pausedSince: paused?.since ?? null,
    pausedBecause: paused?.because ?? null,
    pausedDetail: paused?.detail ?? null,
  };
  await db
    .insertInto('subscription')
    .values(row)
    .onConflict(conflict => conflict.column('channel').doUpdateSet(row))
    .execute();
  // What is on its way already goes there as it is wanted now.
  await db
    .updateTable('delivery')
    .set({ kind, role, notify, locale, wantsThread: thread })
    .where('channel', '=', channel)
    .where('state', '=', 'due')
    .where('manual', '=', 0)
    .execute();
}

async function resume(db: Db, channel: string, now: number, from: number): Promise<void> {
  await db
    .updateTable('subscription')
    .set({ pausedSince: null, pausedBecause: null, pausedDetail: null })
    .where('channel', '=', channel)
    .execute();
  await db
    .updateTable('delivery')
    .set({ state: 'due', since: now, nextAt: now, digest: null, triedBy: null, triedAt: null })
    .where('channel', '=', channel)
    .where('state', '=', 'refused')
    .where('manual', '=', 0)
    .where('ordinal', '>=', from)
    .execute();
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
  missing: readonly string[],
  now: number,
  before: number,
): Promise<number> {
  const back = db.deleteFrom('absence');
  await (missing.length > 0 ? back.where('guild', 'not in', [...missing]) : back).execute();
  if (missing.length === 0) return 0;
  await db
    .insertInto('absence')
    .values(missing.map(guild => ({ guild, since: now })))
    .onConflict(conflict => conflict.column('guild').doNothing())
    .execute();
  const gone = await db.selectFrom('absence').select('guild').where('since', '<=', before).execute();
  const ids = gone.map(({ guild }) => guild);
  if (ids.length === 0) return 0;
  await db.deleteFrom('delivery').where('guild', 'in', ids).execute();
  await db.deleteFrom('subscription').where('guild', 'in', ids).execute();
  await db.deleteFrom('hold').where('guild', 'in', ids).execute();
  await db.deleteFrom('absence').where('guild', 'in', ids).execute();
  return ids.length;
}

export function subscriptionStore({ use }: Database): SubscriptionStore {
  return {
    subscribe: subscription => use(db => db.transaction().execute(part => subscribe(part, subscription))),
    forget: channel =>
      use(db =>
        db.transaction().execute(async part => {
          await part.deleteFrom('delivery').where('channel', '=', channel).execute();
          const [row] = await part
            .deleteFrom('subscription')
            .where('channel', '=', channel)
            .returningAll()
            .execute();
          return row && toSubscription(row);
        }),
      ),
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
      use(db => db.transaction().execute(part => resume(part, channel, now, from))),
    mentions: (guild, role) =>
      use(async db => {
        const rows = db.selectFrom('subscription').select('channel');
        return (await rows.where('guild', '=', guild).where('role', '=', role).limit(1).execute()).length > 0;
      }),
    guilds: () => use(guilds),
    forgetMissing: (missing, now, before) =>
      use(db => db.transaction().execute(part => forgetMissing(part, missing, now, before))),
  };
}
