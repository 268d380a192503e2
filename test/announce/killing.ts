import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Readable, Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { ChannelKind } from '../../src/announce/model.ts';
import type { Store } from '../../src/announce/store.ts';
import { makeClock } from '../discord/clock.ts';
import { type Discord, startDiscord } from '../discord/discord.ts';
import type { Channel } from '../discord/model.ts';
import { fastClock } from './fast-clock.ts';

/** So many processes share the channels. */
const processes = 4;

/** Servers that the channels are spread over. */
const servers = 10;

/** One post comes for so many kills. */
const killsPerPost = 10;

/**
 * A claim that its process did not live to carry out lapses after a minute of this clock's: so many times as fast as
 * the machine's. A request's time runs out as much sooner.
 */
const speed = 10;

export interface Killing {
  readonly address: string;
  readonly store: Store;
  readonly channels: number;
  readonly kills: number;
  /** The kind of the channel of that number; all are text channels unless told. */
  readonly kindOf?: (channel: number) => Exclude<ChannelKind, 'thread'>;
}

/** What became of announcements: each post in each channel. */
export interface Counts {
  /** Those that are known to be sent. */
  readonly sent: number;
  /** Those that stand in the channels. */
  readonly seen: number;
  /** Those that do not, and should. */
  readonly lost: number;
  /** Those that stand there once more. */
  readonly twice: number;
}

interface Place {
  readonly channel: Channel;
  readonly kind: Exclude<ChannelKind, 'thread'>;
}

/** Titles of what was announced in a channel; in a forum, of its threads' first messages. */
function titlesIn(discord: Discord, { channel, kind }: Place): readonly (string | undefined)[] {
  const isForum = kind === 'forum' || kind === 'media';
  const where = isForum
    ? [...discord.world.channels.values()].filter(one => one.parent === channel)
    : [channel];
  return where.flatMap(({ messages }) =>
    [...messages.values()].map(({ message }) => message.embeds[0]?.title),
  );
}

/** Processes that announce, each of which can be killed. */
function makeProcesses(variables: Readonly<Record<string, string>>) {
  const running: ChildProcessByStdio<Writable, Readable, null>[] = [];
  const failed = Promise.withResolvers<never>();
  let written = '';
  const start = (): void => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'process.ts')], {
      env: { PATH: process.env.PATH, ...variables },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      written = `${written}${chunk}`.slice(-10_000);
    });
    child.once('exit', code => {
      if (running.includes(child))
        failed.reject(new Error(`A process ended by itself, with ${code}.\n${written}`));
    });
    running.push(child);
  };
  return {
    start,
    /** Rejects when one ends that nobody has killed. */
    failed: failed.promise,
    /** Resolves once one of them has written that. */
    writes: async (line: string): Promise<void> => {
      while (!written.includes(line)) await Promise.race(running.map(child => once(child.stdout, 'data')));
    },
    /** Ends one, which is another each time, as a power cut would. */
    kill: async (): Promise<void> => {
      const child = running.shift();
      if (child === undefined) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    end: async (): Promise<void> => {
      await Promise.all(
        running.splice(0).map(async child => {
          const ended = once(child, 'exit');
          child.kill('SIGTERM');
          await ended;
        }),
      );
    },
  };
}

/** Numbers under `most`, in ascending order. */
const moments = (count: number, most: number): readonly number[] =>
  Array.from({ length: count }, () => Math.floor(Math.random() * most)).sort((one, other) => one - other);

/**
 * Four processes share channels and a database, which is empty. Posts are added, and while they are announced one
 * process after the other is killed at a random moment, and a new one started in its place.
 */
export async function killing({ address, store, channels, kills, kindOf }: Killing): Promise<Counts> {
  const from = Date.now();
  const now = fastClock(from, speed);
  const discord = await startDiscord({ clock: makeClock(now) });
  const guilds = Array.from({ length: servers }, () => discord.guild());
  const places = Array.from({ length: channels }, (_, at): Place => {
    const kind = kindOf?.(at) ?? 'text';
    const guild = guilds[at % servers] ?? discord.guild();
    return { channel: discord.channel(guild, `channel-${at}`, { kind }), kind };
  });
  for (const { channel, kind } of places) {
    const guild = channel.guild?.id ?? '';
    const own = { channel: channel.id, guild, kind, thread: false, locale: 'en' } as const;
    await store.subscribe({ ...own, madeBy: '1', madeAt: from });
  }
  const content = await mkdtemp(join(tmpdir(), 'quoth-killing-'));
  const write = (title: string) =>
    writeFile(
      join(content, `${title}.md`),
      `---\ntitle: ${title}\ndate: 2026-01-01\n---\n\nWords of ${title}.\n`,
    );
  const children = makeProcesses({
    ...{ DATABASE_URL: address, DISCORD_API_URL: discord.apiUrl, DISCORD_TOKEN: discord.token },
    ...{ CONTENT: content, CLOCK_FROM: String(from), CLOCK_SPEED: String(speed) },
  });
  const titles: string[] = [];
  const seen = () =>
    places.flatMap(place => titlesIn(discord, place).map(title => `${place.channel.id} ${title}`));
  const announceAll = async (): Promise<void> => {
    await write('Old');
    for (let at = 0; at < processes; at++) children.start();
    await children.writes('are there already');
    for (let killed = 0; killed < kills; killed += killsPerPost) {
      const title = `Post ${titles.length + 1}`;
      titles.push(title);
      const before = discord.requests.length;
      await write(title);
      for (const moment of moments(Math.min(killsPerPost, kills - killed), channels)) {
        await discord.until(() => discord.requests.length >= before + moment);
        await children.kill();
        children.start();
      }
      const all = titles.length * channels;
      await discord.until(() => discord.requests.length >= before + channels && new Set(seen()).size >= all);
    }
    while ((await store.next()) !== undefined) await setTimeout(100);
  };
  try {
    await Promise.race([announceAll(), children.failed]);
  } finally {
    await children.end();
    await discord.close();
    await rm(content, { recursive: true, force: true });
  }
  const standing = seen();
  const different = new Set(standing);
  return {
    sent: (await store.standing()).length,
    seen: standing.length,
    lost: titles.length * channels - different.size,
    twice: standing.length - different.size,
  };
}
