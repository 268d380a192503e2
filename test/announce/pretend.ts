import type {
  Announcing,
  Delivery,
  Listed,
  Outcome,
  Pause,
  Place,
  SendNow,
  Sent,
  Step,
  Subscription,
  Waiting,
} from '../../src/announce/model.ts';
import type { Blog, Post, PostKey } from '../../src/blog/model.ts';
import { announcement, testMark, threadName } from '../../src/message/announcement.ts';
import { messageUrl } from '../../src/message/marks.ts';
import type { Announcement } from '../../src/message/model.ts';
import { wordsOf } from '../../src/words/words.ts';
import { type Announcer, openAnnouncer } from '../discord/announcing/open.ts';
import type { InProcess } from '../discord/in-process.ts';

/**
 * Announcing that keeps what it knows in memory and sends at once, over the real ways into a fake Discord. Nothing comes
 * due in it by itself: a test says what waits.
 */
export interface Pretend {
  readonly announcing: Announcing;
  /** Must come before anything is asked. */
  readonly connect: (discord: InProcess, blog: Blog) => void;
  readonly subscriptions: Map<string, Subscription>;
  readonly waiting: Map<PostKey, Waiting>;
  readonly withdrawn: Set<PostKey>;
  readonly threads: Map<string, PostKey>;
  readonly pause: (channel: string, pause: Pause) => void;
}

const linkTo = ({ guild, channel, kind }: Place, { message, thread }: Sent): string =>
  messageUrl(guild, kind === 'forum' || kind === 'media' ? (thread ?? channel) : channel, message);

export function pretend(): Pretend {
  const subscriptions = new Map<string, Subscription>();
  const deliveries = new Map<string, Delivery>();
  const waiting = new Map<PostKey, Waiting>();
  const withdrawn = new Set<PostKey>();
  const threads = new Map<string, PostKey>();
  let connected:
    | { readonly announcer: Announcer; readonly blog: Blog; readonly discord: InProcess }
    | undefined;

  const there = () => {
    if (connected === undefined) throw new Error('This announcing is connected to no Discord.');
    return connected;
  };
  const postOf = (key: PostKey): Post => {
    const post = there().blog.byKey.get(key);
    if (post === undefined) throw new Error(`There is no post ${key}.`);
    return post;
  };
  const now = () => there().discord.clock.now();

  const pauseOf = ({ refused, detail }: { refused: Pause['because']; detail: string }): Pause => ({
    since: now(),
    because: refused,
    detail,
  });

  const cameOf = (to: Place, outcome: Outcome<Sent>): SendNow => {
    if (outcome.done) return { now: 'sent', url: linkTo(to, outcome) };
    if ('refused' in outcome) return { now: 'refused', pause: pauseOf(outcome) };
    return { now: 'later', detail: outcome.detail };
  };

  const deliver = async (to: Place, one: Announcement, post: Post, nonce: string) =>
    await there().announcer.sender.send(to, one, { nonce, name: threadName(post), tags: post.tags });

  const announcing: Announcing = {
    after: 600_000,
    look: (...asked) => there().announcer.servers.look(...asked),
    subscribe: subscription => {
      subscriptions.set(subscription.channel, subscription);
      return Promise.resolve();
    },
    stop: channel => {
      const had = subscriptions.get(channel);
      subscriptions.delete(channel);
      return Promise.resolve(had);
    },
    list: guild => {
      const held = [...subscriptions.values()].filter(one => one.guild === guild);
      const listed = held.map((subscription): Listed => {
        const own = [...deliveries.values()].filter(({ channel }) => channel === subscription.channel);
        const newest = own.at(-1);
        const sent = new Set(own.map(({ post }) => post));
        const left = [...waiting].filter(([post]) => !sent.has(post));
        return {
          subscription,
          waiting: left.map(([post, why]) => ({ post, why })),
          ...(newest ? { newest } : {}),
        };
      });
      return Promise.resolve(listed);
    },
    send: async (key, to, by) => {
      const known = deliveries.get(`${key} ${to.channel}`);
      if (known?.message) return { now: 'already', url: linkTo(to, { ...known, message: known.message }) };
      const post = postOf(key);
      const { role, notify = false, locale = 'en' } = by ?? {};
      const words = wordsOf(locale);
      const one = announcement(post, { ...(role ? { role } : {}), notify }, words);
      const outcome = await deliver(to, one, post, `${key}${to.channel}`.slice(0, 25));
      if (outcome.done) {
        const { guild, channel } = to;
        const sent = { message: outcome.message, ...(outcome.thread ? { thread: outcome.thread } : {}) };
        deliveries.set(`${key} ${channel}`, {
          post: key,
          channel,
          guild,
          state: 'sent',
          since: now(),
          sentAt: now(),
          attempts: 1,
          ...sent,
        });
        if (outcome.thread) threads.set(outcome.thread, key);
      }
      return cameOf(to, outcome);
    },
    test: async (to, locale) => {
      const [post] = there().blog.posts;
      if (post === undefined) throw new Error('There is no post to test with.');
      const words = wordsOf(locale);
      const marked = testMark(announcement(post, { notify: false }, words), words);
      return cameOf(to, await deliver(to, marked, post, `test${to.channel}`.slice(0, 25)));
    },
    why: (key, _, channel) => {
      const why = waiting.get(key);
      const delivery = deliveries.get(`${key} ${channel}`);
      const steps: readonly Step[] = [
        { step: 'seen', at: now(), known: false },
        { step: 'visible', ok: true },
        ...(subscriptions.has(channel) ? [] : [{ step: 'unsubscribed' } as const]),
        ...(why ? [{ step: 'waiting', why } as const] : []),
        ...(delivery ? [{ step: 'delivery', delivery } as const] : []),
      ];
      return Promise.resolve(steps);
    },
    hold: (post, by) => {
      waiting.set(post, { for: 'release', heldBy: by, since: now() });
      return Promise.resolve();
    },
    release: post => {
      waiting.set(post, { for: 'sending', since: now() });
      return Promise.resolve();
    },
    resume: channel => {
      const subscription = subscriptions.get(channel);
      if (subscription) {
        const { paused: _, ...rest } = subscription;
        subscriptions.set(channel, rest);
      }
      return Promise.resolve();
    },
    notify: async (guild, reader, role) => {
      const mentioned = [...subscriptions.values()].some(one => one.guild === guild && one.role === role);
      return mentioned ? await there().announcer.servers.toggleRole(guild, reader, role) : 'away';
    },
    postOfThread: thread => threads.get(thread),
    isWithdrawn: post => withdrawn.has(post),
  };

  return {
    announcing,
    connect: (discord, blog) => {
      connected = { announcer: openAnnouncer(discord), blog, discord };
    },
    subscriptions,
    waiting,
    withdrawn,
    threads,
    pause: (channel, paused) => {
      const subscription = subscriptions.get(channel);
      if (subscription) subscriptions.set(channel, { ...subscription, paused });
    },
  };
}
