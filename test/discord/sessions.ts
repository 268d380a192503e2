import type { WebSocket } from 'ws';

/** One of a bot's connections, and how many it says that there are. */
export type Shard = readonly [id: number, count: number];

/** Something that happened, as the gateway tells of it. */
interface Dispatch {
  readonly t: string;
  readonly d: object;
}

export interface Session {
  readonly id: string;
  readonly shard: Shard;
  /** All that was ever dispatched; the sequence number of the first is 1. */
  readonly log: Dispatch[];
  /** Absent while the connection is lost. */
  socket?: WebSocket | undefined;
}

/** Which of so many shards is told what happens in a server: https://docs.discord.com/developers/events/gateway#sharding. */
export const shardOf = (guildId: string, count: number): number =>
  Number((BigInt(guildId) >> 22n) % BigInt(count));

/** Whether a session is told of that; what happens in no server is told to the first shard. */
export function concerns({ shard: [id, count] }: Session, data: object): boolean {
  const guildId = 'guild_id' in data && typeof data.guild_id === 'string' ? data.guild_id : undefined;
  return id === (guildId === undefined ? 0 : shardOf(guildId, count));
}

/** The sessions of bots, whether they are connected or may be taken up again. */
export interface Sessions {
  readonly begin: (id: string, shard: Shard, socket: WebSocket) => Session;
  readonly find: (id: string) => Session | undefined;
  readonly all: () => Iterable<Session>;
  /** Those that are connected: of that shard, or of all. */
  readonly connected: (shard?: number) => readonly (Session & { readonly socket: WebSocket })[];
  readonly end: (session: Session) => void;
  /** A connection is gone; `forGood` where the bot hung up, which ends its session. */
  readonly lose: (socket: WebSocket, forGood: boolean) => void;
}

const isConnected = (session: Session): session is Session & { readonly socket: WebSocket } =>
  session.socket !== undefined;

export function makeSessions(): Sessions {
  const known = new Map<string, Session>();
  return {
    begin: (id, shard, socket) => {
      // Who logs in anew takes up no session of the same shard again.
      for (const one of known.values())
        if (!isConnected(one) && String(one.shard) === String(shard)) known.delete(one.id);
      const session: Session = { id, shard, log: [], socket };
      known.set(id, session);
      return session;
    },
    find: id => known.get(id),
    all: () => known.values(),
    connected: shard =>
      [...known.values()].filter(isConnected).filter(one => shard === undefined || one.shard[0] === shard),
    end: session => {
      known.delete(session.id);
    },
    lose: (socket, forGood) => {
      for (const session of known.values()) {
        if (session.socket !== socket) continue;
        session.socket = undefined;
        if (forGood) known.delete(session.id);
      }
    },
  };
}
