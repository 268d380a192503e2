import type { APIInteraction } from 'discord-api-types/v10';
import { type Context, Hono } from 'hono';
import type { Response as Answer, Log, Respond } from '../bot/model.ts';
import { type HookOptions, makeHook } from './hook.ts';
import { receive } from './receive.ts';
import { couldBeSignature, type Verify } from './verify.ts';

/** What every server of Quoth's answers. */
export interface BaseOptions {
  /** Whether posts are loaded. */
  readonly ready: () => boolean;
  /** How it is with where posts are brought from; undefined where that is a folder. */
  readonly source?: () => Health['source'];
  /** Which connections to Discord's gateway are there; undefined, or absent, where there is no gateway. */
  readonly gateway?: () => Health['gateway'];
  /** Who may tell that posts have changed; absent where nobody may. */
  readonly hook?: HookOptions;
  /** What `GET /metrics` shows; absent where that is not asked for. */
  readonly metrics?: () => Promise<{ readonly text: string; readonly type: string }>;
  /** Whether `GET /healthz` and `GET /metrics` are answered on a port of their own, and here no more. */
  readonly isWatchedElsewhere?: boolean;
  readonly log: Log;
}

export interface AppOptions extends BaseOptions {
  readonly verify: Verify;
  readonly respond: Respond;
  /** Does what follows an answer; resolves when it is done, and never rejects. */
  readonly follow: (interaction: APIInteraction, answer: Answer) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
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

/** What a host gives each request: Workers end its work with the response unless they are told to wait. */
export interface Bindings {
  readonly waitUntil?: (work: Promise<void>) => void;
}

/** How far an interaction's timestamp may be off, in milliseconds. */
const tolerance = 5 * 60_000;

function healthOf({ ready, source, gateway }: BaseOptions): Health {
  const { state, since } = source?.() ?? {};
  const shards = gateway?.();
  return {
    status: ready() ? 'ok' : 'reading',
    // Neither address nor reason: whoever asks may be anybody.
    ...(state === undefined ? {} : { source: { state, ...(since === undefined ? {} : { since }) } }),
    ...(shards ? { gateway: shards } : {}),
  };
}

const askByGet = (context: Context) => context.text('Ask by GET.', 405, { allow: 'GET, HEAD' });

function watchable(app: Hono<{ Bindings: Bindings }>, options: BaseOptions): void {
  const { metrics } = options;
  app.get('/healthz', context => {
    const health = healthOf(options);
    return context.json(health, health.status === 'ok' ? 200 : 503);
  });
  app.all('/healthz', askByGet);
  if (!metrics) return;
  app.get('/metrics', async context => {
    const { text, type } = await metrics();
    return context.body(text, 200, { 'content-type': type });
  });
  app.all('/metrics', askByGet);
}

function makeEmpty(log: Log): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  app.notFound(context => context.text('There is nothing here.', 404));
  app.onError((error, context) => {
    log.error({ err: error }, 'a request was not answered');
    return context.text('Something went wrong.', 500);
  });
  return app;
}

/** What is answered on a port of its own to who looks after Quoth: `GET /healthz`, 200 once posts are loaded, and `GET /metrics`. */
export function makeAdmin(options: BaseOptions): Hono<{ Bindings: Bindings }> {
  const app = makeEmpty(options.log);
  watchable(app, options);
  return app;
}

/**
 * What is answered whatever the way in: the same, unless that has a port of its own; `POST /hooks/content`, where there
 * is a secret for it, brings the posts anew.
 */
export function makeBase(options: BaseOptions): Hono<{ Bindings: Bindings }> {
  const { hook, isWatchedElsewhere = false, log } = options;
  const app = makeEmpty(log);
  if (!isWatchedElsewhere) watchable(app, options);
  if (hook) {
    app.post('/hooks/content', makeHook(hook));
    app.all('/hooks/content', context => context.text('Webhooks post here.', 405, { allow: 'POST' }));
  }
  return app;
}

/** The HTTP endpoint, on Node and on Workers: beside all that, `POST /interactions` answers what Discord signed. */
export function makeApp(options: AppOptions): Hono<{ Bindings: Bindings }> {
  const { verify, respond, follow, now } = options;
  const app = makeBase(options);

  app.post('/interactions', async context => {
    const signature = context.req.header('x-signature-ed25519') ?? '';
    const timestamp = context.req.header('x-signature-timestamp') ?? '';
    // Before the body is read: what cannot be Discord's is not to fill memory.
    if (!isRecent(timestamp, now())) return context.text('The timestamp is missing or old.', 401);
    if (!couldBeSignature(signature)) return context.text('The signature is missing or is none.', 401);

    const body = await receive(context);
    if (!(body instanceof Uint8Array)) return body;
    if (!(await verify({ signature, timestamp, body })))
      return context.text('The signature does not fit.', 401);

    const interaction = read(body);
    if (!interaction) return context.text('The body is no interaction.', 400);
    if (interaction.type === 1) return context.json({ type: 1 });

    const answer = await respond(interaction);
    if (answer.later) {
      const work = follow(interaction, answer);
      context.env?.waitUntil?.(work);
    }
    return context.json(answer.callback);
  });

  app.all('/interactions', context => context.text('Discord posts here.', 405, { allow: 'POST' }));
  return app;
}

/** Whether a timestamp, in seconds since 1970, is near enough to now, in milliseconds. Plain digits, as Discord writes it. */
function isRecent(timestamp: string, now: number): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(now - Number(timestamp) * 1_000) <= tolerance;
}

/** A body that Discord signed, if it is an interaction. */
function read(body: Uint8Array): APIInteraction | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return isInteraction(value) ? value : undefined;
  } catch {
    // Neither UTF-8 nor JSON: refused like any other nonsense.
    return undefined;
  }
}

function isInteraction(value: unknown): value is APIInteraction {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'number';
}
