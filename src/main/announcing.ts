import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Announcing } from '../announce/model.ts';
import { startAnnouncing } from '../announce/start.ts';
import type { Blog, PostKey } from '../blog/model.ts';
import { withFormerKeys } from '../bot/former-keys.ts';
import type { Library, Log, Parts } from '../bot/model.ts';
import type { Bot } from '../config/way.ts';
import type { Config } from '../config.ts';
import { makeSender } from '../discord/announcing/sender.ts';
import { makeServers } from '../discord/announcing/servers.ts';
import type { Reach } from '../discord/reach.ts';
import { answers } from '../network/answers.ts';
import { openNetwork } from '../network/network.ts';
import type { Census } from '../store/census.ts';
import { openStore } from '../store/open.ts';
import { partsOf } from './bot.ts';
import { type Counting, countMissed } from './counting.ts';
import { handOver } from './hand-over.ts';
import type { LiveLibrary } from './live.ts';
import type { Turns } from './once.ts';

/** How long an address may take to answer, in milliseconds. */
const patience = 5_000;

/** Keeps the process alive: what was claimed is to be done before it ends. */
const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal }).catch(() => undefined);

/** Announcing over Discord, until it is closed. */
interface LiveAnnouncing {
  readonly announcing: Announcing;
  readonly formerKeys: () => ReadonlyMap<PostKey, readonly PostKey[]>;
  /** How much its store holds. */
  readonly census: () => Promise<Census>;
  readonly turns: Turns;
  readonly missed: Counting['missed'];
  /** Ends once what was claimed is done. */
  readonly close: () => Promise<void>;
}

/** Who speaks, and how Discord is reached. */
export interface Speaker {
  readonly bot: Bot;
  readonly reach: Reach;
}

/**
 * Announces new posts from now on.
 *
 * @param library gives the posts as of now
 */
function announce(
  { announcing: { database, after, within, home } }: Config,
  { bot, reach }: Speaker,
  library: () => Library,
  { changedAt, source }: Pick<LiveLibrary, 'changedAt' | 'source'>,
  log: Log,
): LiveAnnouncing {
  const store = openStore(database);
  const counting = countMissed(store, log);
  counting.forget();
  const line = { reach, token: bot.token, log };
  const sender = makeSender(line);
  const servers = makeServers(line);
  const network = openNetwork({ proxy: reach.proxy, patience });
  const end = new AbortController();
  const running = startAnnouncing({
    store,
    sender,
    servers,
    patience: { after, within },
    ...(home === undefined ? {} : { home }),
    answers: url => answers(network, url),
    now: Date.now,
    wait,
    random: Math.random,
    otherWork: () => setImmediate(),
    log,
  });
  const seen = async (blog: Blog): Promise<void> => {
    // A source that was away at the first start has not yet said what is there: none of it is new, and none is gone.
    if (source() && blog.read.length === 0) return;
    await running.seen(blog, { hash: '', at: await changedAt() });
  };
  const handed = handOver(library, seen, wait, end.signal);
  return {
    announcing: running.announcing,
    formerKeys: running.formerKeys,
    census: store.census,
    turns: store,
    missed: counting.missed,
    close: async () => {
      end.abort();
      await handed;
      await Promise.all([running.close(), counting.close()]);
      await Promise.all([sender.close(), servers.close(), network.close(), store.close()]);
    },
  };
}

/** The parts of a bot that announces as well, until it is closed. */
export function announcingParts(
  config: Config,
  speaker: Speaker,
  live: LiveLibrary,
  log: Log,
): { readonly parts: Parts } & Pick<LiveAnnouncing, 'census' | 'turns' | 'close'> {
  const parts = partsOf(config, live.library, log);
  const { announcing, formerKeys, census, turns, missed, close } = announce(
    config,
    speaker,
    parts.library,
    live,
    log,
  );
  return {
    parts: { ...parts, library: withFormerKeys(parts.library, formerKeys), announcing, missed },
    census,
    turns,
    close,
  };
}
