import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Announcing } from '../announce/model.ts';
import type { Log } from '../announce/parts.ts';
import { startAnnouncing } from '../announce/start.ts';
import type { Patience } from '../announce/waiting.ts';
import type { Blog } from '../blog/model.ts';
import type { Library } from '../bot/model.ts';
import { BLOG, type LiveGuild } from '../preview/guild/guild.ts';
import { makeSender } from '../preview/guild/sender.ts';
import { makeServers } from '../preview/guild/servers.ts';
import { APPLICATION, GUILD } from '../preview/place.ts';
import { openStore } from '../store/open.ts';
import { handOver } from './hand-over.ts';

/**
 * Tells the pretended server of new posts. What is there at the start is known; nothing is kept when it is closed, and
 * no address is asked, since the preview asks nothing of other servers.
 * @param library gives the posts as of now
 */
export function announceIn(
  guild: LiveGuild,
  library: () => Library,
  { after, within }: Patience,
  log: Log,
): { readonly announcing: Announcing; readonly close: () => Promise<void> } {
  const store = openStore(':memory:');
  const end = new AbortController();
  const wait = (ms: number, signal: AbortSignal) =>
    setTimeout(ms, undefined, { signal, ref: false }).catch(() => undefined);
  const running = startAnnouncing({
    store,
    sender: makeSender(guild, APPLICATION, Date.now),
    servers: makeServers(guild, GUILD),
    patience: { after, within },
    home: BLOG,
    answers: () => Promise.resolve(true),
    now: Date.now,
    wait,
    random: Math.random,
    otherWork: () => setImmediate(),
    log,
  });
  const seen = (blog: Blog) => running.seen(blog, { hash: '', at: Date.now() });
  const handed = handOver(library, seen, wait, end.signal);
  return {
    announcing: running.announcing,
    close: async () => {
      end.abort();
      await handed;
      await running.close();
      await store.close();
    },
  };
}
