import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import type { Store } from '../../src/announce/store.ts';
import { openStore } from '../../src/store/open.ts';
import { benchBot, recorded } from '../bench/bot.ts';
import { type Discord, startDiscord } from '../discord/discord.ts';
import type { Channel } from '../discord/model.ts';
import { type Child, start } from '../main/child.ts';
import { type GitServer, startGitServer } from '../source/git/git-server.ts';
import { type Nginx, startNginx } from './nginx.ts';
import { type Question, startTraffic, type Traffic } from './traffic.ts';

/** A Quoth that answers over HTTP, one of several. */
export interface Replica extends Pick<Child, 'written' | 'writes'> {
  readonly port: number;
  /** From now on it takes connections, and does nothing. */
  readonly freeze: () => void;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
}

/** Replicas behind nginx, with one database, one repository and one folder of caches. */
export interface Fleet {
  readonly discord: Discord;
  /** Those that run, in the order in which they were started. */
  readonly replicas: readonly Replica[];
  readonly traffic: Traffic;
  /** Starts one more; nginx knows it once it answers. */
  readonly add: () => Promise<Replica>;
  /**
   * Kills the first while it has interactions in hand, and has nginx forget it. It is known to have them because they
   * are not answered while later ones are.
   */
  readonly kill: () => Promise<void>;
  /** Commits a post of that title and tells of it by the one webhook that the repository sends. */
  readonly publish: (title: string) => Promise<void>;
  /** Resolves once each channel has been told of that post, and that is noted in the database. */
  readonly told: (title: string) => Promise<void>;
  /** How many messages with that title stand in each channel. */
  readonly seen: (title: string) => readonly number[];
  /** How many announcements are noted as sent. */
  readonly sent: () => Promise<number>;
  readonly close: () => Promise<void>;
}

interface Options {
  readonly nginx: string;
  /** Of a PostgreSQL database that is empty. */
  readonly database: string;
  readonly replicas: number;
  /** How many channels are told of new posts. */
  readonly channels: number;
}

const secret = 'a secret of the webhook';
const shipped = join(import.meta.dirname, '..', '..', 'content', 'posts');

/** How many posts there are at first: enough that a cache is worth having. */
const posts = 60;

/** So many later interactions are answered where one that is not is stuck. */
const overtaken = 40;

const postOf = (title: string): string =>
  `---\ntitle: ${title}\ndate: ${new Date().toISOString().slice(0, 10)}\n---\n\nThe first words of ${title}.\n`;

/** Posts from before, and the shipped one, which is what is asked about. */
function firstPosts(): Readonly<Record<string, string>> {
  const old = Array.from({ length: posts }, (_, at) => [
    `posts/old-${at}.md`,
    `---\ntitle: Old ${at}\ndate: 2024-01-01\n---\n\n## One\n\nWords ${at}.\n`,
  ]);
  const own = readdirSync(shipped).map(name => [`posts/${name}`, readFileSync(join(shipped, name), 'utf8')]);
  return Object.fromEntries([...old, ...own]);
}

async function questionsOf(): Promise<[Question, ...Question[]]> {
  const respond = await benchBot();
  return [
    {
      interaction: await recorded(respond, reader => reader.types('/insight 5')),
      expected: 'Long Context',
    },
    {
      interaction: await recorded(respond, reader => reader.types('/search long context')),
      expected: '"type":4',
    },
    {
      interaction: await recorded(respond, reader => reader.completes('/search', 'query', 'long')),
      expected: '"type":8',
    },
  ];
}

async function subscribe(store: Store, discord: Discord, count: number): Promise<readonly Channel[]> {
  const guild = discord.guild();
  const channels = Array.from({ length: count }, (_, at) => discord.channel(guild, `channel-${at}`));
  for (const { id } of channels) {
    const own = { channel: id, guild: guild.id, kind: 'text', thread: false, locale: 'en' } as const;
    await store.subscribe({ ...own, madeBy: '1', madeAt: Date.now() });
  }
  return channels;
}

const seenIn = ({ messages }: Channel, title: string): number =>
  messages
    .values()
    .filter(({ message }) => message.embeds[0]?.title === title)
    .toArray().length;

async function startReplica(variables: Readonly<Record<string, string>>): Promise<Replica> {
  const child = start([], variables);
  // Nothing is left behind where something goes wrong before the fleet is closed.
  const end = () => child.process.kill('SIGKILL');
  process.once('exit', end);
  child.process.once('close', () => process.off('exit', end));
  await child.writes(/listening on http:\S+\/interactions/);
  const [, port = ''] = /:(\d+)\/interactions/.exec(child.written()) ?? [];
  await child.writes('posts are read');
  return {
    written: child.written,
    writes: child.writes,
    port: Number(port),
    freeze: () => child.process.kill('SIGSTOP'),
    kill: async () => {
      child.process.kill('SIGKILL');
      await child.ended;
    },
  };
}

/** Resolves once so many replicas hear each other. */
async function areListening(database: string, count: number): Promise<void> {
  const client = new Client({ connectionString: database });
  await client.connect();
  const listening =
    "select 1 from pg_stat_activity where application_name = 'quoth bell' and query like 'select%'";
  try {
    while ((await client.query(listening)).rows.length < count);
  } finally {
    await client.end();
  }
}

async function push(nginx: Nginx): Promise<void> {
  const body = JSON.stringify({ ref: 'refs/heads/main' });
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const headers = { 'x-hub-signature-256': `sha256=${signature}`, 'x-github-event': 'push' };
  const pool = nginx.pool(1);
  const answer = await pool.request({ path: '/hooks/content', method: 'POST', headers, body });
  if (answer.statusCode !== 202) throw new Error(`the webhook was answered ${answer.statusCode}`);
  await answer.body.dump();
  await pool.close();
}

function environment(database: string, discord: Discord, server: GitServer, cache: string) {
  return {
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_TOKEN: discord.token,
    DISCORD_PUBLIC_KEY: discord.signer.publicKey,
    DATABASE_URL: database,
    // All of them ask in one server, for as long as the machine takes.
    FAIR_USE: 'off',
    CONTENT: `${server.url}#main:posts`,
    CONTENT_SECRET: secret,
    // Nothing but a webhook brings what is new.
    CONTENT_EVERY: '1 day',
    CACHE_DIR: cache,
    ANNOUNCE_AFTER: '0s',
    PORT: '0',
  };
}

export async function startFleet({
  nginx: program,
  database,
  replicas: count,
  channels,
}: Options): Promise<Fleet> {
  const cache = await mkdtemp(join(tmpdir(), 'quoth-replicas-'));
  const discord = await startDiscord();
  const server = await startGitServer();
  await server.commit(firstPosts());
  const store = openStore(database);
  const places = await subscribe(store, discord, channels);
  const variables = environment(database, discord, server, cache);
  const replicas = await Promise.all(Array.from({ length: count }, () => startReplica(variables)));
  const ports = () => replicas.map(({ port }) => port);
  const nginx = await startNginx(program, ports());
  const pool = nginx.pool(64);
  const traffic = startTraffic(pool, discord, await questionsOf());
  return {
    discord,
    replicas,
    traffic,
    add: async () => {
      const added = await startReplica(variables);
      replicas.push(added);
      nginx.serve(ports());
      return added;
    },
    kill: async () => {
      const killed = replicas.shift();
      if (killed === undefined) throw new Error('There is nobody to kill.');
      const before = traffic.sent();
      killed.freeze();
      const stuck = () => traffic.waiting().find(number => number >= before);
      await traffic.until(() => {
        const first = stuck();
        return first !== undefined && traffic.sent() - first > overtaken;
      });
      const first = stuck();
      await killed.kill();
      await traffic.until(() => first !== undefined && !traffic.waiting().includes(first));
      nginx.serve(ports());
    },
    publish: async title => {
      await areListening(database, replicas.length);
      await server.commit({ [`posts/${title.toLowerCase().replaceAll(' ', '-')}.md`]: postOf(title) });
      await push(nginx);
    },
    told: async title => {
      await discord.until(() => places.every(place => seenIn(place, title) > 0));
      while ((await store.next()) !== undefined) await setTimeout(50);
    },
    seen: title => places.map(place => seenIn(place, title)),
    sent: async () => (await store.standing()).length,
    close: async () => {
      await traffic.stop();
      await pool.close();
      await nginx.close();
      await Promise.all(replicas.map(({ kill }) => kill()));
      await store.close();
      await server.close();
      await discord.close();
      await rm(cache, { recursive: true, force: true });
    },
  };
}
