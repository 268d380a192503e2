import type { APIInteraction } from 'discord-api-types/v10';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Response as Answer, Log, Respond } from '../bot/model.ts';
import { couldBeSignature, type Verify } from './verify.ts';

export interface AppOptions {
  readonly verify: Verify;
  readonly respond: Respond;
  /** Does what follows an answer; resolves when it is done, and never rejects. */
  readonly follow: (interaction: APIInteraction, answer: Answer) => Promise<void>;
  /** Whether posts are loaded. */
  readonly ready: () => boolean;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What a host gives each request: Workers end its work with the response unless they are told to wait. */
export interface Bindings {
  readonly waitUntil?: (work: Promise<void>) => void;
}

/** The most that an interaction may be long, in bytes, and how far its timestamp may be off, in milliseconds. */
const longest = 1024 * 1024;
const tolerance = 5 * 60_000;

/**
 * The HTTP endpoint, on Node and on Workers: `POST /interactions` answers what Discord signed, `GET /healthz` is 200
 * once posts are loaded.
 */
export function makeApp({
  verify,
  respond,
  follow,
  ready,
  log,
  now,
}: AppOptions): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();

  app.get('/healthz', context => {
    const isReady = ready();
    return context.text(isReady ? 'ok' : 'posts are still being read', isReady ? 200 : 503);
  });

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
  app.all('/healthz', context => context.text('Ask by GET.', 405, { allow: 'GET, HEAD' }));
  app.notFound(context => context.text('There is nothing here.', 404));
  app.onError((error, context) => {
    log.error({ err: error }, 'an interaction was not answered');
    return context.text('Something went wrong.', 500);
  });
  return app;
}

/** Whether a timestamp, in seconds since 1970, is near enough to now, in milliseconds. Plain digits, as Discord writes it. */
function isRecent(timestamp: string, now: number): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(now - Number(timestamp) * 1_000) <= tolerance;
}

const limit = bodyLimit({
  maxSize: longest,
  onError: context => context.text('The body is longer than 1 MiB.', 413),
});

/** The body of a request, or the refusal where it is too long or did not arrive whole. */
async function receive(context: Context): Promise<Uint8Array | Response> {
  try {
    const refusal = await limit(context, () => Promise.resolve());
    return refusal ?? new Uint8Array(await context.req.arrayBuffer());
  } catch {
    // Who sent it broke off: no fault of this side's, so nobody's log is to fill with it.
    return context.text('The body did not arrive whole.', 400);
  }
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
