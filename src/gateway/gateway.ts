import type { Client, GatewayDispatchEvents } from 'discord.js';
import type { APIInteraction } from 'discord-api-types/v10';
import type { Log, Respond } from '../bot/model.ts';
import type { Callbacks } from '../discord/callbacks.ts';
import type { Reach } from '../discord/reach.ts';
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
  const { client, events } = await makeClient(reach);
  const inHand = new Set<Promise<void>>();

  client.ws.on(events.InteractionCreate, (packet: APIInteraction) => {
    const interaction = { ...packet };
    // discord.js goes on to build objects from the same packet, which nobody needs; it builds none of a type that it
    // does not know.
    Object.assign(packet, { type: 0, channel: undefined });
    const work = Promise.try(respond, interaction)
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
  const line = watchLine(client, [events.Ready, events.Resumed], log);
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
      line.leave();
      await client.destroy();
      await Promise.all(inHand);
      await closeRest(client.rest);
    },
  };
}

/** Logs when the connection is lost and when it is there again: two lines for an outage, however long it lasts. */
function watchLine(
  client: Client,
  there: readonly GatewayDispatchEvents[],
  log: Log,
): { readonly leave: () => void } {
  let line: 'held' | 'lost' | 'left' = 'held';
  const lose = (why: string): void => {
    if (line === 'held') {
      line = 'lost';
      log.warn({}, `the connection to Discord was lost${why}; connecting again until it is there`);
    }
  };
  const regain = (): void => {
    if (line === 'lost') {
      line = 'held';
      log.info({}, 'connected to Discord again');
    }
  };
  client.on('shardError', error => lose(` (${error.message})`));
  client.on('shardReconnecting', () => lose(''));
  for (const event of there) client.ws.on(event, regain);
  return {
    leave: () => {
      line = 'left';
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
  return { client, events: GatewayDispatchEvents };
}
