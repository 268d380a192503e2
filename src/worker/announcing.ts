import { type Announcer, makeAnnouncer } from '../announce/announcer.ts';
import { type Memory, noMemory, remember } from '../announce/keep.ts';
import type { Announcing } from '../announce/model.ts';
import type { Parts } from '../announce/parts.ts';
import { sentenceOf } from '../announce/sentence.ts';
import type { Blog, PostKey } from '../blog/model.ts';
import type { Log } from '../bot/model.ts';
import { makeSender } from '../discord/announcing/sender.ts';
import { makeServers } from '../discord/announcing/servers.ts';
import { makeRequest } from '../discord/request.ts';
import { type D1, type Known, openD1 } from '../store/d1.ts';
import { countedRequests, countSubrequests, type Subrequests } from './subrequests.ts';
import { thrifty } from './thrifty.ts';

/** What announcing needs in a Worker. */
export interface WorkerAnnouncing {
  readonly d1: D1;
  readonly token: string;
  /** In place of https://discord.com/api. */
  readonly apiUrl?: string;
  readonly patience: Parts['patience'];
  /** The announcement channel that others may follow. */
  readonly home?: string;
  /** The posts as of now. */
  readonly blog: () => Blog;
  /** When the bundle was built, in milliseconds since 1970: of two bundles, the later one's posts are the newer. */
  readonly builtAt: number;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How many requests the plan takes in an invocation. */
  readonly subrequests: number;
}

/** Announcing in a Worker, where nothing goes on between two invocations. */
export interface OpenAnnouncing {
  /** For commands and controls: each call opens connections of its own, since invocations share none. */
  readonly announcing: Announcing;
  readonly formerKeys: () => ReadonlyMap<PostKey, readonly PostKey[]>;
  /** Brings up to date what is answered from memory, where that is a minute old. Never rejects. */
  readonly refresh: () => Promise<void>;
  /**
   * What a cron trigger does: takes in what the bundle holds, sets on their way the posts whose time has come, and sends
   * what is due, as far as the plan's requests reach; the next one goes on from there. Never rejects.
   */
  readonly announceDue: () => Promise<void>;
}

/** How old what is answered from memory may be, in milliseconds. */
const fresh = 60_000;

/** How long what came of a delivery waits for what comes of others, in milliseconds: nobody waits for a cron trigger. */
const pause = 100;

/** How long an address may take to answer, in milliseconds. */
const patience = 5_000;

/** Whether a day's look at the servers is begun with: it lists them, and forgets those that removed Quoth. */
const enoughToForget = 8;

const wait: Parts['wait'] = (ms, signal) =>
  new Promise(resolve => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Whether an address answers. Where it leads on is not followed: each step would be another request. */
async function answers(url: string, take: () => void): Promise<boolean> {
  try {
    take();
    const signal = AbortSignal.timeout(patience);
    const { status } = await fetch(url, { method: 'HEAD', redirect: 'manual', signal });
    return status < 500 && status !== 404 && status !== 410;
  } catch {
    return false;
  }
}

/** Requests keep apart by themselves: one invocation makes all that are made at a time. */
function reserveHere(): Parts['store']['reserve'] {
  let free = 0;
  return (count, now, spacing, horizon) => {
    const start = Math.max(free, now);
    if (start > now + horizon) return Promise.resolve(undefined);
    free = start + count * spacing;
    return Promise.resolve(start);
  };
}

/** Opens what one invocation needs; nothing of it may be used by another. */
function openParts(given: WorkerAnnouncing, known: Known, subrequests: Subrequests, pauseOfD1: number) {
  const { d1, token, apiUrl, log, now } = given;
  const store = openD1(thrifty(d1, subrequests.take, pauseOfD1), known);
  const client = { makeRequest: countedRequests(subrequests, makeRequest) };
  const line = { reach: apiUrl === undefined ? {} : { apiUrl }, token, log, now, client };
  const [sender, servers] = [makeSender(line), makeServers(line)];
  const parts = {
    store: { ...store, reserve: reserveHere() },
    ...{ sender, servers, now, wait, log },
    patience: given.patience,
    answers: (url: string) => answers(url, subrequests.take),
    random: Math.random,
    otherWork: () => Promise.resolve(),
    allowance: subrequests,
    ...(given.home === undefined ? {} : { home: given.home }),
  };
  const close = async (): Promise<void> => {
    await Promise.all([sender.close(), servers.close()]);
  };
  return { parts, close };
}

export function openAnnouncing(given: WorkerAnnouncing): OpenAnnouncing {
  const { blog, builtAt, home, log, now, subrequests } = given;
  const known: Known = { current: false };
  const memory: Memory = noMemory();
  const revision = { hash: `built ${builtAt}`, at: builtAt };
  let refreshedAt = Number.NEGATIVE_INFINITY;

  /** Does something with an announcer of its own. */
  const withAnnouncer = async <T>(
    work: (announcer: Announcer, parts: Parts & { readonly allowance: Subrequests }) => Promise<T>,
    pauseOfD1 = 0,
  ): Promise<T> => {
    const { parts, close } = openParts(given, known, countSubrequests(subrequests), pauseOfD1);
    try {
      const announcer = makeAnnouncer(parts, () => undefined, memory);
      announcer.seen(blog(), revision);
      return await work(announcer, parts);
    } finally {
      await close();
    }
  };
  const asks =
    <Given extends readonly unknown[], T>(
      pick: (announcing: Announcing) => (...given: Given) => Promise<T>,
    ) =>
    (...args: Given): Promise<T> =>
      withAnnouncer(({ announcing }) => pick(announcing)(...args));

  return {
    announcing: {
      after: given.patience.after,
      look: asks(({ look }) => look),
      subscribe: asks(({ subscribe }) => subscribe),
      ...(home === undefined
        ? {}
        : {
            follow: (guild: string, channel: string) =>
              withAnnouncer((_, { servers }) => servers.follow(home, guild, channel)),
          }),
      stop: asks(({ stop }) => stop),
      list: asks(({ list }) => list),
      send: asks(({ send }) => send),
      test: asks(({ test }) => test),
      why: asks(({ why }) => why),
      hold: asks(({ hold }) => hold),
      release: asks(({ release }) => release),
      resume: asks(({ resume }) => resume),
      notify: asks(({ notify }) => notify),
      postOfThread: thread => memory.threads.get(thread),
      isWithdrawn: post => memory.withdrawn.has(post),
    },
    formerKeys: () => memory.formerKeys,
    refresh: async () => {
      if (now() < refreshedAt + fresh) return;
      refreshedAt = now();
      try {
        await remember(memory, { store: openD1(given.d1, known), now });
      } catch (error) {
        log.warn({}, `What was announced is not known. ${sentenceOf(error)}`);
      }
    },
    announceDue: async () => {
      try {
        await withAnnouncer(async (announcer, { allowance }) => {
          await announcer.note();
          await announcer.deliver(() => false);
          if (allowance.left() >= enoughToForget) await announcer.forget();
        }, pause);
      } catch (error) {
        log.error({}, `Announcing has to wait. ${sentenceOf(error)}`);
      }
    },
  };
}
