import type { Carrier } from './carrier.ts';
import { carry } from './carry.ts';
import { afforded, worthClaiming } from './cost.ts';
import type { Pace } from './pace.ts';
import type { Current, Parts } from './parts.ts';
import { type Job, type KnownPost, type PostId, withdrawnMark } from './store.ts';
import { soon } from './tries.ts';

/** How long a claim holds, in milliseconds. */
const lease = 55_000;

/** So many deliveries are claimed at once, by so many hands: enough to use 40 requests a second alone. */
const batch = 10;
const hands = 4;

/** Where requests are counted, one hand claims as many as it can afford. */
const largeBatch = 50;

/** Of so many failed requests in ten minutes nothing more is sent: Discord shuts out who fails 10,000 times. */
const mostFailures = 2_000;
const span = 10 * 60_000;

/** A name for a claim that no other has. */
export function leaseName(random: () => number): string {
  const part = () => Math.floor(random() * 2 ** 48).toString(36);
  return `${part()}${part()}`;
}

/** When a claim that is made now ends. */
export const leaseEnd = (now: number): number => now + lease;

/** Whether a post can be written about here: its content here is the newest that is known. */
function isAtHand({ key, content, want }: KnownPost, { content: here }: Current): boolean {
  return want === withdrawnMark || here.byKey.get(key)?.content === content;
}

async function atHand({ store, now }: Parts, current: Current): Promise<readonly PostId[]> {
  const due = await store.postsById(await store.due(now()));
  return due.filter(post => isAtHand(post, current)).map(({ id }) => id);
}

/** Leaves a job as it was claimed to whoever comes next. */
async function putBack(job: Job, { store, now }: Parts): Promise<void> {
  const isSent = job.state !== 'claimed';
  const result = isSent
    ? ({ is: 'later', at: now(), detail: '' } as const)
    : soon(now(), job.triedBy !== job.lease);
  await store.settle(job, result, now());
}

/** Claims and carries out, until nothing is left, or no more can be afforded, or `isOver`. */
async function hand(
  parts: Parts,
  carrier: Omit<Carrier, 'until' | 'known'>,
  isOver: () => boolean,
): Promise<void> {
  const { store, now, random, log, allowance } = parts;
  const left = () => allowance?.left() ?? Number.POSITIVE_INFINITY;
  const most = allowance === undefined ? batch : largeBatch;
  while (!isOver()) {
    const limit = Math.min(most, worthClaiming(left()));
    if (limit === 0) return;
    const failures = await store.failures(now() - span);
    if (failures >= mostFailures) {
      log.warn({ failures }, 'nothing is sent for some minutes: Discord did not take 2,000 requests in ten');
      return;
    }
    const until = leaseEnd(now());
    const claim = { now: now(), until, lease: leaseName(random), limit };
    const jobs = await store.claim({ ...claim, posts: carrier.posts, edits: carrier.current.newest });
    if (jobs.length === 0) return;
    const posts = await store.postsById([...new Set(jobs.map(({ post }) => post))]);
    const known = new Map(posts.map(post => [post.id, post]));
    const { begun, others } = afforded(jobs, left());
    const done = await Promise.allSettled([
      ...begun.map(job => carry(job, { ...carrier, until, known })),
      ...others.map(job => putBack(job, parts)),
    ]);
    const broken = done.find(one => one.status === 'rejected');
    if (broken !== undefined) throw broken.reason;
    if (others.length > 0) return;
  }
}

/**
 * Carries out all that is due and can be written about with the content that is here. Ends early, once what was claimed
 * is done, when `isOver` is true. Rejects where the store is away; what was claimed then is another's after a minute.
 */
export async function deliver(
  parts: Parts,
  pace: Pace,
  current: Current,
  isOver: () => boolean,
): Promise<void> {
  const posts = await atHand(parts, current);
  if (posts.length === 0) return;
  const carrier = { ...parts, pace, current, posts };
  const length = parts.allowance === undefined ? hands : 1;
  const done = await Promise.allSettled(Array.from({ length }, () => hand(parts, carrier, isOver)));
  const broken = done.find(one => one.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
}
