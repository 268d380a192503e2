import { createRequire } from 'node:module';
import { HttpsProxyAgent } from 'https-proxy-agent';
import type { ClientOptions, WebSocket } from 'ws';
import { type HttpProxy, proxyFor } from '../network/proxy.ts';

interface Sockets {
  WebSocket: new (address: string | URL, protocols?: string | string[], options?: ClientOptions) => WebSocket;
}

/** How the gateway's sockets of this process behave; discord.js leaves no place to keep it by the client. */
interface Ways {
  /** What they go through, but for the hosts that are reached without it. */
  proxy: HttpProxy | undefined;
  /** Are given what still arrives on a socket that is being closed. */
  readonly late: Set<(message: string) => void>;
}

const ways: Ways = { proxy: undefined, late: new Set() };
let isInstalled = false;

/** How long Discord may take to say goodbye, in milliseconds, before a socket is closed all the same. */
const closeTimeout = 2_000;

/** The copy of ws that discord.js opens the gateway with. */
function wsOfDiscord(): Sockets {
  const inside = (path: string, name: string) => createRequire(path).resolve(name);
  const ws = inside(inside(inside(import.meta.url, 'discord.js'), '@discordjs/ws'), 'ws');
  return createRequire(ws)(ws);
}

/**
 * Has the gateway's sockets go through a proxy where there is one. To be called before discord.js is loaded for the
 * first time; it holds for the whole process, until it is called again.
 *
 * @discordjs/ws opens `new ws.WebSocket(url, [], { handshakeTimeout })` and leaves no way to hand it an agent
 * (https://github.com/discordjs/discord.js/issues/10716), nor one to hear what arrives while it closes. It takes the
 * class from ws when it is loaded, so that is where a class is put that does both.
 */
export function useSockets(proxy: HttpProxy | undefined): void {
  ways.proxy = proxy;
  if (isInstalled) return;
  isInstalled = true;
  const ws = wsOfDiscord();
  ws.WebSocket = class GatewaySocket extends ws.WebSocket {
    constructor(address: string | URL, protocols?: string | string[], options?: ClientOptions) {
      const through = proxyFor(address, ways.proxy);
      const agent = through === undefined ? {} : { agent: new HttpsProxyAgent(through) };
      const given = { ...options, closeTimeout, ...agent };
      super(address, protocols, given);
      // @discordjs/ws stops listening to one that it gives up while it connects, and an error that nobody hears is thrown.
      this.on('error', () => undefined);
    }

    override close(code?: number, reason?: string | Buffer): void {
      // @discordjs/ws listens no longer, but Discord has not heard yet that it is to say no more.
      for (const late of ways.late) this.on('message', (data, isBinary) => !isBinary && late(String(data)));
      super.close(code, reason);
    }
  };
}

/** What arrives on sockets that are closed from now on is given to `late`, until what this returns is called. */
export function hearLate(late: (message: string) => void): () => void {
  ways.late.add(late);
  return () => {
    ways.late.delete(late);
  };
}
