import type { UpdateObject } from 'kysely';
import { sql } from 'kysely';
import type { Pause } from '../announce/model.ts';
import { type Job, type PostId, type Result, type Store, withdrawnMark } from '../announce/store.ts';
import type { Database, Db } from './database.ts';
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

/** Those that go with the claimed one in a digest, in the state that it is in now. */
async function settleOthers(db: Db, job: Job, result: Result, now: number): Promise<void> {
  const others = db
    .updateTable('delivery')
    .where('channel', '=', job.channel)
    .where('digest', '=', job.post)
    .where('post', '!=', job.post);
  if (result.is === 'sent') await others.set(sent(result, now)).execute();
  if (result.is === 'unsure') await others.set({ state: 'unsure', since: now }).execute();
  if (result.is === 'refused') await others.set({ state: 'refused', since: now }).execute();
}

async function keepShown(db: Db, channel: string, shown: ReadonlyMap<PostId, string>): Promise<void> {
  for (const [post, hash] of shown) {
    await db
      .updateTable('delivery')
      .set({
        shown: hash,
        state: hash === withdrawnMark ? 'withdrawn' : 'sent',
      })
      .where('post', '=', post)
      .where('channel', '=', channel)
      .execute();
    // What changed while it was on its way is mended afterwards.
    await db
      .updateTable('post')
      .set({ stale: 1 })
      .where('id', '=', post)
      .where('want', '!=', hash)
      .where('stale', '=', 0)
      .execute();
  }
}

async function pause(db: Db, channel: string, { since, because, detail }: Pause): Promise<void> {
  await db
    .updateTable('subscription')
    .set({
      pausedSince: sql<number>`coalesce(paused_since, ${since})`,
      pausedBecause: because,
      pausedDetail: detail,
    })
    .where('channel', '=', channel)
    .execute();
}

async function endPause(db: Db, channel: string): Promise<void> {
  await db
    .updateTable('subscription')
    .set({ pausedSince: null, pausedBecause: null, pausedDetail: null })
    .where('channel', '=', channel)
    .execute();
}

async function settle(db: Db, job: Job, result: Result, now: number): Promise<boolean> {
  const mine = await db
    .updateTable('delivery')
    .set(fieldsOf(result, now))
    .where('post', '=', job.post)
    .where('channel', '=', job.channel)
    .where('lease', '=', job.lease)
    .returning('post')
    .execute();
  if (mine.length === 0) return false;
  await settleOthers(db, job, result, now);
  if (result.is === 'sent' || result.is === 'edited') await keepShown(db, job.channel, result.shown);
  if (result.is === 'sent' && job.paused) await endPause(db, job.channel);
  if (result.is === 'refused' && result.pause !== undefined) await pause(db, job.channel, result.pause);
  return true;
}

export function settleStore({ useLightly }: Database): SettleStore {
  return {
    // What is lost of it is looked up in Discord, since the claim is not lost.
    settle: (job, result, now) =>
      useLightly(db => db.transaction().execute(part => settle(part, job, result, now))),
  };
}
