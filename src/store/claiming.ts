import { sql } from 'kysely';
import type { Claim, Job, ManualDelivery, PostId, Store } from '../announce/store.ts';
import type { Database, Db } from './database.ts';
import { listed } from './given.ts';
import { toJob } from './rows.ts';

type ClaimStore = Pick<Store, 'due' | 'claim' | 'claimOne' | 'gather' | 'gathered' | 'next'>;

/** What is on its way, and keeps what comes after it in its channel waiting. */
const unsent = ['due', 'claimed', 'refused'] as const;

const isPaused = sql<number>`case when exists (select 1 from subscription
  where subscription.channel = delivery.channel and subscription.paused_since is not null) then 1 else 0 end`;

/** Others of its channel that are due now: none of them is claimed together with it. */
const beside = (now: number) =>
  sql<number>`(select cast(count(*) as integer) from delivery as other
    where other.channel = delivery.channel and other.post <> delivery.post
      and other.state = 'due' and other.next_at <= ${now})`.as('beside');

/**
 * What a claim writes. A request to send goes out under it, unless one went out before of which nobody knows what
 * became: then it stays that one's.
 */
const claimed = (lease: string, now: number, until: number) => ({
  lease,
  nextAt: until,
  attempts: sql<number>`delivery.attempts + 1`,
  triedBy: sql<string>`case when delivery.state in ('sent', 'withdrawn') then delivery.tried_by
    else coalesce(delivery.tried_by, ${lease}) end`,
  triedAt: sql<number>`case when delivery.state in ('sent', 'withdrawn') then delivery.tried_at
    else coalesce(delivery.tried_at, ${now}) end`,
  state: sql<'claimed'>`case when delivery.state in ('sent', 'withdrawn') then delivery.state else 'claimed' end`,
});

/** Deliveries of which something is to be done now, those that wait longest first. */
function open(db: Db, { now, limit, posts }: Claim, rank: 0 | 1, isPostgres: boolean) {
  return db
    .selectFrom('delivery')
    .select(['delivery.post', 'delivery.channel'])
    .where('rank', '=', rank)
    .where('nextAt', '<=', now)
    .where('post', 'in', listed(posts, isPostgres))
    .where(({ or, eb }) => or([eb('digest', 'is', null), eb('digest', '=', eb.ref('delivery.post'))]))
    .orderBy('nextAt')
    .limit(limit);
}

/** What is to be sent, and comes after nothing else that is to be sent in its channel. */
function unsentIn(db: Db, asked: Claim, isPostgres: boolean) {
  const earlier = db
    .selectFrom('delivery as earlier')
    .select('earlier.post')
    .where('earlier.state', 'in', unsent)
    .where('earlier.nextAt', 'is not', null)
    .where(sql<boolean>`earlier.channel = delivery.channel`)
    .where(sql<boolean>`(earlier.ordinal, earlier.post) < (delivery.ordinal, delivery.post)`);
  return open(db, asked, 0, isPostgres)
    .where('state', 'in', unsent)
    .where(({ not, exists }) => not(exists(earlier)));
}

/** What is still to be done of what was sent. */
function sentIn(db: Db, asked: Claim, isPostgres: boolean) {
  const rest = open(db, asked, 1, isPostgres).where('state', 'in', ['sent', 'withdrawn']);
  if (asked.edits) return rest;
  return rest.where(({ or, eb }) => or([eb('publish', '=', 1), eb('open', '=', 1)]));
}

async function claim(db: Db, asked: Claim, isPostgres: boolean): Promise<readonly Job[]> {
  if (asked.posts.length === 0 || asked.limit === 0) return [];
  for (const free of [unsentIn(db, asked, isPostgres), sentIn(db, asked, isPostgres)]) {
    const rows = await db
      .with('picked', () => (isPostgres ? free.forUpdate().skipLocked() : free))
      .updateTable('delivery')
      .from('picked')
      .set(claimed(asked.lease, asked.now, asked.until))
      .whereRef('delivery.post', '=', 'picked.post')
      .whereRef('delivery.channel', '=', 'picked.channel')
      .where('delivery.nextAt', '<=', asked.now)
      .returningAll()
      .returning([isPaused.as('paused'), beside(asked.now)])
      .execute();
    const inOrder = rows.toSorted((one, other) => one.ordinal - other.ordinal);
    if (rows.length > 0) return inOrder.map(row => toJob(row, asked.lease));
  }
  return [];
}

async function claimOne(
  db: Db,
  { post, place, role, notify, locale, ordinal }: ManualDelivery,
  { now, lease, until }: Pick<Claim, 'now' | 'lease' | 'until'>,
): Promise<Job | undefined> {
  const { channel, guild, kind, thread } = place;
  await db
    .insertInto('delivery')
    .values({
      ...{ post, channel, guild, kind, locale, ordinal, role: role ?? null },
      ...{
        notify: notify ? 1 : 0,
        wantsThread: thread ? 1 : 0,
        manual: 1,
        state: 'due',
        since: now,
        attempts: 0,
      },
      ...{ publish: 0, open: 0, rank: 0 },
    })
    .onConflict(conflict => conflict.columns(['post', 'channel']).doNothing())
    .execute();
  const [row] = await db
    .updateTable('delivery')
    .set(claimed(lease, now, until))
    .where('post', '=', post)
    .where('channel', '=', channel)
    .where(({ or, and, eb }) =>
      or([
        eb('state', 'in', ['due', 'refused', 'unsure']),
        and([eb('state', '=', 'claimed'), eb('nextAt', '<=', now)]),
      ]),
    )
    .where(({ or, eb }) => or([eb('digest', 'is', null), eb('digest', '=', post)]))
    .returningAll()
    .returning([isPaused.as('paused'), beside(now)])
    .execute();
  return row && toJob(row, lease);
}

/** A job's own post, and those that may go with it. */
function fellows(db: Db, job: Job, posts: readonly PostId[], now: number, isPostgres: boolean) {
  return db
    .selectFrom('delivery')
    .select('delivery.post')
    .where('channel', '=', job.channel)
    .where(({ or, and, eb }) =>
      or([
        and([eb('post', '=', job.post), eb('lease', '=', job.lease), eb('state', '=', 'claimed')]),
        and([
          ...[eb('state', '=', 'due'), eb('triedBy', 'is', null), eb('nextAt', '<=', now)],
          ...[
            eb('digest', 'is', null),
            eb('manual', '=', 0),
            eb('post', 'in', listed([...posts, job.post], isPostgres)),
          ],
        ]),
      ]),
    );
}

async function gather(
  db: Db,
  job: Job,
  posts: readonly PostId[],
  now: number,
  least: number,
  isPostgres: boolean,
): Promise<readonly PostId[]> {
  const fellow = fellows(db, job, posts, now, isPostgres);
  const all = await fellow.execute();
  if (all.length < least || !all.some(({ post }) => post === job.post)) return [job.post];
  await db
    .updateTable('delivery')
    .set({ digest: job.post, nextAt: sql<number>`case when post = ${job.post} then next_at else null end` })
    .where('channel', '=', job.channel)
    .where('post', 'in', fellow)
    .execute();
  return gathered(db, job);
}

async function gathered(db: Db, job: Job): Promise<readonly PostId[]> {
  const own = await db
    .selectFrom('delivery')
    .select('post')
    .where('channel', '=', job.channel)
    .where('digest', '=', job.post)
    .orderBy('ordinal')
    .orderBy('post')
    .execute();
  return own.length === 0 ? [job.post] : own.map(({ post }) => post);
}

export function claimStore({ use, isPostgres }: Database): ClaimStore {
  return {
    claim: asked => use(db => claim(db, asked, isPostgres)),
    claimOne: (delivery, asked) => use(db => claimOne(db, delivery, asked)),
    gather: (job, posts, now, least) => use(db => gather(db, job, posts, now, least, isPostgres)),
    gathered: job => use(db => gathered(db, job)),
    due: now =>
      use(async db => {
        const due = db
          .selectFrom('delivery')
          .select('delivery.post')
          .where(sql<boolean>`delivery.post = post.id`)
          .where('nextAt', '<=', now);
        const rows = db
          .selectFrom('post')
          .select('id')
          .where(({ exists }) => exists(due));
        return (await rows.execute()).map(({ id }) => id);
      }),
    next: () =>
      use(async db => {
        const rows = db.selectFrom('delivery').select('nextAt').where('nextAt', 'is not', null);
        return (await rows.orderBy('nextAt').limit(1).execute())[0]?.nextAt ?? undefined;
      }),
  };
}
