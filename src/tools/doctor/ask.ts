import type { REST } from '@discordjs/rest';
import { z } from 'zod';
import { closeRest, restOf, restOptions } from '../../discord/rest.ts';
import type { Account } from './model.ts';

const applicationShape = z.object({
  id: z.string(),
  name: z.string(),
  verify_key: z.string(),
  interactions_endpoint_url: z.string().nullish(),
});

/** The application that a token belongs to. */
export type Application = z.infer<typeof applicationShape>;

const gatewayShape = z.object({
  shards: z.number(),
  session_start_limit: z.object({ total: z.number(), remaining: z.number(), reset_after: z.number() }),
});

const namedShape = z.object({ name: z.string(), type: z.number() });

const guildsShape = z.array(z.object({ name: z.string() }));

/** Discord, as a doctor asks it; each question is asked once, for all who want to know. */
export interface Asking {
  readonly host: string;
  /** Discord's clock as it was told last, in milliseconds since 1970, and this side's then. */
  readonly clocks: () => { readonly theirs: number; readonly ours: number } | undefined;
  /** What the way there costs, in milliseconds. Rejects where there is none. */
  readonly reach: () => Promise<number>;
  /** Undefined where no token is set. */
  readonly application: () => Promise<Application | undefined>;
  /** Names of the servers that the bot is in; at most 200. */
  readonly servers: () => Promise<readonly string[]>;
  /** Over how many connections Discord would have the bot split, and how many logins it grants. */
  readonly gateway: () => Promise<z.infer<typeof gatewayShape>>;
  readonly channel: (id: string) => Promise<z.infer<typeof namedShape>>;
  readonly rest: REST;
  readonly close: () => Promise<void>;
}

const once = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
};

/** Opens a way to Discord that tries nothing again: how it is now is what is asked. */
export function openAsking({ reach, bot }: Account, now: () => number, patience: number): Asking {
  const options = restOptions(reach);
  const rest = restOf({ ...options, retries: 0, timeout: patience });
  if (bot) rest.setToken(bot.token);
  let clocks: ReturnType<Asking['clocks']>;
  rest.on('response', (_request, { headers }) => {
    const theirs = Date.parse(headers.get('date') ?? '');
    if (Number.isFinite(theirs)) clocks = { theirs, ours: now() };
  });
  return {
    host: new URL(options.api ?? '').host,
    clocks: () => clocks,
    reach: once(async () => {
      const begun = performance.now();
      // Asked without the token: whether that is any good is another question.
      await rest.get('/gateway', { auth: false });
      return Math.round(performance.now() - begun);
    }),
    application: once(async () =>
      bot ? applicationShape.parse(await rest.get('/applications/@me')) : undefined,
    ),
    servers: once(async () => guildsShape.parse(await rest.get('/users/@me/guilds')).map(({ name }) => name)),
    gateway: async () => gatewayShape.parse(await rest.get('/gateway/bot')),
    channel: async id => namedShape.parse(await rest.get(`/channels/${id}`)),
    rest,
    close: () => closeRest(rest),
  };
}
