import type { Store } from '../announce/store.ts';
import type { Database } from './database.ts';
import { listed } from './given.ts';
import { setOff, spread } from './planning.ts';
import { postsIn, toPosts } from './posts.ts';

type WaitStore = Pick<Store, 'hold' | 'release' | 'held' | 'mayAsk' | 'answered'>;

/** What keeps single posts waiting. */
export function waitStore({ use, isPostgres }: Database): WaitStore {
  return {
    hold: (post, guild, by, since) =>
      use(async db => {
        await db
          .insertInto('hold')
          .values({ post, guild, by, since })
          .onConflict(conflict => conflict.columns(['post', 'guild']).doNothing())
          .execute();
      }),
    release: (post, guild, now) =>
      use(async (db, together) => {
        const [, planned] = await together([
          db.deleteFrom('hold').where('post', '=', post).where('guild', '=', guild),
          db
            .selectFrom('post')
            .select(['id', 'tags', 'locales'])
            .where('id', '=', post)
            .where('plannedAt', 'is not', null),
        ]);
        await together([...planned.map(one => spread(db, one, guild)), setOff(db, [post], now, isPostgres)]);
      }),
    held: guild =>
      use(async db => {
        const holds = await db.selectFrom('hold').selectAll().where('guild', '=', guild).execute();
        const ids = holds.map(({ post }) => post);
        if (ids.length === 0) return [];
        const rows = await postsIn(db).where('id', 'in', listed(ids, isPostgres)).execute();
        const posts = new Map(toPosts(rows).map(post => [post.id, post]));
        return holds.flatMap(({ post: id, by, since }) => {
          const post = posts.get(id);
          return post === undefined ? [] : [{ post, by, since }];
        });
      }),
    mayAsk: (post, now, before) =>
      use(async db => {
        const asked = await db
          .updateTable('post')
          .set({ askedAt: now })
          .where('id', '=', post)
          .where(({ or, eb }) => or([eb('askedAt', 'is', null), eb('askedAt', '<=', before)]))
          .returning('id')
          .execute();
        return asked.length === 1;
      }),
    answered: (post, now) =>
      use(async db => {
        await db.updateTable('post').set({ answeredAt: now }).where('id', '=', post).execute();
      }),
  };
}
