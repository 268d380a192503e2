import { type Compilable, type SqlBool, sql, type UpdateObject } from 'kysely';
import type { Pause } from '../announce/model.ts';
import { type Job, type PostId, type Result, type Store, withdrawnMark } from '../announce/store.ts';
import type { Database, Db, Together } from './database.ts';
import type { Schema } from './schema.ts';

type SettleStore = Pick<Store, 'settle'>;

type Fields = UpdateObject<Schema, 'delivery'>;

const untried: Fields = { triedBy: null, triedAt: null };

/** What a result makes of the claimed delivery itself. */
function fieldsOf(result: Result, now: number): Fields {
  switch (result.is) {
    case 'sent': {
      const [publish, open] = [result.publish ? 1 : 0, result.open ? 1 : 0];
      const fields = { ...sent(result, now), publish, open };
      return publish + open > 0 ? fields : { ...fields, nextAt: null };
    }
    case 'retry':
      return result.unsure
        ? { state: 'claimed', nextAt: result.at, detail: result.detail }
        : { state: 'due', since: now, nextAt: result.at, detail: result.detail, ...untried };
    case 'refused':
      return {
        state: 'refused',
        since: now,
        nextAt: result.again ?? null,
        detail: result.detail,
        ...untried,
      };
    case 'unsure':
      return { state: 'unsure', since: now, nextAt: null, detail: result.detail };
    case 'edited':
      return { editedAt: now, detail: null };
    case 'published':
      return { publish: 0 };
    case 'opened':
      return { open: 0, since: now, ...(result.thread === undefined ? {} : { thread: result.thread }) };
    case 'done':
      return { nextAt: null };
    case 'later':
      return { nextAt: result.at, detail: result.detail };
  }
}

function sent({ message, thread }: Result & { readonly is: 'sent' }, now: number): Fields {
  const place = { message, thread: thread ?? null };
  return { state: 'sent', rank: 1, since: now, sentAt: now, ...place, detail: null, ...untried };
}

/** Whether a delivery is still claimed by who settles it: what is kept of the result beside it goes by that. */
const isMine = ({ post, channel, lease }: Job) =>
  sql<SqlBool>`exists (select 1 from delivery as mine
    where mine.post = ${post} and mine.channel = ${channel} and mine.lease = ${lease})`;

type Statements = readonly Compilable<unknown>[];

/** What a message shows of a post, and whether that is what it says of one that was withdrawn. */
const showing = (hash: string): Fields => ({
  shown: hash,
  state: hash === withdrawnMark ? 'withdrawn' : 'sent',
});

/** What its message shows now of the claimed delivery's own post. */
function ownShown(job: Job, result: Result): Fields {
  const hash = 'shown' in result ? result.shown.get(job.post) : undefined;
  return hash === undefined ? {} : showing(hash);
}

/** Those that go with the claimed one in a digest, in the state that it is in now. */
function settleOthers(db: Db, job: Job, result: Result, now: number): Statements {
  const others = db
    .updateTable('delivery')
    .where('channel', '=', job.channel)
    .where('digest', '=', job.post)
    .where('post', '!=', job.post)
    .where(isMine(job));
  if (result.is === 'sent') return result.shown.size > 1 ? [others.set(sent(result, now))] : [];
  if (result.is === 'unsure') return [others.set({ state: 'unsure', since: now })];
  return result.is === 'refused' ? [others.set({ state: 'refused', since: now })] : [];
}

function keepShown(db: Db, job: Job, shown: ReadonlyMap<PostId, string>): Statements {
  const others = [...shown].filter(([post]) => post !== job.post);
  return [
    ...others.map(([post, hash]) =>
      db
        .updateTable('delivery')
        .set(showing(hash))
        .where('post', '=', post)
        .where('channel', '=', job.channel)
        .where(isMine(job)),
    ),
    // What changed while it was on its way is mended afterwards.
    ...[...shown].map(([post, hash]) =>
      db
        .updateTable('post')
        .set({ stale: 1 })
        .where('id', '=', post)
        .where('want', '!=', hash)
        .where('stale', '=', 0)
        .where(isMine(job)),
    ),
  ];
}

function pause(db: Db, job: Job, { since, because, detail }: Pause) {
  return db
    .updateTable('subscription')
    .set({
      pausedSince: sql<number>`coalesce(paused_since, ${since})`,
      pausedBecause: because,
      pausedDetail: detail,
    })
    .where('channel', '=', job.channel)
    .where(isMine(job));
}

function endPause(db: Db, job: Job) {
  return db
    .updateTable('subscription')
    .set({ pausedSince: null, pausedBecause: null, pausedDetail: null })
    .where('channel', '=', job.channel)
    .where(isMine(job));
}

/** All that is kept of a result beside the claimed delivery itself. */
function besides(db: Db, job: Job, result: Result, now: number): Statements {
  return [
    ...settleOthers(db, job, result, now),
    ...(result.is === 'sent' || result.is === 'edited' ? keepShown(db, job, result.shown) : []),
    ...(result.is === 'sent' && job.paused ? [endPause(db, job)] : []),
    ...(result.is === 'refused' && result.pause !== undefined ? [pause(db, job, result.pause)] : []),
  ];
}

async function settle(db: Db, together: Together, job: Job, result: Result, now: number): Promise<boolean> {
  const [mine] = await together([
    db
      .updateTable('delivery')
      .set({ ...fieldsOf(result, now), ...ownShown(job, result) })
      .where('post', '=', job.post)
      .where('channel', '=', job.channel)
      .where('lease', '=', job.lease)
      .returning('post'),
    ...besides(db, job, result, now),
  ]);
  return mine.length > 0;
}

export function settleStore({ useLightly }: Database): SettleStore {
  return {
    // What is lost of it is looked up in Discord, since the claim is not lost.
    settle: (job, result, now) => useLightly((db, together) => settle(db, together, job, result, now)),
  };
}
