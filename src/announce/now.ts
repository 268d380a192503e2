import { textHash } from '../blog/hash.ts';
import type { PostKey } from '../blog/model.ts';
import { postsFor } from '../blog/twins.ts';
import { announcement, testMark, threadName } from '../message/announcement.ts';
import type { Locale } from '../words/model.ts';
import { localeOf, wordsOf } from '../words/words.ts';
import { carry } from './carry.ts';
import { leaseEnd, leaseName } from './deliver.ts';
import type { Delivery, Place, SendNow, Sent, Subscription } from './model.ts';
import type { Pace } from './pace.ts';
import type { Current, Parts } from './parts.ts';
import type { Result } from './store.ts';
import { messageUrl } from './url.ts';

const unread: SendNow = { now: 'later', detail: 'the posts are still being read' };

function already(delivery: Delivery | undefined): SendNow | undefined {
  const isThere = delivery?.state === 'sent' && delivery.url !== undefined;
  return isThere ? { now: 'already', url: delivery.url } : undefined;
}

const urlOf = (to: Place, { message, thread }: Sent): string => messageUrl({ ...to, message, thread });

function told(result: Result | undefined, to: Place): SendNow {
  switch (result?.is) {
    case 'sent':
      return { now: 'sent', url: urlOf(to, result) };
    case 'refused':
      return result.pause ? { now: 'refused', pause: result.pause } : { now: 'later', detail: result.detail };
    default:
      return { now: 'later', detail: result !== undefined && 'detail' in result ? result.detail : '' };
  }
}

/** Sends a post to a channel at once, whatever it waits for, unless it is there. See `Announcing.send`. */
export async function sendNow(
  key: PostKey,
  to: Place,
  by: Subscription | undefined,
  current: Current | undefined,
  pace: Pace,
  parts: Parts,
): Promise<SendNow> {
  const { store, now, random } = parts;
  if (current === undefined) return unread;
  const known = await store.post(key);
  if (known === undefined || !current.content.byKey.has(known.key)) return unread;
  const before = already(await store.delivery(known.id, to.channel));
  if (before !== undefined) return before;
  const [begun, until] = [now(), leaseEnd(now())];
  const delivery = {
    post: known.id,
    place: to,
    ...(by?.role === undefined ? {} : { role: by.role }),
    notify: by?.notify ?? false,
    locale: by?.locale ?? localeOf(current.content.blog.language),
    ordinal: known.date ?? begun,
  };
  const job = await store.claimOne(delivery, { now: begun, until, lease: leaseName(random) });
  if (job === undefined) {
    const meanwhile = await store.delivery(known.id, to.channel);
    return already(meanwhile) ?? { now: 'later', detail: meanwhile?.detail ?? 'it is being sent' };
  }
  const post = { posts: [known.id], known: new Map([[known.id, known]]) };
  const carrier = { ...parts, ...post, pace, current, until, byHand: true } as const;
  return told(await carry(job, carrier), to);
}

/** Sends the newest post to a channel, marked as a test, without mentioning anyone; nothing is kept of it. */
export async function sendTest(
  to: Place,
  locale: Locale,
  current: Current | undefined,
  pace: Pace,
  { sender, store, now, random }: Parts,
): Promise<SendNow> {
  const [newest] = current === undefined ? [] : postsFor(locale, current.content.blog);
  if (newest === undefined) return unread;
  const words = wordsOf(locale);
  const message = testMark(announcement(newest, { notify: false }, words), words);
  await pace.turn();
  const more = { nonce: textHash(leaseName(random)), name: threadName(newest), tags: newest.tags };
  const outcome = await sender.send(to, message, more);
  if (outcome.done) return { now: 'sent', url: urlOf(to, outcome) };
  await store.countFailure(now());
  const { detail } = outcome;
  if ('after' in outcome) return { now: 'later', detail };
  return { now: 'refused', pause: { since: now(), because: outcome.refused, detail } };
}
