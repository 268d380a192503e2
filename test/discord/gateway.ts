import type { Server } from 'node:http';
import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { isRecord } from './schemas.ts';
import { concerns, makeSessions, type Session, type Shard, shardOf } from './sessions.ts';
import type { World } from './world.ts';

export interface GatewayOptions {
  readonly server: Server;
  readonly world: World;
  readonly token: string;
  /** Where a session is taken up again. */
  readonly url: string;
  /** Milliseconds between two heartbeats. */
  readonly heartbeat: number;
  /** Privileged intents that the application was not given. */
  readonly refusedIntents: number;
  /** Called after everything that happens. */
  readonly changed: () => void;
}

/** Discord's side of the gateway, with the faults that it has on a bad day: on one shard, or on all where none is named. */
export interface Gateway {
  /** What bots identified with: their intents, in order. */
  readonly identified: readonly number[];
  /** The shards that they identified as, in the same order. */
  readonly shards: readonly Shard[];
  /** How often a session was taken up again, and how many missed dispatches it was sent then. */
  readonly resumed: readonly number[];
  readonly heartbeats: () => number;
  readonly connected: (shard?: number) => boolean;
  /**
   * Sends an event to each session that it concerns, or keeps it until the session is taken up again. Throws where no
   * bot has ever identified itself.
   */
  readonly dispatch: (type: string, data: object) => void;
  /** Breaks the connection without a word. */
  readonly drops: (shard?: number) => void;
  /** Closes it with a code: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway. */
  readonly closes: (code: number, shard?: number) => void;
  /** Tells the bot to connect again. */
  readonly asksToReconnect: () => void;
  /** Ends the session; a resumable one may be taken up again. */
  readonly invalidates: (resumable: boolean) => void;
  /** From now on no heartbeat is acknowledged. */
  readonly goesSilent: () => void;
  /** Whether what the bot says on its connection is left unread, closing included: a line that is half open. */
  readonly freezes: (frozen: boolean) => void;
  /** Ends all sessions without telling: none can be taken up again. */
  readonly forgets: () => void;
  /** Says anything at all to the bot. */
  readonly says: (payload: object) => void;
  /** From now on READY comes without that field. */
  readonly leavesOut: (field: string) => void;
  /** Whether bots can connect at all. */
  readonly accepts: (accepts: boolean) => void;
  /** Breaks every connection there is. */
  readonly ends: () => void;
  /** How many connections were turned away. */
  readonly turnedAway: () => number;
}

/** The least and the most that intents can be. */
const knownIntents = (1 << 26) - 1;

/** As many servers may one connection be told of. */
const serversOfShard = 2_500;

function shardIn(given: unknown): Shard {
  return Array.isArray(given) ? [Number(given[0]), Number(given[1])] : [0, 1];
}

export function makeGateway({
  server,
  world,
  token,
  url,
  heartbeat,
  refusedIntents,
  changed,
}: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = makeSessions();
  const identified: number[] = [];
  const shards: Shard[] = [];
  const resumed: number[] = [];
  /** Those that Discord closes itself: their sessions may be taken up again. */
  const closing = new WeakSet<WebSocket>();
  const leftOut = new Set<string>();
  let silent = false;
  let open = true;
  let beats = 0;
  let turnedAway = 0;

  const send = (to: WebSocket, op: number, d: unknown, more: object = {}): void => {
    to.send(JSON.stringify({ op, d, ...more }));
  };

  const replay = (to: WebSocket, session: Session, after: number): number => {
    const missed = session.log.slice(after);
    for (const [index, { t, d }] of missed.entries()) {
      send(to, GatewayOpcodes.Dispatch, d, { t, s: after + index + 1 });
    }
    return missed.length;
  };

  const tell = (session: Session, type: string, data: object): void => {
    session.log.push({ t: type, d: data });
    if (session.socket) replay(session.socket, session, session.log.length - 1);
  };

  const dispatch = (type: string, data: object): void => {
    if (identified.length === 0)
      throw new Error('The bot has not identified itself: there is no session to dispatch to.');
    for (const session of sessions.all()) if (concerns(session, data)) tell(session, type, data);
  };

  const serversIn = ([id, count]: Shard) =>
    [...world.guilds.values()].filter(guild => guild.installed && shardOf(guild.id, count) === id);

  const refusalOf = (given: unknown, intents: number, shard: Shard): number | undefined => {
    if (given !== token) return GatewayCloseCodes.AuthenticationFailed;
    if (!(shard[0] < shard[1])) return GatewayCloseCodes.InvalidShard;
    if (serversIn(shard).length > serversOfShard) return GatewayCloseCodes.ShardingRequired;
    if (!Number.isInteger(intents) || intents > knownIntents) return GatewayCloseCodes.InvalidIntents;
    return (intents & refusedIntents) === 0 ? undefined : GatewayCloseCodes.DisallowedIntents;
  };

  const hangUp = (on: WebSocket, code: number): void => {
    closing.add(on);
    on.close(code);
  };

  const identify = (from: WebSocket, given: Record<string, unknown>): void => {
    const intents = Number(given.intents);
    const shard = shardIn(given.shard);
    const refused = refusalOf(given.token, intents, shard);
    if (refused !== undefined) {
      hangUp(from, refused);
      return;
    }
    identified.push(intents);
    shards.push(shard);
    const session = sessions.begin(world.nextId(), shard, from);
    const ready = {
      v: 10,
      user: world.bot,
      guilds: serversIn(shard).map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url,
      shard,
      application: { id: world.application.id, flags: 0 },
    };
    tell(session, 'READY', Object.fromEntries(Object.entries(ready).filter(([name]) => !leftOut.has(name))));
  };

  const resume = (from: WebSocket, given: Record<string, unknown>): void => {
    const session = sessions.find(String(given.session_id));
    if (given.token !== token || !session) {
      send(from, GatewayOpcodes.InvalidSession, false);
      return;
    }
    session.socket = from;
    resumed.push(replay(from, session, Number(given.seq)));
    tell(session, 'RESUMED', {});
  };

  const receive = (from: WebSocket, text: string): void => {
    const { op, d } = JSON.parse(text);
    const given = isRecord(d) ? d : {};
    if (op === GatewayOpcodes.Identify) identify(from, given);
    else if (op === GatewayOpcodes.Resume) resume(from, given);
    else if (op === GatewayOpcodes.Heartbeat) {
      beats += 1;
      if (!silent) send(from, GatewayOpcodes.HeartbeatAck, null);
    } else hangUp(from, GatewayCloseCodes.UnknownOpcode);
    changed();
  };

  sockets.on('connection', (from: WebSocket) => {
    from.on('message', data => receive(from, String(data)));
    from.on('close', code => {
      sessions.lose(from, !closing.has(from) && (code === 1000 || code === 1001));
      changed();
    });
    send(from, GatewayOpcodes.Hello, { heartbeat_interval: heartbeat });
  });

  server.on('upgrade', (request, stream, head) => {
    if (open) {
      sockets.handleUpgrade(request, stream, head, from => sockets.emit('connection', from, request));
      return;
    }
    stream.destroy();
    turnedAway += 1;
    changed();
  });

  const each = (act: (socket: WebSocket, session: Session) => void, shard?: number): void => {
    for (const session of sessions.connected(shard)) act(session.socket, session);
  };

  return {
    identified,
    shards,
    resumed,
    heartbeats: () => beats,
    turnedAway: () => turnedAway,
    connected: shard => sessions.connected(shard).length > 0,
    dispatch,
    drops: shard => each(socket => socket.terminate(), shard),
    ends: () => {
      for (const one of sockets.clients) one.terminate();
    },
    closes: (code, shard) => each(socket => hangUp(socket, code), shard),
    asksToReconnect: () => each(socket => send(socket, GatewayOpcodes.Reconnect, null)),
    invalidates: resumable =>
      each((socket, session) => {
        if (!resumable) sessions.end(session);
        send(socket, GatewayOpcodes.InvalidSession, resumable);
      }),
    goesSilent: () => {
      silent = true;
    },
    leavesOut: field => {
      leftOut.add(field);
    },
    freezes: frozen => each(socket => (frozen ? socket.pause() : socket.resume())),
    forgets: () => {
      for (const session of sessions.all()) sessions.end(session);
    },
    says: payload => each(socket => socket.send(JSON.stringify(payload))),
    accepts: accepts => {
      open = accepts;
    },
  };
}
