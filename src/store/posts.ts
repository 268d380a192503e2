import { type Selectable, sql } from 'kysely';
import { type KnownPost, type Store, withdrawnMark } from '../announce/store.ts';
import type { Database, Db } from './database.ts';
import { listed } from './given.ts';
import { toPost } from './rows.ts';
import type { PostTable } from './schema.ts';

/** Every key that a post ever had, which hold no spaces. */
const keys = sql<
  string | null
>`(select string_agg(post_key.key, ' ' order by post_key.key) from post_key where post_key.post = post.id)`;

/** Posts, with the keys that they had. */
export const postsIn = (db: Db) => db.selectFrom('post').selectAll().select(keys.as('keys'));

/** What {@link postsIn} gives, as posts. */
export const toPosts = (
  rows: readonly (Selectable<PostTable> & { readonly keys: string | null })[],
): readonly KnownPost[] => rows.map(row => toPost(row, row.keys?.split(' ') ?? []));

/** Those that are new, and not with all their deliveries yet. */
const waitingIn = (db: Db) =>
  postsIn(db)
    .where('known', '=', 0)
    .where('spreadAt', 'is', null)
    .where('missingSince', 'is', null)
    .orderBy('date')
    .orderBy('id');

type PostStore = Pick<Store, 'posts' | 'waiting' | 'post' | 'postsById' | 'withdrawn' | 'formerKeys'>;

export function postStore({ use, isPostgres }: Database): PostStore {
  return {
    posts: () => use(async db => toPosts(await postsIn(db).execute())),
    waiting: () => use(async db => toPosts(await waitingIn(db).execute())),
    post: key =>
      use(async db => {
        const id = db.selectFrom('postKey').select('post').where('postKey.key', '=', key);
        return toPosts(await postsIn(db).where('id', '=', id).execute())[0];
      }),
    postsById: ids =>
      use(async db => {
        if (ids.length === 0) return [];
        return toPosts(await postsIn(db).where('id', 'in', listed(ids, isPostgres)).execute());
      }),
    withdrawn: () =>
      use(async db => {
        const rows = await db
          .selectFrom('postKey')
          .innerJoin('post', 'post.id', 'postKey.post')
          .select('postKey.key')
          .where('post.want', '=', withdrawnMark)
          .where(({ exists, selectFrom }) =>
            exists(selectFrom('delivery').select('delivery.post').whereRef('delivery.post', '=', 'post.id')),
          )
          .execute();
        return rows.map(({ key }) => key);
      }),
    formerKeys: () =>
      use(async db => {
        const rows = await db
          .selectFrom('postKey')
          .innerJoin('post', 'post.id', 'postKey.post')
          .select(['post.key', 'postKey.key as former'])
          .whereRef('post.key', '!=', 'postKey.key')
          .execute();
        const byKey = Map.groupBy(rows, ({ key }) => key);
        return new Map([...byKey].map(([key, all]) => [key, all.map(({ former }) => former)]));
      }),
  };
}
