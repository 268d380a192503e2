import type { Server } from 'node:http';
import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { isRecord } from './schemas.ts';
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

/** Discord's side of the gateway, with the faults that it has on a bad day. */
export interface Gateway {
  /** What bots identified with: their intents, in order. */
  readonly identified: readonly number[];
  /** How often a session was taken up again, and how many missed dispatches it was sent then. */
  readonly resumed: readonly number[];
  readonly heartbeats: () => number;
  readonly connected: () => boolean;
  /** Sends an event to the session, or keeps it until the session is taken up again. Throws without a session. */
  readonly dispatch: (type: string, data: object) => void;
  /** Breaks the connection without a word. */
  readonly drops: () => void;
  /** Closes it with a code: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway. */
  readonly closes: (code: number) => void;
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
  /** Whether bots can connect at all. */
  readonly accepts: (accepts: boolean) => void;
  /** Breaks every connection there is. */
  readonly ends: () => void;
  /** How many connections were turned away. */
  readonly turnedAway: () => number;
}

interface Session {
  readonly id: string;
  /** All that was ever dispatched; the sequence number of the first is 1. */
  readonly log: { readonly t: string; readonly d: object }[];
}

/** The least and the most that intents can be. */
const knownIntents = (1 << 26) - 1;

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
  const sessions = new Map<string, Session>();
  const identified: number[] = [];
  const resumed: number[] = [];
  let current: Session | undefined;
  let socket: WebSocket | undefined;
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

  const dispatch = (type: string, data: object): void => {
    if (!current) throw new Error('The bot has not identified itself: there is no session to dispatch to.');
    current.log.push({ t: type, d: data });
    if (socket) replay(socket, current, current.log.length - 1);
  };

  const refusalOf = (given: unknown, intents: number): number | undefined => {
    if (given !== token) return GatewayCloseCodes.AuthenticationFailed;
    if (!Number.isInteger(intents) || intents > knownIntents) return GatewayCloseCodes.InvalidIntents;
    return (intents & refusedIntents) === 0 ? undefined : GatewayCloseCodes.DisallowedIntents;
  };

  const identify = (from: WebSocket, given: Record<string, unknown>): void => {
    const intents = Number(given.intents);
    const refused = refusalOf(given.token, intents);
    if (refused !== undefined) {
      from.close(refused);
      return;
    }
    identified.push(intents);
    current = { id: world.nextId(), log: [] };
    sessions.set(current.id, current);
    socket = from;
    dispatch('READY', {
      v: 10,
      user: world.bot,
      guilds: [...world.guilds.values()].flatMap(({ id, installed }) =>
        installed ? [{ id, unavailable: true }] : [],
      ),
      session_id: current.id,
      resume_gateway_url: url,
      shard: given.shard,
      application: { id: world.application.id, flags: 0 },
    });
  };

  const resume = (from: WebSocket, given: Record<string, unknown>): void => {
    const session = sessions.get(String(given.session_id));
    if (given.token !== token || !session) {
      send(from, GatewayOpcodes.InvalidSession, false);
      return;
    }
    current = session;
    socket = from;
    resumed.push(replay(from, session, Number(given.seq)));
    dispatch('RESUMED', {});
  };

  const receive = (from: WebSocket, text: string): void => {
    const { op, d } = JSON.parse(text);
    const given = isRecord(d) ? d : {};
    if (op === GatewayOpcodes.Identify) identify(from, given);
    else if (op === GatewayOpcodes.Resume) resume(from, given);
    else if (op === GatewayOpcodes.Heartbeat) {
      beats += 1;
      if (!silent) send(from, GatewayOpcodes.HeartbeatAck, null);
    } else from.close(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
    changed();
  };

  sockets.on('connection', (from: WebSocket) => {
    from.on('message', data => receive(from, String(data)));
    from.on('close', () => {
      if (socket === from) socket = undefined;
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

  return {
    identified,
    resumed,
    heartbeats: () => beats,
    turnedAway: () => turnedAway,
    connected: () => socket !== undefined,
    dispatch,
    drops: () => socket?.terminate(),
    ends: () => {
      for (const one of sockets.clients) one.terminate();
    },
    closes: code => socket?.close(code),
    asksToReconnect: () => socket && send(socket, GatewayOpcodes.Reconnect, null),
    invalidates: resumable => {
      if (!resumable && current) sessions.delete(current.id);
      if (socket) send(socket, GatewayOpcodes.InvalidSession, resumable);
    },
    goesSilent: () => {
      silent = true;
    },
    freezes: frozen => (frozen ? socket?.pause() : socket?.resume()),
    forgets: () => sessions.clear(),
    says: payload => socket?.send(JSON.stringify(payload)),
    accepts: accepts => {
      open = accepts;
    },
  };
}
