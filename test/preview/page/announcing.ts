import type { Announcing, Listed, Subscription, Waiting } from '../../../src/announce/model.ts';
import { messageUrl } from '../../../src/announce/url.ts';
import type { Post } from '../../../src/blog/model.ts';
import type { LiveGuild } from '../../../src/preview/guild/guild.ts';
import { makeSender } from '../../../src/preview/guild/sender.ts';
import { makeServers } from '../../../src/preview/guild/servers.ts';
import { APPLICATION, GUILD } from '../../../src/preview/place.ts';
import { announced, placeIn } from '../guild/stage.ts';

const THREE_DAYS = 3 * 86_400_000;

/** One post that waits for #blog until it is held, or sent by hand. */
export function oneWaiting(guild: LiveGuild, post: Post, clock: () => number): Announcing {
  const { channel, kind } = placeIn(guild, 'blog');
  const subscription: Subscription = {
    channel,
    guild: GUILD,
    kind,
    thread: false,
    locale: 'en',
    madeBy: '1100000000000000002',
    madeAt: clock(),
  };
  const quiet: Waiting = { for: 'quiet', until: clock() + THREE_DAYS };
  let why: Waiting | undefined = quiet;
  const asked = () => Promise.reject(new Error('Nobody asks that.'));
  return {
    after: 600_000,
    look: makeServers(guild, GUILD).look,
    list: () => {
      const listed: Listed = { subscription, waiting: why ? [{ post: post.key, why }] : [] };
      return Promise.resolve([listed]);
    },
    send: async (_, to) => {
      const more = { nonce: 'n', name: post.title, tags: post.tags };
      const sent = await makeSender(guild, APPLICATION, clock).send(to, announced(post), more);
      why = undefined;
      if (!sent.done) throw new Error(sent.detail);
      return {
        now: 'sent',
        url: messageUrl({ guild: to.guild, channel: to.channel, kind: to.kind, message: sent.message }),
      };
    },
    hold: (_post, _guild, by) => {
      why = { for: 'release', heldBy: by, since: clock() };
      return Promise.resolve();
    },
    release: () => {
      why = quiet;
      return Promise.resolve();
    },
    subscribe: asked,
    stop: asked,
    test: asked,
    why: asked,
    resume: asked,
    notify: asked,
    postOfThread: () => undefined,
    isWithdrawn: () => false,
  };
}
