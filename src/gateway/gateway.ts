import type { APIInteraction } from 'discord-api-types/v10';
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
  const { client, event } = await makeClient(reach);
  const inHand = new Set<Promise<void>>();

  client.ws.on(event, (packet: APIInteraction) => {
    const interaction = { ...packet };
    // discord.js goes on to build objects from the same packet, which nobody needs; it builds none of a type that it
    // does not know.
    Object.assign(packet, { type: 0, channel: undefined });
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
    await closeRest(client.rest);
    throw new Error(explainLogin(error, reach), { cause: error });
  }

  return {
    account: client.user?.tag ?? '',
    servers: client.guilds.cache.size,
    ended,
    close: async () => {
      await client.destroy();
      await Promise.all(inHand);
      await closeRest(client.rest);
    },
  };
}

/**
 * A client that asks for no intents: interactions come without any, and bring all that an answer needs.
 * discord.js is loaded here, after the proxy is in place; the other ways in do without it.
 */
async function makeClient(reach: Reach) {
  const { Client, GatewayDispatchEvents } = await import('discord.js');
  const client = new Client({ intents: [], shards: 'auto', rest: restOptions(reach) });
  return { client, event: GatewayDispatchEvents.InteractionCreate };
}
