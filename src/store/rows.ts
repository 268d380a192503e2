import type { Selectable } from 'kysely';
import type { Delivery, Subscription } from '../announce/model.ts';
import { readSketch, writeSketch } from '../announce/sketch.ts';
import type { Job, KnownPost, SeenPost } from '../announce/store.ts';
import { messageUrl } from '../announce/url.ts';
import { locales } from '../words/words.ts';
import type { DeliveryTable, PostTable, SubscriptionTable } from './schema.ts';

/** What a field is where it is set; nothing where it is not. */
function given<Name extends string, T>(name: Name, value: T | null): { readonly [N in Name]?: T } {
  // The computed name widens to string: the annotation is what it is.
  return value === null ? {} : ({ [name]: value } as { readonly [N in Name]?: T });
}

const lines = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'));

export function toPost(row: Selectable<PostTable>, keys: readonly string[]): KnownPost {
  const { id, key, path, title, slug, content, changedAt, want, seenAt } = row;
  return {
    ...{ id, key, path, title, slug, content, changedAt, want, seenAt },
    formerKeys: keys.filter(former => former !== key),
    tags: lines(row.tags),
    locales: locales.filter(locale => lines(row.locales).includes(locale)),
    sketch: readSketch(row.sketch),
    known: row.known === 1,
    ...given('url', row.url),
    ...given('date', row.date),
    ...given('missingSince', row.missingSince),
    ...given('answeredAt', row.answeredAt),
    ...given('plannedAt', row.plannedAt),
  };
}

/** What a reading of the content knows of a post, as its row holds it. */
export type SeenRow = Omit<PostTable, 'stale' | 'askedAt' | 'answeredAt' | 'plannedAt' | 'spreadAt'>;

export function fromPost(post: SeenPost): SeenRow {
  const { id, key, path, title, slug, content, changedAt, want, seenAt } = post;
  return {
    ...{ id, key, path, title, slug, content, changedAt, want, seenAt },
    url: post.url ?? null,
    date: post.date ?? null,
    tags: post.tags.join('\n'),
    locales: post.locales.join('\n'),
    sketch: writeSketch(post.sketch),
    known: post.known ? 1 : 0,
    missingSince: post.missingSince ?? null,
  };
}

export function toSubscription(row: Selectable<SubscriptionTable>): Subscription {
  const { channel, guild, kind, locale, madeBy, madeAt, pausedSince, pausedBecause, pausedDetail } = row;
  const isPaused = pausedSince !== null && pausedBecause !== null;
  const paused = isPaused
    ? { paused: { since: pausedSince, because: pausedBecause, detail: pausedDetail ?? '' } }
    : {};
  return {
    ...{ channel, guild, kind, locale, madeBy, madeAt },
    thread: row.thread === 1,
    ...given('tag', row.tag),
    ...given('role', row.role),
    ...(row.notify === 1 ? { notify: true } : {}),
    ...paused,
  };
}

/** `key` is what its post is called now. */
export function toDelivery(row: Selectable<DeliveryTable>, key: string): Delivery {
  const { channel, guild, state, since, attempts } = row;
  return {
    ...{ post: key, channel, guild, state, since, attempts },
    ...given('message', row.message),
    ...given('thread', row.thread),
    ...(row.message === null ? {} : { url: messageUrl({ ...row, message: row.message }) }),
    ...given('sentAt', row.sentAt),
    ...given('editedAt', row.editedAt),
    ...given('detail', row.detail),
  };
}

/** A delivery as a claim gives it. */
type Claimed = Selectable<DeliveryTable> & { readonly paused: number; readonly beside: number };

export function toJob(row: Claimed, lease: string): Job {
  const { guild, channel, kind, locale } = row;
  return {
    ...toDelivery(row, row.post),
    place: { guild, channel, kind, thread: row.wantsThread === 1 },
    notify: row.notify === 1,
    locale,
    lease,
    ...given('role', row.role),
    ...given('triedAt', row.triedAt),
    ...given('triedBy', row.triedBy),
    ...given('digest', row.digest),
    ...given('shown', row.shown),
    publish: row.publish === 1,
    open: row.open === 1,
    paused: row.paused === 1,
    manual: row.manual === 1,
    beside: row.beside,
  };
}
