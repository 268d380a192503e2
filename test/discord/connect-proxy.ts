import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

/** A self-signed certificate for discord.test and what is under it. It guards nothing. */
const pem = (name: string) => readFileSync(new URL(`tls/${name}.pem`, import.meta.url));
export const certificate = pem('certificate');

/** A proxy on loopback, as one sets HTTPS_PROXY to. */
export interface ConnectProxy {
  readonly url: string;
  /** What it was asked to connect to: `discord.test:443`. */
  readonly tunnels: readonly string[];
  readonly close: () => Promise<void>;
}

export interface ConnectProxyOptions {
  /** The port on loopback that every tunnel leads to. */
  readonly to: number;
  /** `name:password`, where the proxy asks for them. */
  readonly login?: string;
}

/** Hosts under discord.test exist for those alone who go through it. */
export async function startConnectProxy({ to, login }: ConnectProxyOptions): Promise<ConnectProxy> {
  const tunnels: string[] = [];
  const sockets = new Set<Socket>();
  const server = createHttpServer();
  const wanted = login && `Basic ${Buffer.from(login).toString('base64')}`;

  server.on('connect', (request, client: Socket) => {
    sockets.add(client);
    client.on('error', () => client.destroy());
    if (wanted !== undefined && request.headers['proxy-authorization'] !== wanted) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    tunnels.push(request.url ?? '');
    const target = connect(to, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      client.pipe(target).pipe(client);
    });
    target.on('error', () => client.destroy());
    client.on('close', () => target.destroy());
  });

  const port = await listen(server);
  return {
    url: `http://${login ? `${login}@` : ''}127.0.0.1:${port}`,
    tunnels,
    close: () => end(server, sockets),
  };
}

/** Speaks TLS in front of a server on loopback that does not. */
export async function startTls(
  to: number,
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createTlsServer({ key: pem('key'), cert: certificate }, client => {
    sockets.add(client);
    const target = connect(to, '127.0.0.1');
    client.on('error', () => target.destroy());
    target.on('error', () => client.destroy());
    client.pipe(target).pipe(client);
  });
  return { port: await listen(server), close: () => end(server, sockets) };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function end(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await new Promise(resolve => server.close(resolve));
}
