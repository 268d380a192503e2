import type { PostKey } from '../blog/model.ts';
import type { Listed, Step, Subscription, Waiting } from './model.ts';
import type { Parts } from './parts.ts';
import type { Content } from './sight.ts';
import type { Held, KnownPost } from './store.ts';
import { waitingOf } from './waiting.ts';

/** What one must know to tell of deliveries. */
export type Knowing = Pick<Parts, 'store' | 'now' | 'patience'>;

/** Whether a subscription is told of a post, wherever it waits. */
function concerns(subscription: Subscription, post: KnownPost): boolean {
  return hasTag(subscription, post) && post.locales.includes(subscription.locale);
}

/** Whether a post has the tag that a subscription asks for. */
function hasTag({ tag }: Subscription, { tags }: KnownPost): boolean {
  return tag === undefined || tags.includes(tag);
}

/** What a post waits for in a server where somebody holds it: first of all for that to end. */
function whileHeld(why: Waiting | undefined, held: Held | undefined): Waiting | undefined {
  if (held === undefined || why?.for === 'nothing') return why;
  return { for: 'release', heldBy: held.by, since: held.since };
}

/** What a post waits for that is of interest: not that it is old or undated for weeks. */
function told(
  post: KnownPost,
  now: number,
  held: Held | undefined,
  { patience }: Knowing,
): Waiting | undefined {
  const why = whileHeld(waitingOf(post, now, patience), held);
  if (why === undefined) return { for: 'sending', since: now };
  return why.for === 'nothing' && now > post.seenAt + patience.within ? undefined : why;
}

/** A server's subscriptions, with what waits for each and what was last done there. */
export async function listOf(guild: string, parts: Knowing): Promise<readonly Listed[]> {
  const { store, now } = parts;
  const subscriptions = await store.subscriptions(guild);
  if (subscriptions.length === 0) return [];
  const [waiting, newest, unsent] = [
    await store.waiting(),
    await store.newest(guild),
    await store.unsent(guild),
  ];
  const held = new Map((await store.held(guild)).map(one => [one.post.id, one]));
  const elsewhere = [...held.values()]
    .map(({ post }) => post)
    .filter(post => !waiting.some(({ id }) => id === post.id));
  const waits = [...waiting, ...elsewhere].flatMap(post => {
    const why = told(post, now(), held.get(post.id), parts);
    return why === undefined ? [] : [{ post, why }];
  });
  const ids = waits.map(({ post }) => post.id);
  const begun = new Set((await store.begun(guild, ids)).map(({ post, channel }) => `${post} ${channel}`));
  const isBegun = (post: KnownPost, channel: string) => begun.has(`${post.id} ${channel}`);
  return subscriptions.map(subscription => {
    const { channel } = subscription;
    const last = newest.find(delivery => delivery.channel === channel);
    const onTheirWay = unsent.filter(
      delivery => delivery.channel === channel && delivery.state !== 'refused',
    );
    return {
      subscription,
      waiting: [
        ...onTheirWay.map(({ post, since }) => ({ post, why: { for: 'sending', since } as const })),
        ...waits
          .filter(({ post }) => concerns(subscription, post) && !isBegun(post, channel))
          .map(({ post, why }) => ({ post: post.key, why })),
      ],
      ...(last === undefined ? {} : { newest: last }),
    };
  });
}

/** Whether readers can see a post now, and else when they will. */
function visibleStep(key: PostKey, content: Content | undefined): readonly Step[] {
  if (content === undefined) return [];
  const { blog, byKey } = content;
  if (byKey.has(key)) return [{ step: 'visible', ok: true }];
  const until = blog.read.find(post => post.key === key)?.visible?.from;
  return [{ step: 'visible', ok: false, ...(until === undefined ? {} : { until }) }];
}

/**
 * What a post waits for in one channel; undefined where it is due, where the channel is not told of it anyway, and where
 * it was there from the beginning, which the step before says.
 */
function waitingIn(
  post: KnownPost,
  subscription: Subscription | undefined,
  held: Held | undefined,
  { now, patience }: Knowing,
): Waiting | undefined {
  const why = post.known ? undefined : whileHeld(waitingOf(post, now(), patience), held);
  if (why?.for !== 'sending') return why;
  if (subscription === undefined || !hasTag(subscription, post)) return undefined;
  if (!post.locales.includes(subscription.locale)) return { for: 'nothing', because: 'twin' };
  return subscription.madeAt > why.since ? { for: 'nothing', because: 'earlier' } : why;
}

/** What happened, or would happen, to a post in a channel, up to what stopped it. */
export async function whyOf(
  key: PostKey,
  channel: string,
  content: Content | undefined,
  parts: Knowing,
): Promise<readonly Step[]> {
  const { store } = parts;
  const post = await store.post(key);
  const visible = visibleStep(post?.key ?? key, content);
  if (post === undefined) return visible;
  const delivery = await store.delivery(post.id, channel);
  const subscription = await store.subscription(channel);
  const held = subscription && (await store.held(subscription.guild)).find(one => one.post.id === post.id);
  const why = waitingIn(post, subscription, held, parts);
  const steps: Step[] = [{ step: 'seen', at: post.seenAt, known: post.known }, ...visible];
  if (delivery !== undefined) {
    steps.push({ step: 'delivery', delivery, ...(delivery.url === undefined ? {} : { url: delivery.url }) });
  } else if (why !== undefined) steps.push({ step: 'waiting', why });
  if (subscription === undefined) return [...steps, ...(delivery ? [] : [{ step: 'unsubscribed' } as const])];
  const { tag, paused } = subscription;
  if (tag !== undefined && !delivery) steps.push({ step: 'tag', ok: hasTag(subscription, post), tag });
  if (paused !== undefined) steps.push({ step: 'paused', pause: paused });
  return steps;
}

/** What happened to a post in a channel that is told of new posts. */
export interface Told {
  readonly subscription: Subscription;
  readonly steps: readonly Step[];
}

/** What happened, or would happen, to a post in every channel that is told of new posts, in the order of their making. */
export async function whyEverywhere(
  key: PostKey,
  content: Content | undefined,
  parts: Knowing,
): Promise<readonly Told[]> {
  const all: Told[] = [];
  for (const subscription of await parts.store.subscriptions()) {
    all.push({ subscription, steps: await whyOf(key, subscription.channel, content, parts) });
  }
  return all;
}
