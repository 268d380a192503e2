import type { Store } from '../announce/store.ts';
import type { Database } from './database.ts';
import { setOff, spread } from './planning.ts';
import { withKeys } from './posts.ts';

type WaitStore = Pick<Store, 'hold' | 'release' | 'held' | 'mayAsk' | 'answered'>;

/** What keeps single posts waiting. */
export function waitStore({ use }: Database): WaitStore {
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
      use(async db => {
        await db.deleteFrom('hold').where('post', '=', post).where('guild', '=', guild).execute();
        const planned = await db
          .selectFrom('post')
          .select(['id', 'tags', 'locales'])
          .where('id', '=', post)
          .where('plannedAt', 'is not', null)
          .execute();
        for (const one of planned) await spread(db, one, guild);
        await setOff(db, [post], now);
      }),
    held: guild =>
      use(async db => {
        const holds = await db.selectFrom('hold').selectAll().where('guild', '=', guild).execute();
        const ids = holds.map(({ post }) => post);
        if (ids.length === 0) return [];
        const rows = await db.selectFrom('post').selectAll().where('id', 'in', ids).execute();
        const posts = new Map((await withKeys(db, rows)).map(post => [post.id, post]));
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
