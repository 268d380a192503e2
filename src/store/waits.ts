import type { Store } from '../announce/store.ts';
import type { Database } from './database.ts';

type WaitStore = Pick<Store, 'hold' | 'release' | 'mayAsk' | 'answered'>;

/** What keeps single posts waiting. */
export function waitStore({ use }: Database): WaitStore {
  return {
    hold: (post, by, now) =>
      use(async db => {
        await db.updateTable('post').set({ heldBy: by, heldAt: now }).where('id', '=', post).execute();
      }),
    release: post =>
      use(async db => {
        await db.updateTable('post').set({ heldBy: null, heldAt: null }).where('id', '=', post).execute();
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
