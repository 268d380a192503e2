import { readFileSync } from 'node:fs';
import { commands } from '../../commands/index.ts';
import type { Log, Respond } from '../bot/model.ts';
import { observed } from '../bot/observed.ts';
import type { Config } from '../config.ts';
import { waits } from '../discord/rest.ts';
import { type BaseOptions, makeAdmin } from '../http/app.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Served } from '../http/serve.ts';
import { lateMetrics } from './late-metrics.ts';
import { listen } from './listen.ts';
import type { LiveLibrary } from './live.ts';

/** The parts that a warning or an error can be of. */
type Kind =
  | 'answering'
  | 'posting'
  | 'gateway'
  | 'announcing'
  | 'counting'
  | 'content'
  | 'server'
  | 'registering'
  | 'unforeseen';

type Measured = Pick<LiveLibrary, 'library' | 'source' | 'ready'>;

/** What whoever looks after Quoth sees of it: its log and its metrics. */
export interface Watching {
  readonly metrics: Metrics;
  /** Puts the posts into the metrics. */
  readonly measure: (live: Measured) => void;
  /** The log of a part, whose warnings and errors are counted. */
  readonly logOf: (kind: Kind) => Log;
  /** Answers likewise, with a line in the log and a place in the metrics for each interaction. */
  readonly watched: (respond: Respond) => Respond;
  /** Serves health and metrics on a port of their own, where there is one. */
  readonly serve: (host: string, base: BaseOptions) => Promise<Served | undefined>;
}

/** Quoth's own version. */
function versionOf(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return String(version);
}

function measureLibrary(metrics: Metrics, { library, source }: Measured): void {
  metrics.ofPosts(() => {
    const { blog, index, loading } = library();
    return {
      posts: blog.posts.length,
      passages: index.passages.length,
      problems: blog.read.reduce((sum, { problems }) => sum + problems.length, 0),
      complete: loading === undefined,
    };
  });
  if (source() !== undefined) metrics.ofSource(source);
}

const rounded = (ms: number): number => Math.round(ms * 10) / 10;

export function watch({ logsQueries, adminPort }: Config, log: Log): Watching {
  const metrics = lateMetrics(versionOf());
  waits.subscribe(milliseconds => metrics.waited(Number(milliseconds)));
  const logOf = (kind: Kind): Log => ({
    info: (fields, line) => log.info(fields, line),
    warn: (fields, line) => {
      metrics.logged(kind, 'warn');
      log.warn(fields, line);
    },
    error: (fields, line) => {
      metrics.logged(kind, 'error');
      log.error(fields, line);
    },
  });
  return {
    metrics,
    measure: live => {
      measureLibrary(metrics, live);
      // Readers come first.
      live.ready.finally(metrics.load).catch(() => undefined);
    },
    logOf,
    watched: respond =>
      observed(respond, {
        commands,
        clock: () => performance.now(),
        given: logsQueries,
        tell: observation => {
          metrics.answered(observation);
          // Who asks too much fills no log: the first refusal has a line of its own.
          if (observation.outcome === 'refused') return;
          const { ms, ...fields } = observation;
          log.info({ ...fields, ms: rounded(ms) }, `${fields.command}: ${fields.outcome}`);
        },
      }),
    serve: async (host, base) => {
      if (adminPort === undefined) return undefined;
      const served = await listen(makeAdmin(base), { host, port: adminPort });
      log.info({ url: served.url }, `listening on ${served.url}/metrics`);
      return served;
    },
  };
}
