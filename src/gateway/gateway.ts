import type { REST } from '@discordjs/rest';
import type { Client } from 'discord.js';
import type { APIInteraction, GatewayDispatchEvents } from 'discord-api-types/v10';
import type { Log, Respond } from '../bot/model.ts';
import type { Callbacks } from '../discord/callbacks.ts';
import type { Reach } from '../discord/proxy.ts';
import { closeRest, restOptions } from '../discord/rest.ts';
import { explainClose, explainLogin } from './explain.ts';
import { proxyGateway } from './proxy.ts';

export interface GatewayOptions {
  /** The bot's token, and nothing around it. */
  readonly token: string;
  readonly reach: Reach;
  readonly respond: Respond;
  /** Posts the answers; stays open when the gateway closes. */
  readonly callbacks: Callbacks;
  readonly log: Log;
}

/** The bot, connected to Discord. */
export interface Gateway {
  /** The account that it speaks from: `quoth`. */
  readonly account: string;
  /** How many servers it is in. */
  readonly servers: number;
  /** Resolves with the reason, in words, where Discord closes the gateway for good: only a person can mend that. */
  readonly ended: Promise<string>;
  /** Leaves Discord, and resolves when every interaction that had come in is answered. */
  readonly close: () => Promise<void>;
}

/**
 * Connects to Discord's gateway and answers what comes in; lost connections are taken up again by discord.js.
 *
 * @throws Error whose message says what to do, where Discord does not let the bot in or cannot be reached.
 */
export async function openGateway({
  token,
  reach,
  respond,
  callbacks,
  log,
}: GatewayOptions): Promise<Gateway> {
  if (reach.proxy) proxyGateway(reach.proxy);
  const { client, rest, event } = await makeClient(reach);
  const inHand = new Set<Promise<void>>();

  client.ws.on(event, (interaction: APIInteraction) => {
    const work = respond(interaction)
      .then(response => callbacks.answer(interaction, response))
      .catch((error: unknown) =>
        log.error({ err: error, interaction: interaction.id }, 'an interaction was not answered'),
      )
      .finally(() => inHand.delete(work));
    inHand.add(work);
  });

  const ended = new Promise<string>(resolve => {
    client.on('shardDisconnect', ({ code }) => resolve(explainClose(code)));
  });
  client.on('shardReconnecting', () => log.warn({}, 'the connection to Discord was lost; connecting again'));
  client.on('shardResume', (_shard, replayed) => log.info({ replayed }, 'connected to Discord again'));
  client.on('shardError', error => log.warn({}, `the gateway: ${error.message}`));
  client.on('error', error => log.error({ err: error }, 'discord.js failed'));

  try {
    await client.login(token);
  } catch (error) {
    await closeRest(rest);
    throw new Error(explainLogin(error, reach), { cause: error });
  }

  return {
    account: client.user?.tag ?? '',
    servers: client.guilds.cache.size,
    ended,
    close: async () => {
      await client.destroy();
      await Promise.all(inHand);
      await closeRest(rest);
    },
  };
}

/**
 * A client that asks for no intents and keeps nothing: interactions bring all that an answer needs.
 * discord.js is loaded here, after the proxy is in place; it is not needed by the other ways in.
 */
async function makeClient(
  reach: Reach,
): Promise<{ readonly client: Client; readonly rest: REST; readonly event: GatewayDispatchEvents }> {
  const { Client, GatewayDispatchEvents, Options } = await import('discord.js');
  const nothing = {
    DMMessageManager: 0,
    GuildMemberManager: 0,
    GuildMessageManager: 0,
    MessageManager: 0,
    ThreadManager: 0,
    ThreadMemberManager: 0,
    UserManager: 0,
  };
  const client = new Client({
    intents: [],
    shards: 'auto',
    makeCache: Options.cacheWithLimits(nothing),
    rest: restOptions(reach),
  });
  return { client, rest: client.rest, event: GatewayDispatchEvents.InteractionCreate };
}
