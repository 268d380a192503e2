import { sql } from 'kysely';
import type { Store } from '../announce/store.ts';
import type { Database } from './database.ts';
import { toDelivery } from './rows.ts';

type DeliveryStore = Pick<Store, 'delivery' | 'newest' | 'standing' | 'threads'>;

/** More threads than these, the newest, nobody looks up. */
const mostThreads = 100_000;

export function deliveryStore({ use }: Database): DeliveryStore {
  return {
    delivery: (post, channel) =>
      use(async db => {
        const rows = db
          .selectFrom('delivery')
          .innerJoin('post', 'post.id', 'delivery.post')
          .selectAll('delivery')
          .select('post.key');
        const found = await rows.where('delivery.post', '=', post).where('channel', '=', channel).execute();
        return found.map(row => toDelivery(row, row.key))[0];
      }),
    newest: guild =>
      use(async db => {
        const ranked = db
          .selectFrom('delivery')
          .innerJoin('post', 'post.id', 'delivery.post')
          .selectAll('delivery')
          .select('post.key')
          .select(
            sql<number>`row_number() over (partition by channel order by since desc, ordinal desc)`.as(
              'rank',
            ),
          )
          .where('guild', '=', guild);
        const rows = await db.selectFrom(ranked.as('ranked')).selectAll().where('rank', '=', 1).execute();
        return rows.map(row => toDelivery(row, row.key));
      }),
    standing: () =>
      use(async db => {
        const rows = await db
          .selectFrom('delivery')
          .select(['post', 'guild', 'channel', 'message', 'thread'])
          .where('message', 'is not', null)
          .where('state', '=', 'sent')
          .orderBy('sentAt')
          .orderBy('channel')
          .execute();
        return rows.flatMap(({ message, thread, ...row }) =>
          message === null ? [] : [{ ...row, message, ...(thread === null ? {} : { thread }) }],
        );
      }),
    threads: since =>
      use(async db => {
        const rows = await db
          .selectFrom('delivery')
          .select(['thread', 'post'])
          .where('thread', 'is not', null)
          .where('since', '>=', since)
          .orderBy('since', 'desc')
          .limit(mostThreads)
          .execute();
        return rows.flatMap(({ thread, post }) => (thread === null ? [] : [{ thread, post }]));
      }),
  };
}
