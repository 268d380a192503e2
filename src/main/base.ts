import type { Log } from '../bot/model.ts';
import type { Config } from '../config.ts';
import type { BaseOptions } from '../http/app.ts';
import type { Metrics } from '../http/metrics.ts';
import type { LiveLibrary } from './live.ts';

/** What a server tells of Quoth, and what it lets a webhook do to the posts. */
export const baseOf = (
  { hook, adminPort }: Config,
  { library, source, hurry }: LiveLibrary,
  log: Log,
  metrics?: Metrics,
): BaseOptions => ({
  ready: () => library().loading === undefined,
  source,
  ...(metrics ? { metrics: metrics.page } : {}),
  isWatchedElsewhere: adminPort !== undefined,
  ...(hook
    ? {
        hook: {
          secret: hook.secret,
          pushed: () => {
            log.info({}, 'a webhook says that the posts have changed');
            hurry();
          },
        },
      }
    : {}),
  log,
});
