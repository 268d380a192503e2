import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { BaseOptions } from '../http/app.ts';
import type { LiveLibrary } from './live.ts';

/** What a server tells of the posts, and what it lets a webhook do to them. */
export const baseOf = (
  { hook }: Config,
  { library, source, hurry }: LiveLibrary,
  log: Logger,
): BaseOptions => ({
  ready: () => library().loading === undefined,
  source,
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
