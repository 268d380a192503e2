import { textHash } from '../blog/hash.ts';
import type { Carrier } from './carrier.ts';
import { type Composed, compose } from './compose.ts';
import { finish } from './finish.ts';
import { gathered, postsOf } from './gathered.ts';
import type { Outcome, Sent } from './model.ts';
import { type Job, type KnownPost, type Result, withdrawnMark } from './store.ts';
import { type Failure, failed, soon } from './tries.ts';

/** From so many posts on that are due at once a channel gets one message with all of them. */
const digestFrom = 4;

/** Discord remembers a nonce for some minutes; only so long it is relied upon, in milliseconds. */
const nonceMemory = 2 * 60_000;

/** A claim that ends so soon is not begun with, in milliseconds: requests may take as long. */
const tooLate = 35_000;

/** Discord's clock may be so far behind this machine's, in milliseconds. */
const clockGap = 5 * 60_000;

/** Of a post that was renamed, its announcement is looked for under so many names. */
const mostNames = 3;

const isForum = ({ place }: Job): boolean => place.kind === 'forum' || place.kind === 'media';

/** The same for all tries of one delivery, and for no other. */
const nonceOf = (job: Job): string => textHash(`${job.post} ${job.channel}`);

type Looked = { readonly sent: Sent | 'none' | 'unknown' } | Failure;

/** Looks whether a request that went out before has arrived. */
async function look(job: Job, post: KnownPost, { sender, pace, now }: Carrier): Promise<Looked> {
  let sent: 'none' | 'unknown' = 'none';
  for (const key of [post.key, ...post.formerKeys].slice(0, mostNames)) {
    await pace.turn();
    const found = await sender.find(job.place, key, (job.triedAt ?? now()) - clockGap);
    if (!found.done) return found;
    if (typeof found.sent === 'object') return { sent: found.sent };
    if (found.sent === 'unknown') sent = 'unknown';
  }
  return { sent };
}

function arrived(job: Job, sent: Sent, shown: ReadonlyMap<string, string>): Result {
  const { kind, thread } = job.place;
  return {
    is: 'sent',
    ...sent,
    shown,
    publish: kind === 'announcement',
    open: thread && (kind === 'text' || kind === 'announcement'),
  };
}

/** What a message that was found shows, as far as one can know: what changed since may be missing from it. */
function likelyShown(composed: Composed, posts: readonly KnownPost[], job: Job): ReadonlyMap<string, string> {
  const since = job.triedAt ?? 0;
  const shown = ({ id, changedAt, want }: KnownPost) =>
    changedAt > since || want === withdrawnMark ? '' : (composed.shown.get(id) ?? '');
  return new Map(posts.map(post => [post.id, shown(post)]));
}

/** Whether a post has become too old to be announced by itself. */
function isTooOld(job: Job, { date }: KnownPost, { patience, now, byHand }: Carrier): boolean {
  return date !== undefined && now() > date + patience.within && !byHand && !job.manual;
}

/** Whether a role is mentioned: in a forum where many threads come at once, by the last of them alone. */
const mentions = (job: Job): boolean => job.role === undefined || !isForum(job) || job.beside === 0;

/** The posts that a job's message is of: whatever else is due in its channel, where it is not tried yet. */
async function messageOf(job: Job, fresh: boolean, carrier: Carrier): Promise<readonly KnownPost[]> {
  const { store, now, posts, byHand } = carrier;
  const alone = !fresh || byHand || job.manual || isForum(job) || job.digest !== undefined;
  if (alone || job.beside + 1 < digestFrom) return gathered(job, carrier);
  return postsOf(await store.gather(job, posts, now(), digestFrom), carrier);
}

/** What came of an earlier try, where that settles the matter; undefined where the message is to be sent now. */
async function earlier(
  job: Job,
  lead: KnownPost,
  posts: readonly KnownPost[],
  carrier: Carrier,
): Promise<Result | undefined> {
  const looked = await look(job, lead, carrier);
  if ('done' in looked) {
    await carrier.store.countFailure(carrier.now());
    return failed(job, looked, carrier, { unsure: true });
  }
  if (typeof looked.sent === 'object') {
    const composed = compose(posts, job, carrier.current.content);
    return arrived(job, looked.sent, likelyShown(composed, posts, job));
  }
  if (looked.sent === 'none' || carrier.byHand) return undefined;
  const isForgotten = carrier.now() - (job.triedAt ?? 0) > nonceMemory;
  const detail = 'it may have been sent, and Quoth may not read the channel to see';
  return isForum(job) || isForgotten ? { is: 'unsure', detail } : undefined;
}

/** Sends what was claimed, unless it turns out that it was sent. */
async function send(job: Job, carrier: Carrier): Promise<Result> {
  const { sender, store, pace, now, current, until } = carrier;
  const fresh = job.triedBy === job.lease;
  const [lead] = await postsOf([job.post], carrier);
  if (lead === undefined) return { is: 'refused', detail: 'the post is gone' };
  if (fresh && job.digest === undefined && isTooOld(job, lead, carrier)) {
    return { is: 'refused', detail: 'the post is older than ANNOUNCE_WITHIN' };
  }
  const posts = await messageOf(job, fresh, carrier);
  const before = fresh ? undefined : await earlier(job, lead, posts, carrier);
  if (before !== undefined) return before;
  if (posts.every(({ want }) => want === withdrawnMark)) {
    return { is: 'refused', detail: 'the author withdrew the post' };
  }
  const composed = compose(posts, job, current.content, mentions(job));
  await pace.turn();
  if (composed.withdrawn || now() > until - tooLate) return soon(now(), !fresh);
  const { announcement, name, tags } = composed;
  const outcome = await sender.send(job.place, announcement, { nonce: nonceOf(job), name, tags });
  if (outcome.done) return arrived(job, sentOf(outcome), composed.shown);
  await store.countFailure(now());
  return failed(job, outcome, carrier);
}

function sentOf({ message, thread }: Outcome<Sent> & { readonly done: true }): Sent {
  return { message, ...(thread === undefined ? {} : { thread }) };
}

/** What the log says of it. */
const lines = {
  sent: 'a post was announced',
  retry: 'an announcement is tried again later',
  refused: 'an announcement was refused',
  unsure: 'an announcement may have been sent or not',
} as const;

function tell(job: Job, result: Result, { log }: Carrier): void {
  const { post, channel, guild } = job;
  const detail = 'detail' in result ? { detail: result.detail } : {};
  if (result.is === 'sent') log.info({ post, channel, guild, message: result.message }, lines.sent);
  else if (result.is === 'retry' && result.detail !== '') log.info({ post, channel, ...detail }, lines.retry);
  else if (result.is === 'refused' || result.is === 'unsure') {
    log.warn({ post, channel, guild, ...detail }, lines[result.is]);
  }
}

/**
 * Carries out what was claimed, as far as it goes: sends the announcement, publishes it, opens its thread, edits it.
 * Each step is kept before the next is begun, so that whoever claims it after a crash goes on from there. Rejects where
 * the store is away. Gives what came of sending, where it was sent now.
 */
export async function carry(job: Job, carrier: Carrier): Promise<Result | undefined> {
  if (job.state !== 'claimed') {
    await finish(job, carrier);
    return undefined;
  }
  const result = await send(job, carrier);
  const isOurs = await carrier.store.settle(job, result, carrier.now());
  tell(job, result, carrier);
  if (!isOurs || result.is !== 'sent' || !(result.publish || result.open)) return result;
  const { message, thread, publish, open, shown } = result;
  const place = { message, ...(thread ? { thread } : {}), ...(shown.size > 1 ? { digest: job.post } : {}) };
  const sent: Job = { ...job, ...place, state: 'sent', publish, open };
  await finish(sent, carrier);
  return result;
}
