import type { Selectable } from 'kysely';
import { type KnownPost, type Store, withdrawnMark } from '../announce/store.ts';
import { chunks } from './chunks.ts';
import type { Database, Db } from './database.ts';
import { toPost } from './rows.ts';
import type { PostTable } from './schema.ts';

/** Rows as posts, with the keys that they had. */
export async function withKeys(
  db: Db,
  rows: readonly Selectable<PostTable>[],
): Promise<readonly KnownPost[]> {
  const keys: { readonly post: string; readonly key: string }[] = [];
  for (const some of chunks(rows)) {
    const ids = some.map(({ id }) => id);
    keys.push(
      ...(await db.selectFrom('postKey').selectAll().where('post', 'in', ids).orderBy('key').execute()),
    );
  }
  const byPost = Map.groupBy(keys, ({ post }) => post);
  return rows.map(row =>
    toPost(
      row,
      (byPost.get(row.id) ?? []).map(({ key }) => key),
    ),
  );
}

/** Those that are new, and not with all their deliveries yet. */
const isWaiting = (db: Db) =>
  db
    .selectFrom('post')
    .selectAll()
    .where('known', '=', 0)
    .where('spreadAt', 'is', null)
    .where('missingSince', 'is', null)
    .orderBy('date')
    .orderBy('id');

type PostStore = Pick<Store, 'posts' | 'waiting' | 'post' | 'postsById' | 'withdrawn' | 'formerKeys'>;

export function postStore({ use }: Database): PostStore {
  return {
    posts: () => use(async db => withKeys(db, await db.selectFrom('post').selectAll().execute())),
    waiting: () => use(async db => withKeys(db, await isWaiting(db).execute())),
    post: key =>
      use(async db => {
        const id = db.selectFrom('postKey').select('post').where('key', '=', key);
        const rows = await db.selectFrom('post').selectAll().where('id', '=', id).execute();
        return (await withKeys(db, rows))[0];
      }),
    postsById: ids =>
      use(async db => {
        if (ids.length === 0) return [];
        return withKeys(db, await db.selectFrom('post').selectAll().where('id', 'in', ids).execute());
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
