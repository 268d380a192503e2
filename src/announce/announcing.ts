import type { PostKey } from '../blog/model.ts';
import type { Memory } from './keep.ts';
import type { Announcing } from './model.ts';
import { sendNow, sendTest } from './now.ts';
import type { Pace } from './pace.ts';
import type { Current, Parts } from './parts.ts';
import { listOf, whyOf } from './why.ts';

/** What commands and controls are answered with. */
interface Asked {
  readonly parts: Parts;
  readonly pace: Pace;
  readonly memory: Memory;
  /** The content that can be written about. */
  readonly atHand: () => Promise<Current | undefined>;
  /** Called when something may be due at once. */
  readonly ring: () => void;
}

export function announcingOf({ parts, pace, memory, atHand, ring }: Asked): Announcing {
  const { store, servers, now, patience, home } = parts;
  /** The post that a key means, or an Error: there is nothing to hold or to release. */
  const idOf = async (key: PostKey): Promise<string> => {
    const post = await store.post(key);
    if (post === undefined) throw new Error('This post is not known yet.');
    return post.id;
  };

  return {
    after: patience.after,
    look: servers.look,
    subscribe: store.subscribe,
    ...(home === undefined
      ? {}
      : { follow: (guild: string, channel: string) => servers.follow(home, guild, channel) }),
    stop: store.forget,
    list: guild => listOf(guild, parts),
    send: async (post, to, by) => sendNow(post, to, by, await atHand(), pace, parts),
    test: async (to, locale) => sendTest(to, locale, await atHand(), pace, parts),
    why: async (post, _guild, channel) => whyOf(post, channel, (await atHand())?.content, parts),
    hold: async (post, guild, by) => store.hold(await idOf(post), guild, by, now()),
    release: async (post, guild) => {
      await store.release(await idOf(post), guild, now());
      ring();
    },
    resume: async channel => {
      await store.resume(channel, now(), now() - patience.within);
      ring();
    },
    notify: async (guild, reader, role) =>
      (await store.mentions(guild, role)) ? servers.toggleRole(guild, reader, role) : 'away',
    postOfThread: thread => memory.threads.get(thread),
    isWithdrawn: post => memory.withdrawn.has(post),
  };
}
