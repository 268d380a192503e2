import { sql } from 'kysely';
import { type Changes, type Store, withdrawnMark } from '../announce/store.ts';
import { chunks } from './chunks.ts';
import type { Database, Db } from './database.ts';
import { withKeys } from './posts.ts';
import { fromPost } from './rows.ts';

/** After so long without anybody who has the newest content, an older one is the newest: a version was taken back. */
const longestLead = 60 * 60_000;

/** Of two that are equally new the one that was there first stays, while somebody has it. */
const longestTie = 3 * 60_000;

/** That somebody still has the newest content is noted so often, in milliseconds. */
const noted = 60_000;

async function keep(db: Db, { seen, keys, merged }: Changes): Promise<void> {
  for (const some of chunks(seen)) {
    await db
      .insertInto('post')
      .values(
        some.map(post => ({
          ...fromPost(post),
          ...{
            askedAt: null,
            answeredAt: null,
            plannedAt: null,
            spreadAt: null,
            stale: 0,
          },
        })),
      )
      .onConflict(conflict =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          key: ref('excluded.key'),
          path: ref('excluded.path'),
          title: ref('excluded.title'),
          slug: ref('excluded.slug'),
          url: ref('excluded.url'),
          date: ref('excluded.date'),
          tags: ref('excluded.tags'),
          locales: ref('excluded.locales'),
          sketch: ref('excluded.sketch'),
          content: ref('excluded.content'),
          changedAt: ref('excluded.changedAt'),
          want: ref('excluded.want'),
          stale: sql`case when post.want = excluded.want then post.stale else 1 end`,
          missingSince: ref('excluded.missingSince'),
        })),
      )
      .execute();
  }
  for (const some of chunks(keys)) {
    await db
      .insertInto('postKey')
      .values([...some])
      .onConflict(conflict =>
        conflict.column('key').doUpdateSet(({ ref }) => ({ post: ref('excluded.post') })),
      )
      .execute();
  }
  for (const id of merged) {
    const isOnItsWay = db.selectFrom('delivery').select('post').where('post', '=', id);
    await db
      .deleteFrom('post')
      .where('id', '=', id)
      .where('plannedAt', 'is', null)
      .where(({ not, exists }) => not(exists(isOnItsWay)))
      .execute();
  }
}

type ObserveStore = Pick<Store, 'observe' | 'isNewest' | 'withdraw'>;

export function observeStore({ use, isPostgres }: Database): ObserveStore {
  const observe: Store['observe'] = ({ hash, at }, now, decide) =>
    use(db =>
      db.transaction().execute(async transaction => {
        // Who takes this row is alone with the posts until the end, on both databases.
        const first = await transaction
          .insertInto('revision')
          .values({ id: 1, hash, at, hadAt: now })
          .onConflict(conflict => conflict.column('id').doNothing())
          .returning('id')
          .execute();
        const mine = await transaction
          .updateTable('revision')
          .set({ hash, at: sql`case when hash = ${hash} and at > ${at} then at else ${at} end`, hadAt: now })
          .where('id', '=', 1)
          .where(({ or, and, eb }) =>
            or([
              ...[eb('hash', '=', hash), eb('at', '<', at), eb('hadAt', '<', now - longestLead)],
              and([eb('at', '=', at), eb('hadAt', '<', now - longestTie)]),
            ]),
          )
          .returning('id')
          .execute();
        if (mine.length === 0) return false;
        const known = transaction.selectFrom('post').selectAll();
        const rows = await (isPostgres ? known.forUpdate() : known).execute();
        await keep(transaction, decide(await withKeys(transaction, rows), first.length === 1));
        return true;
      }),
    );

  const isNewest: Store['isNewest'] = (hash, now) =>
    use(async db => {
      const [newest] = await db.selectFrom('revision').select('hadAt').where('hash', '=', hash).execute();
      if (newest !== undefined && newest.hadAt < now - noted) {
        await db.updateTable('revision').set({ hadAt: now }).where('hash', '=', hash).execute();
      }
      return newest !== undefined;
    });

  return {
    observe,
    isNewest,
    withdraw: (hash, since) =>
      use(async db => {
        await db
          .updateTable('post')
          .set({ want: withdrawnMark, stale: 1 })
          .where('missingSince', '<=', since)
          .where('want', '!=', withdrawnMark)
          .where(({ exists }) => exists(db.selectFrom('revision').select('id').where('hash', '=', hash)))
          .execute();
      }),
  };
}
