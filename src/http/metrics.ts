import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { inTime } from './in-time.ts';

/** An interaction, in names that are few: a label is never what readers typed. */
export interface Answered {
  readonly kind: string;
  readonly command: string;
  readonly outcome: string;
  /** Milliseconds. */
  readonly ms: number;
}

/** The posts that are answered from. */
export interface Served {
  readonly posts: number;
  readonly passages: number;
  readonly problems: number;
  /** Whether all are read. */
  readonly complete: boolean;
}

/** What the database holds. */
export interface Census {
  readonly deliveries: Readonly<Record<string, number>>;
  readonly subscriptions: Readonly<Record<'active' | 'paused', number>>;
}

/** The connections to Discord's gateway: how many there should be, and the numbers of those that are not there. */
export interface Shards {
  readonly count: number;
  readonly lost: readonly number[];
}

/** What is measured, for Prometheus. Each `of…` adds what only some ways in have. */
export interface Metrics {
  readonly answered: (interaction: Answered) => void;
  /** Counts a line of the log that tells of something wrong; `kind` is the part that it went wrong in. */
  readonly logged: (kind: string, level: 'warn' | 'error') => void;
  /** Counts a wait, in milliseconds, that Discord's limits impose. */
  readonly waited: (ms: number) => void;
  readonly ofPosts: (served: () => Served) => void;
  /** `undefined` where posts are brought from nowhere else. */
  readonly ofSource: (source: () => { readonly state: string; readonly since?: number } | undefined) => void;
  readonly ofGateway: (shards: () => Shards) => void;
  /** Is asked at most each ten seconds, however often the page is; one that takes long, or rejects, is left out. */
  readonly ofStore: (census: () => Promise<Census>) => void;
  /** All of it as text, and the content type of that text. */
  readonly page: () => Promise<{ readonly text: string; readonly type: string }>;
}

/** Bounds of the latency's buckets, in seconds: Discord waits for three. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 3];

/** How long the database may take, and how long what it said is good for, in milliseconds. */
const patience = 2_000;
const freshness = 10_000;

/** How exactly the event loop is looked at, in milliseconds: what is measured is never less. */
const resolution = 10;

/** Quantiles, and what Node calls them. */
const shares = { '0.5': 50, '0.99': 99, '0.999': 99.9 } as const;

function measureLoop(registry: Registry): void {
  const loop = monitorEventLoopDelay({ resolution });
  loop.enable();
  new Gauge({
    name: 'quoth_event_loop_delay_seconds',
    help: 'How much later than it should the event loop came round, since this was last asked',
    labelNames: ['quantile'],
    registers: [registry],
    collect() {
      for (const [quantile, share] of Object.entries(shares)) {
        const late = loop.count === 0 ? 0 : loop.percentile(share) / 1e6 - resolution;
        this.set({ quantile }, Math.max(0, late) / 1_000);
      }
      loop.reset();
    },
  });
}

function countAll(registry: Registry): Pick<Metrics, 'answered' | 'logged' | 'waited'> {
  const registers = [registry];
  const latency = new Histogram({
    name: 'quoth_interaction_seconds',
    help: 'How long the first answer to an interaction took to be made',
    labelNames: ['kind', 'command'],
    buckets,
    registers,
  });
  const interactions = new Counter({
    name: 'quoth_interactions_total',
    help: 'Interactions by how they went: answered, deferred, notice, failed, refused',
    labelNames: ['kind', 'command', 'outcome'],
    registers,
  });
  const errors = new Counter({
    name: 'quoth_errors_total',
    help: 'Warnings and errors in the log, by the part that they are of',
    labelNames: ['kind', 'level'],
    registers,
  });
  const waits = new Counter({
    name: 'quoth_rate_limit_waits_total',
    help: "How often a request ran into Discord's rate limits",
    registers,
  });
  const waited = new Counter({
    name: 'quoth_rate_limit_wait_seconds_total',
    help: "How long requests waited for Discord's rate limits",
    registers,
  });
  return {
    answered: ({ kind, command, outcome, ms }) => {
      latency.observe({ kind, command }, ms / 1_000);
      interactions.inc({ kind, command, outcome });
    },
    logged: (kind, level) => errors.inc({ kind, level }),
    waited: ms => {
      waits.inc();
      waited.inc(Math.max(0, ms) / 1_000);
    },
  };
}

function countPosts(registry: Registry, served: () => Served): void {
  const gauge = (name: string, help: string, value: (of: Served) => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value(served()));
      },
    });
  gauge('quoth_posts', 'Posts that are served', ({ posts }) => posts);
  gauge('quoth_passages', 'Passages that can be found', ({ passages }) => passages);
  gauge('quoth_post_problems', 'What is wrong with posts', ({ problems }) => problems);
  gauge('quoth_posts_complete', '1 once all posts are read', ({ complete }) => Number(complete));
}

function countShards(registry: Registry, shards: () => Shards): void {
  const registers = [registry];
  new Gauge({
    name: 'quoth_gateway_connected',
    help: '1 while Discord’s gateway is connected, with every shard',
    registers,
    collect() {
      const { count, lost } = shards();
      this.set(Number(count > 0 && lost.length === 0));
    },
  });
  new Gauge({
    name: 'quoth_gateway_shards',
    help: 'Connections to Discord’s gateway',
    labelNames: ['state'],
    registers,
    collect() {
      const { count, lost } = shards();
      this.set({ state: 'connected' }, count - lost.length);
      this.set({ state: 'lost' }, lost.length);
    },
  });
}

/** Gives what `census` gave last, for a while, and undefined where it gave nothing. */
function recent(census: () => Promise<Census>): () => Promise<Census | undefined> {
  let asked = Number.NEGATIVE_INFINITY;
  let last: Promise<Census | undefined> = Promise.resolve(undefined);
  return () => {
    if (performance.now() - asked > freshness) {
      asked = performance.now();
      last = inTime(census(), patience);
    }
    return last;
  };
}

function countStore(registry: Registry, census: () => Promise<Census>): void {
  const ask = recent(census);
  const registers = [registry];
  new Gauge({
    name: 'quoth_deliveries',
    help: 'Announcements by what became of them',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset();
      for (const [state, count] of Object.entries((await ask())?.deliveries ?? {}))
        this.set({ state }, count);
    },
  });
  new Gauge({
    name: 'quoth_subscriptions',
    help: 'Channels that are told of new posts',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset();
      for (const [state, count] of Object.entries((await ask())?.subscriptions ?? {}))
        this.set({ state }, count);
    },
  });
  new Gauge({
    name: 'quoth_database_up',
    help: '1 where the database answers in time',
    registers,
    async collect() {
      this.set(Number((await ask()) !== undefined));
    },
  });
}

/** @param build what runs: Quoth's version and Node's. */
export function makeMetrics(build: { readonly version: string; readonly node: string }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({ name: 'quoth_build_info', help: 'What runs', labelNames: ['version', 'node'], registers }).set(
    build,
    1,
  );
  measureLoop(registry);
  return {
    ...countAll(registry),
    ofPosts: served => countPosts(registry, served),
    ofSource: source => {
      new Gauge({
        name: 'quoth_source_up',
        help: '1 where the posts are brought from answers',
        registers,
        collect() {
          const { state } = source() ?? {};
          if (state !== undefined) this.set(Number(state !== 'away'));
        },
      });
    },
    ofGateway: shards => countShards(registry, shards),
    ofStore: census => countStore(registry, census),
    page: async () => ({ text: await registry.metrics(), type: registry.contentType }),
  };
}
