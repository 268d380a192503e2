import { sql } from 'kysely';
import type { Store } from '../announce/store.ts';
import type { Database, Db } from './database.ts';
import { listed } from './given.ts';
import { toDelivery } from './rows.ts';

type DeliveryStore = Pick<Store, 'delivery' | 'newest' | 'unsent' | 'begun' | 'standing' | 'threads'>;

/** More threads than these, the newest, nobody looks up. */
const mostThreads = 100_000;

const withKey = (db: Db) =>
  db
    .selectFrom('delivery')
    .innerJoin('post', 'post.id', 'delivery.post')
    .selectAll('delivery')
    .select('post.key');

export function deliveryStore({ use, isPostgres }: Database): DeliveryStore {
  return {
    delivery: (post, channel) =>
      use(async db => {
        const rows = withKey(db).where('delivery.post', '=', post).where('channel', '=', channel);
        return (await rows.execute()).map(row => toDelivery(row, row.key))[0];
      }),
    newest: guild =>
      use(async db => {
        const place = sql<number>`row_number() over (partition by channel order by since desc, ordinal desc)`;
        const ranked = withKey(db).select(place.as('place')).where('guild', '=', guild);
        const rows = await db.selectFrom(ranked.as('ranked')).selectAll().where('place', '=', 1).execute();
        return rows.map(row => toDelivery(row, row.key));
      }),
    unsent: guild =>
      use(async db => {
        const rows = withKey(db)
          .where('guild', '=', guild)
          .where('state', 'in', ['due', 'claimed', 'refused']);
        return (await rows.orderBy('ordinal').execute()).map(row => toDelivery(row, row.key));
      }),
    begun: (guild, posts) =>
      use(async db => {
        if (posts.length === 0) return [];
        const rows = db.selectFrom('delivery').select(['post', 'channel']).where('guild', '=', guild);
        return await rows.where('post', 'in', listed(posts, isPostgres)).execute();
      }),
    standing: () =>
      use(async db => {
        const rows = withKey(db).where('message', 'is not', null).where('state', '=', 'sent');
        return (await rows.orderBy('sentAt').orderBy('channel').execute()).map(row =>
          toDelivery(row, row.key),
        );
      }),
    threads: since =>
      use(async db => {
        const rows = await db
          .selectFrom('delivery')
          .innerJoin('post', 'post.id', 'delivery.post')
          .select(['delivery.thread', 'post.key'])
          .where('thread', 'is not', null)
          .where('digest', 'is', null)
          .where('since', '>=', since)
          .orderBy('since', 'desc')
          .limit(mostThreads)
          .execute();
        return rows.flatMap(({ thread, key }) => (thread === null ? [] : [{ thread, post: key }]));
      }),
  };
}
