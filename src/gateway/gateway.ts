import { setTimeout } from 'node:timers/promises';
import type { APIInteraction } from 'discord-api-types/v10';
import type { Log, Respond } from '../bot/model.ts';
import { makeOnce } from '../bot/once.ts';
import type { Callbacks } from '../discord/callbacks.ts';
import type { Reach } from '../discord/reach.ts';
import { type Account, type Connection, connect } from './connection.ts';
import type { Over } from './explain.ts';
import { makeLine, type Shards } from './line.ts';
import { useSockets } from './sockets.ts';

export interface GatewayOptions {
  /** The bot's token, and nothing around it. */
  readonly token: string;
  readonly reach: Reach;
  readonly respond: Respond;
  /** Posts the answers; stays open when the gateway closes. */
  readonly callbacks: Callbacks;
  readonly log: Log;
  /** How long Discord may take to answer a request while the bot logs in, in milliseconds: 10 s unless told. */
  readonly patience?: number;
  /** Resolves after so many milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** The bot's connection to Discord, whether it is there at the moment or not. */
export interface Gateway {
  /** Resolves once the bot is connected for the first time; never where it is not let in. */
  readonly ready: Promise<Account>;
  /** Resolves with the reason, in words, where Discord does not let the bot in: only a person can mend that. */
  readonly ended: Promise<string>;
  /** Which of its connections are there now. */
  readonly shards: () => Shards;
  /** Leaves Discord, and resolves when every interaction that had come in until it was left is answered. */
  readonly close: () => Promise<void>;
}

/** How long is waited before it is tried again to log in, in milliseconds: at first, and at most. */
const firstPause = 1_000;
const longestPause = 60_000;

/**
 * Connects to Discord's gateway and answers what comes in, until it is closed. A lost connection is taken up again by
 * discord.js; where it cannot log in, or is told to log in otherwise, that is tried until it is possible.
 */
export function openGateway(options: GatewayOptions): Gateway {
  const { token, reach, respond, callbacks, log, patience = 10_000, wait = setTimeout } = options;
  useSockets(reach.proxy);
  const line = makeLine(log);
  const ready = Promise.withResolvers<Account>();
  const ended = Promise.withResolvers<string>();
  const left = Promise.withResolvers<undefined>();
  const inHand = new Map<string, Promise<void>>();
  const isNew = makeOnce(Date.now);
  /** More than one while Discord would have the bot split otherwise, until the next is there. */
  const open = new Set<Connection>();
  let isLeft = false;

  const take = (interaction: APIInteraction): void => {
    if (!isNew(interaction.id)) return;
    const work = Promise.try(respond, interaction)
      .then(response => callbacks.answer(interaction, response))
      .catch((error: unknown) =>
        log.error({ err: error, interaction: interaction.id }, 'an interaction was not answered'),
      )
      .finally(() => inHand.delete(interaction.id));
    inHand.set(interaction.id, work);
  };

  const shut = async (connections: Iterable<Connection>): Promise<void> => {
    const close = (connection: Connection) => connection.close().then(() => open.delete(connection));
    await Promise.all([...connections].map(close));
  };

  /** One client's life; resolves with why it is over. Undefined where this side leaves. */
  const live = async (there: (account: Account) => void): Promise<Over | undefined> => {
    const former = [...open];
    const replaces = (account: Account): void => {
      there(account);
      shut(former).catch((error: unknown) => log.error({ err: error }, 'a former connection was not closed'));
    };
    const current = await connect({ token, reach, patience, take, there: replaces, line, log });
    open.add(current);
    const over = isLeft ? undefined : await Promise.race([current.over, left.promise]);
    if (over && !over.isCrowded) await shut(over.forGood ? open : [current]);
    return over;
  };

  const keepConnected = async (): Promise<void> => {
    for (let pause = firstPause; !isLeft; pause = Math.min(pause * 2, longestPause)) {
      const over = await live(account => {
        pause = firstPause;
        ready.resolve(account);
      });
      if (over?.forGood) return ended.resolve(over.why);
      if (!over) return;
      line.fails(over.why);
      await Promise.race([wait(pause), left.promise]);
    }
  };
  const connected = keepConnected();

  return {
    ready: ready.promise,
    ended: ended.promise,
    shards: line.shards,
    close: async () => {
      isLeft = true;
      left.resolve(undefined);
      line.leave();
      await connected;
      await shut(open);
      while (inHand.size > 0) await Promise.all(inHand.values());
    },
  };
}
