import { type Compilable, type Selectable, type SqlBool, sql } from 'kysely';
import { type Changes, type Revision, type Store, withdrawnMark } from '../announce/store.ts';
import { chunks } from './chunks.ts';
import type { Database, Db } from './database.ts';
import { given, listed } from './given.ts';
import { postsIn, toPosts } from './posts.ts';
import { fromPost, type SeenRow } from './rows.ts';
import type { RevisionTable } from './schema.ts';

/** After so long without anybody who has the newest content, an older one is the newest: a version was taken back. */
const longestLead = 60 * 60_000;

/** Of two that are equally new the one that was there first stays, while somebody has it. */
const longestTie = 3 * 60_000;

/** That somebody still has the newest content is noted so often, in milliseconds. */
const noted = 60_000;

const kinds = {
  ...({ id: 'text', key: 'text', path: 'text', title: 'text', slug: 'text', url: 'text' } as const),
  ...({ date: 'bigint', tags: 'text', locales: 'text', sketch: 'text', content: 'text' } as const),
  ...({ changedAt: 'bigint', want: 'text', known: 'bigint', seenAt: 'bigint' } as const),
  missingSince: 'bigint',
} as const satisfies Record<keyof SeenRow, 'text' | 'bigint'>;

const columns = [
  ...(['id', 'key', 'path', 'title', 'slug', 'url', 'date', 'tags', 'locales', 'sketch'] as const),
  ...(['content', 'changedAt', 'want', 'known', 'seenAt', 'missingSince'] as const),
];

/** Takes the place of the noting that was `read`, where no other did meanwhile; its row then bears the stamp. */
function note(db: Db, read: Selectable<RevisionTable> | undefined, next: Selectable<RevisionTable>) {
  if (read === undefined) {
    const made = db.insertInto('revision').values(next);
    return made.onConflict(conflict => conflict.column('id').doNothing()).returning('id');
  }
  return db
    .updateTable('revision')
    .set(next)
    .where(({ and, eb }) =>
      and([
        ...[eb('id', '=', read.id), eb('stamp', '=', read.stamp), eb('hash', '=', read.hash)],
        ...[eb('at', '=', read.at), eb('hadAt', '=', read.hadAt)],
      ]),
    )
    .returning('id');
}

/** Keeps what has changed, where the newest noting is the one with that stamp. */
function keep(
  db: Db,
  { seen, keys, merged }: Changes,
  stamp: string,
  isPostgres: boolean,
): readonly Compilable<unknown>[] {
  const isMine = sql<SqlBool>`exists (select 1 from revision where revision.stamp = ${stamp})`;
  const posts = chunks(seen).map(some =>
    db
      .insertInto('post')
      .columns(columns)
      .expression(
        db
          .selectFrom(given(some.map(fromPost), kinds, isPostgres).as('fresh'))
          .select(columns)
          .where(isMine),
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
      ),
  );
  const names = chunks(keys).map(some =>
    db
      .insertInto('postKey')
      .columns(['key', 'post'])
      .expression(
        db
          .selectFrom(given(some, { key: 'text', post: 'text' }, isPostgres).as('fresh'))
          .select(['key', 'post'])
          .where(isMine),
      )
      .onConflict(conflict =>
        conflict.column('key').doUpdateSet(({ ref }) => ({ post: ref('excluded.post') })),
      ),
  );
  if (merged.length === 0) return [...posts, ...names];
  const gone = db
    .deleteFrom('post')
    .where('id', 'in', listed(merged, isPostgres))
    .where('plannedAt', 'is', null)
    .where(isMine)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('delivery').select('delivery.post').whereRef('delivery.post', '=', 'post.id'))),
    );
  return [...posts, ...names, gone];
}

/** Whether a content is as new as the one that was noted, or that one is nobody's any more. */
function isAsNew({ hash, at }: Revision, read: Selectable<RevisionTable> | undefined, now: number): boolean {
  if (read === undefined || read.hash === hash || read.at < at) return true;
  return read.hadAt < now - longestLead || (read.at === at && read.hadAt < now - longestTie);
}

type ObserveStore = Pick<Store, 'observe' | 'isNewest' | 'withdraw'>;

export function observeStore({ use, isPostgres }: Database): ObserveStore {
  const observe: Store['observe'] = ({ hash, at }, now, decide) =>
    use(async (db, together) => {
      // Whoever notes something in between has the next round begin anew with what he noted.
      for (;;) {
        const [[read], rows] = await together([db.selectFrom('revision').selectAll(), postsIn(db)]);
        if (!isAsNew({ hash, at }, read, now)) return false;
        const latest = read?.hash === hash ? Math.max(read.at, at) : at;
        const next = { id: 1, hash, at: latest, hadAt: now, stamp: crypto.randomUUID() };
        const changes = decide(toPosts(rows), read === undefined);
        const [mine] = await together([note(db, read, next), ...keep(db, changes, next.stamp, isPostgres)]);
        if (mine.length === 1) return true;
      }
    });

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
