import { createRequire } from 'node:module';
import { HttpsProxyAgent } from 'https-proxy-agent';
import type { ClientOptions, WebSocket } from 'ws';
import { type HttpProxy, proxyFor } from '../network/proxy.ts';

interface Sockets {
  WebSocket: new (address: string | URL, protocols?: string | string[], options?: ClientOptions) => WebSocket;
}

/** The copy of ws that discord.js opens the gateway with. */
function wsOfDiscord(): Sockets {
  const inside = (path: string, name: string) => createRequire(path).resolve(name);
  const ws = inside(inside(inside(import.meta.url, 'discord.js'), '@discordjs/ws'), 'ws');
  return createRequire(ws)(ws);
}

/** The proxy of this process; discord.js leaves no place to keep it by the client. */
let proxyInUse: HttpProxy | undefined;

/**
 * Sends the gateway through a proxy, but for the hosts that are reached without it. To be called before discord.js is
 * loaded for the first time; it holds for the whole process, until it is called again.
 *
 * @discordjs/ws opens `new ws.WebSocket(url, [], { handshakeTimeout })` and leaves no way to hand it an agent
 * (https://github.com/discordjs/discord.js/issues/10716). It takes the class from ws when it is loaded, so that is
 * where a class is put that brings its agent along.
 */
export function proxyGateway(proxy: HttpProxy): void {
  const isInstalled = proxyInUse !== undefined;
  proxyInUse = proxy;
  if (isInstalled) return;
  const ws = wsOfDiscord();
  ws.WebSocket = class ProxiedWebSocket extends ws.WebSocket {
    constructor(address: string | URL, protocols?: string | string[], options?: ClientOptions) {
      const through = proxyFor(address, proxyInUse);
      super(
        address,
        protocols,
        through === undefined ? options : { ...options, agent: new HttpsProxyAgent(through) },
      );
    }
  };
}
