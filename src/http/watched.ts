import type { Context, Hono } from 'hono';
import type { Host } from './host.ts';

/** What whoever looks after Quoth may ask. */
export interface Watched {
  /** Whether posts are loaded. */
  readonly ready: () => boolean;
  /** How it is with where posts are brought from; undefined where that is a folder. */
  readonly source?: () => Health['source'];
  /** Which connections to Discord's gateway are there; undefined, or absent, where there is no gateway. */
  readonly gateway?: () => Health['gateway'];
  /** What `GET /metrics` shows; absent where that is not asked for. */
  readonly metrics?: () => Promise<{ readonly text: string; readonly type: string }>;
}

/**
 * What `GET /healthz` says: a source that is away is no reason to start anew, since its last posts are served, and nor
 * is a lost connection, which is taken up again.
 */
export interface Health {
  readonly status: 'ok' | 'reading';
  /** Whether the source of the posts answers, and since when it does not, in milliseconds since 1970. */
  readonly source?: { readonly state: string; readonly since?: number } | undefined;
  /** How many shards there should be, and the numbers of those that are not connected now. */
  readonly gateway?: { readonly count: number; readonly lost: readonly number[] } | undefined;
}

function healthOf({ ready, source, gateway }: Watched): Health {
  const { state, since } = source?.() ?? {};
  const shards = gateway?.();
  return {
    status: ready() ? 'ok' : 'reading',
    // Neither address nor reason: whoever asks may be anybody.
    ...(state === undefined ? {} : { source: { state, ...(since === undefined ? {} : { since }) } }),
    ...(shards ? { gateway: shards } : {}),
  };
}

const loopback = /^(?:127\.|::1$|::ffff:127\.)/;

/** What proxies say of those whom they ask for. */
const passedOn = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via', 'cf-connecting-ip'];

/** Whether somebody on this machine asks, and not a proxy on this machine for somebody else. */
function isFromHere({ env, req }: Context<{ Bindings: Host }>): boolean {
  const { remoteAddress = '' } = env?.incoming?.socket ?? {};
  return loopback.test(remoteAddress) && passedOn.every(name => req.header(name) === undefined);
}

const askByGet = (context: Context) => context.text('Ask by GET.', 405, { allow: 'GET, HEAD' });

/**
 * Answers `GET /healthz`, 200 once posts are loaded, and `GET /metrics`, which tells how much is asked of Quoth and how
 * it fares: where everybody may come it is there for this machine alone.
 */
export function watch(app: Hono<{ Bindings: Host }>, watched: Watched, isPublic: boolean): void {
  const { metrics } = watched;
  app.get('/healthz', context => {
    const health = healthOf(watched);
    return context.json(health, health.status === 'ok' ? 200 : 503);
  });
  app.all('/healthz', askByGet);
  if (!metrics) return;
  app.use('/metrics', async (context, next) =>
    isPublic && !isFromHere(context) ? context.notFound() : await next(),
  );
  app.get('/metrics', async context => {
    const { text, type } = await metrics();
    return context.body(text, 200, { 'content-type': type });
  });
  app.all('/metrics', askByGet);
}
