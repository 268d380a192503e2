import { sql } from 'kysely';
import { type Store, withdrawnMark } from '../announce/store.ts';
import type { Database, Db, Together } from './database.ts';
import { listed } from './given.ts';

/** So many posts are looked at in one round. */
const mostStale = 200;

type PlanStore = Pick<Store, 'plan' | 'planEdits'>;

/**
 * Sets a post's deliveries beside the others, of which nothing is to be done yet; those of one server, where it is
 * named. Nothing goes to servers where somebody holds the post.
 */
export function spread(
  db: Db,
  post: { readonly id: string; readonly tags: string; readonly locales: string },
  guild?: string,
) {
  const tags = post.tags.split('\n').filter(tag => tag !== '');
  const locales = post.locales.split('\n');
  return db
    .insertInto('delivery')
    .columns([
      ...(['post', 'channel', 'guild', 'kind', 'wantsThread', 'role', 'notify', 'locale'] as const),
      ...(['manual', 'state', 'since', 'ordinal'] as const),
    ])
    .expression(
      db
        .selectFrom('subscription')
        .innerJoin('post', join => join.on('post.id', '=', post.id))
        .select([
          'post.id',
          'subscription.channel',
          'subscription.guild',
          'subscription.kind',
          'subscription.thread',
          'subscription.role',
          'subscription.notify',
          'subscription.locale',
          sql<number>`0`.as('manual'),
          sql<'due'>`'due'`.as('state'),
          sql<number>`post.planned_at`.as('since'),
          sql<number>`coalesce(post.date, post.planned_at)`.as('ordinal'),
        ])
        .where(sql<string>`subscription.locale`, 'in', locales)
        .where(({ or, eb }) =>
          or([
            eb('subscription.tag', 'is', null),
            ...(tags.length > 0 ? [eb('subscription.tag', 'in', tags)] : []),
          ]),
        )
        .whereRef('subscription.madeAt', '<=', 'post.plannedAt')
        .where(({ and, eb }) => and(guild === undefined ? [] : [eb('subscription.guild', '=', guild)]))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('hold')
                .select('hold.post')
                .whereRef('hold.post', '=', 'post.id')
                .whereRef('hold.guild', '=', 'subscription.guild'),
            ),
          ),
        ),
    )
    .onConflict(conflict => conflict.columns(['post', 'channel']).doNothing());
}

/** Makes deliveries due, at once, so that posts that come together are due together, and one digest holds them. */
export function setOff(db: Db, posts: readonly string[], now: number, isPostgres: boolean) {
  return db
    .updateTable('delivery')
    .set({ nextAt: now })
    .where('post', 'in', listed(posts, isPostgres))
    .where('state', '=', 'due')
    .where('nextAt', 'is', null)
    .where('digest', 'is', null)
    .where('manual', '=', 0);
}

async function plan(
  db: Db,
  together: Together,
  posts: readonly string[],
  now: number,
  isPostgres: boolean,
): Promise<void> {
  if (posts.length > 0) {
    await db
      .updateTable('post')
      .set({ plannedAt: now })
      .where('id', 'in', listed(posts, isPostgres))
      .where('plannedAt', 'is', null)
      .execute();
  }
  const begun = await db
    .selectFrom('post')
    .select(['id', 'tags', 'locales'])
    .where('plannedAt', 'is not', null)
    .where('spreadAt', 'is', null)
    .orderBy('id')
    .execute();
  if (begun.length === 0) return;
  const ids = begun.map(({ id }) => id);
  await together([
    ...begun.map(post => spread(db, post)),
    setOff(db, ids, now, isPostgres),
    db.updateTable('post').set({ spreadAt: now }).where('id', 'in', listed(ids, isPostgres)),
  ]);
}

/** What stands in Discord and shows something else than it is to show, of a post of that name. */
const differing = (db: Db, post: string) =>
  db
    .selectFrom('delivery')
    .innerJoin('post', 'post.id', 'delivery.post')
    .where('delivery.post', '=', post)
    .where('delivery.state', 'in', ['sent', 'withdrawn'])
    .where('delivery.message', 'is not', null)
    .whereRef('delivery.shown', '!=', 'post.want');

/** A withdrawn post goes nowhere any more. */
function takeBack(db: Db, post: string, now: number) {
  return db
    .updateTable('delivery')
    .set({ state: 'withdrawn', since: now, nextAt: null })
    .where('post', '=', post)
    .where('state', 'in', ['due', 'refused'])
    .where('digest', 'is', null);
}

/** One that is there again goes where it was going. */
function bringBack(db: Db, post: string, now: number) {
  return db
    .updateTable('delivery')
    .set({ state: 'due', since: now, nextAt: now })
    .where('post', '=', post)
    .where('state', '=', 'withdrawn')
    .where('message', 'is', null);
}

/** Makes due what differs of a post. */
function planEdit(db: Db, post: string, now: number, gap: number, publishedGap: number) {
  const carriers = differing(db, post).select([
    sql<string>`coalesce(delivery.digest, delivery.post)`.as('carrier'),
    'delivery.channel',
  ]);
  const next = sql<number>`case when edited_at is null then ${now}
    when kind = 'announcement' then edited_at + ${publishedGap} else edited_at + ${gap} end`;
  return db
    .updateTable('delivery')
    .set({ nextAt: next })
    .where('nextAt', 'is', null)
    .where('state', 'in', ['sent', 'withdrawn'])
    .where(({ eb, refTuple }) =>
      eb(refTuple('post', 'channel'), 'in', carriers.$asTuple('carrier', 'channel')),
    );
}

async function planEdits(
  db: Db,
  together: Together,
  now: number,
  gap: number,
  publishedGap: number,
): Promise<void> {
  const stale = await db
    .selectFrom('post')
    .select(['id', 'want'])
    .where('stale', '=', 1)
    .orderBy('id')
    .limit(mostStale)
    .execute();
  if (stale.length === 0) return;
  // Deliveries before posts, as who settles them: two that wait for each other are begun anew.
  await together([
    ...stale.flatMap(({ id, want }) => [
      want === withdrawnMark ? takeBack(db, id, now) : bringBack(db, id, now),
      planEdit(db, id, now, gap, publishedGap),
    ]),
    ...stale.map(({ id, want }) =>
      db
        .updateTable('post')
        .set({ stale: 0 })
        .where('id', '=', id)
        .where('want', '=', want)
        .where(({ not, exists }) => not(exists(differing(db, id).select('delivery.post')))),
    ),
  ]);
}

export function planStore({ use, isPostgres }: Database): PlanStore {
  return {
    plan: (posts, now) => use((db, together) => plan(db, together, posts, now, isPostgres)),
    planEdits: (now, gap, publishedGap) =>
      use((db, together) => planEdits(db, together, now, gap, publishedGap)),
  };
}
