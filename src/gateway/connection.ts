import { setImmediate } from 'node:timers/promises';
import type { Client, WebSocketOptions } from 'discord.js';
import type { APIInteraction, GatewayReadyDispatchData } from 'discord-api-types/v10';
import type { Log } from '../bot/model.ts';
import type { Reach } from '../discord/reach.ts';
import { closeRest, restOptions } from '../discord/rest.ts';
import { explainClose, explainLogin, type Over } from './explain.ts';
import type { Line } from './line.ts';
import { hearLate } from './sockets.ts';

/** The bot as Discord knows it. */
export interface Account {
  /** What it speaks from: `quoth`. */
  readonly name: string;
  /** How many servers it is in. */
  readonly servers: number;
}

export interface ConnectionOptions {
  readonly token: string;
  readonly reach: Reach;
  /** Is given each interaction; those that arrive while a connection closes, or beside another, may come twice. */
  readonly take: (interaction: APIInteraction) => void;
  /** Is told that the bot is there, however long that takes; never where it is over before. */
  readonly there: (account: Account) => void;
  /** How long Discord may take to answer while the client logs in, in milliseconds. */
  readonly patience: number;
  readonly line: Line;
  readonly log: Log;
}

/** One client of discord.js, with as many shards as Discord would have, each of which it takes up again by itself. */
export interface Connection {
  /** Resolves where Discord does not let the client in, or lets it in no longer. */
  readonly over: Promise<Over>;
  /** Leaves Discord. What arrives until Discord knows it is given to `take` all the same. */
  readonly close: () => Promise<void>;
}

/** Opens a connection to the gateway. */
export async function connect(options: ConnectionOptions): Promise<Connection> {
  const { token, reach, patience, take, there, line, log } = options;
  const { client, events, leave } = await makeClient(reach, patience);

  let isOver = false;
  const servers = new Map<number, number>();

  client.ws.on(events.InteractionCreate, (packet: APIInteraction) => {
    const interaction = { ...packet };
    // discord.js goes on to build objects from the same packet, which nobody needs; it builds none of a type that it
    // does not know.
    Object.assign(packet, { type: 0, channel: undefined });
    take(interaction);
  });
  client.on('error', error => log.error({ err: error }, 'discord.js failed'));
  client.on('shardError', ({ message }, shard) => {
    if (!isOver) line.breaks(shard, ` (${message})`);
  });
  client.on('shardReconnecting', shard => {
    if (!isOver) line.breaks(shard);
  });
  client.ws.on(events.Ready, (ready: GatewayReadyDispatchData, shard: number) => {
    servers.set(shard, ready.guilds.length);
    // Each would become an object of 4 KB, which nobody needs.
    ready.guilds = [];
    if (!isOver) line.holds(shard, ready.shard?.[1] ?? 1);
  });
  client.ws.on(events.Resumed, (_resumed: unknown, shard: number) => {
    if (!isOver) line.holds(shard);
  });

  client.on('clientReady', ({ user }) => there({ name: user.tag, servers: sum(servers.values()) }));

  const disconnected = new Promise<Over>(resolve => {
    client.on('shardDisconnect', ({ code }) => {
      isOver = true;
      resolve(explainClose(code));
    });
  });
  const refused = client.login(token).then(
    () => disconnected,
    (error: unknown) => explainLogin(error, reach),
  );

  const close = async (): Promise<void> => {
    const hearNoMore = hearLate(message => interactionsIn(message, events.InteractionCreate).forEach(take));
    const destroyed = client.destroy();
    // What had arrived before is handed on first.
    await setImmediate();
    leave();
    await destroyed;
    hearNoMore();
    await closeRest(client.rest);
  };
  let closed: Promise<void> | undefined;
  return {
    over: Promise.race([disconnected, refused]),
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, one) => all + one, 0);

/** The interaction that a message of the gateway brings, if it brings one. */
function interactionsIn(message: string, event: string): readonly APIInteraction[] {
  const { t, d } = JSON.parse(message);
  return t === event ? [d] : [];
}

/** Puts an empty list into a READY without one, which discord.js would break on. */
function nameServers(ready: Partial<Pick<GatewayReadyDispatchData, 'guilds'>>): void {
  ready.guilds ??= [];
}

type Strategy = NonNullable<WebSocketOptions['buildStrategy']>;

/**
 * A client that asks for no intents: interactions come without any, and bring all that an answer needs.
 * discord.js is loaded here, after its sockets are in place; the other ways in do without it.
 *
 * By itself, a client whose first connection fails is given up and yet goes on connecting, and so does one that is
 * told to leave while it waits to connect again. This one is patient in the beginning, and connects no more after
 * `leave`.
 */
async function makeClient(reach: Reach, patience: number) {
  const { Client, GatewayDispatchEvents, SimpleShardingStrategy, WebSocketShardEvents } = await import(
    'discord.js'
  );
  const left = Promise.withResolvers<never>();
  let isLeft = false;
  const buildStrategy: Strategy = manager => {
    const { options } = manager;
    const { retrieveSessionInfo } = options;
    // Is asked for each time before a socket is opened.
    options.retrieveSessionInfo = id => (isLeft ? left.promise : retrieveSessionInfo(id));
    manager.on(WebSocketShardEvents.Ready, ({ data }) => nameServers(data));
    const strategy = new SimpleShardingStrategy(manager);
    const begin = strategy.connect.bind(strategy);
    strategy.connect = () => {
      // It rejects with the first error, of which the client tells as well, and then tries again.
      begin().catch(() => undefined);
      return Promise.resolve();
    };
    return strategy;
  };
  const client: Client = new Client({
    intents: [],
    shards: 'auto',
    // It is tried again in any case, and until it is said why nobody is there.
    rest: { ...restOptions(reach), timeout: patience, retries: 1 },
    ws: { buildStrategy },
  });
  const leave = (): void => {
    isLeft = true;
  };
  return { client, events: GatewayDispatchEvents, leave };
}
