import type { APIInteraction } from 'discord-api-types/v10';
import { Hono } from 'hono';
import type { Log } from '../bot/model.ts';
import { makeAnswerOnce, type OnceOptions } from './answer-once.ts';
import { jsonOf, withHeaders } from './headers.ts';
import { type HookOptions, makeHook } from './hook.ts';
import type { Host } from './host.ts';
import { receive } from './receive.ts';
import { couldBeSignature, type Verify } from './verify.ts';
import { type Watched, watch } from './watched.ts';

/** What every server of Quoth's answers. */
export interface BaseOptions extends Watched {
  /** Who may tell that posts have changed; absent where nobody may. */
  readonly hook?: HookOptions;
  /** Whether `GET /healthz` and `GET /metrics` are answered on a port of their own, and here no more. */
  readonly isWatchedElsewhere?: boolean;
  readonly log: Log;
}

export interface AppOptions extends BaseOptions, OnceOptions {
  readonly verify: Verify;
}

export type App = Hono<{ Bindings: Host }>;

/** How far an interaction's timestamp may be off, in milliseconds. */
const tolerance = 5 * 60_000;

function makeEmpty(log: Log): App {
  const app = new Hono<{ Bindings: Host }>();
  app.use(withHeaders);
  app.notFound(context => context.text('There is nothing here.', 404));
  app.onError((error, context) => {
    log.error({ err: error }, 'a request was not answered');
    return context.text('Something went wrong.', 500);
  });
  return app;
}

/** What is answered on a port of its own to who looks after Quoth: `GET /healthz`, 200 once posts are loaded, and `GET /metrics`. */
export function makeAdmin(options: BaseOptions): App {
  const app = makeEmpty(options.log);
  watch(app, options, false);
  return app;
}

/**
 * What is answered whatever the way in: the same, unless that has a port of its own; `POST /hooks/content`, where there
 * is a secret for it, brings the posts anew.
 */
export function makeBase(options: BaseOptions): App {
  const { hook, isWatchedElsewhere = false, log } = options;
  const app = makeEmpty(log);
  if (!isWatchedElsewhere) watch(app, options, true);
  if (hook) {
    app.post('/hooks/content', makeHook(hook));
    app.all('/hooks/content', context => context.text('Webhooks post here.', 405, { allow: 'POST' }));
  }
  return app;
}

/** The HTTP endpoint, on Node and on Workers: beside all that, `POST /interactions` answers what Discord signed. */
export function makeApp(options: AppOptions): App {
  const { verify, now } = options;
  const app = makeBase(options);
  const answerOnce = makeAnswerOnce(options);

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
    if (interaction.type === 1) return jsonOf({ type: 1 });

    const answer = await answerOnce(interaction, work => context.env?.waitUntil?.(work));
    return answer ? jsonOf(answer.callback) : context.text('This interaction was answered before.', 409);
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
