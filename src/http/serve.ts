import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { App } from './app.ts';

/** A server that listens. */
export interface Served {
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  /** Takes no more requests, and resolves when those that had come in are answered. */
  readonly close: () => Promise<void>;
}

/** What nobody who connects is allowed more than. Times in milliseconds. */
export interface Limits {
  /** How long a request may take to arrive, and its head: nobody holds a connection open byte by byte. */
  readonly requestTimeout: number;
  readonly headersTimeout: number;
  /** How often it is looked at that: every 30 seconds unless Node is told, and until then neither holds. */
  readonly connectionsCheckingInterval: number;
  /** How long a connection may wait for its next request. */
  readonly keepAliveTimeout: number;
  /** How many connections may be open at once: with bodies of 1 MiB at most, a bound on memory. More are closed at once. */
  readonly maxConnections: number;
}

const usual: Limits = {
  requestTimeout: 10_000,
  headersTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 75_000,
  maxConnections: 4_000,
};

/**
 * Serves an app on Node.
 *
 * @param port 0 takes any free port.
 * @throws Error whose message says what to do, where the address cannot be listened on.
 */
export async function serve(
  app: App,
  host: string,
  port: number,
  limits: Partial<Limits> = {},
): Promise<Served> {
  const { maxConnections, ...patience } = { ...usual, ...limits };
  let leaving = false;
  const server = createAdaptorServer({
    serverOptions: patience,
    fetch: async (request, bindings) => {
      const response = await app.fetch(request, bindings);
      // Or the connection would be kept open for more, and hold the server.
      if (leaving) response.headers.set('connection', 'close');
      return response;
    },
  });
  server.maxConnections = maxConnections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', error => reject(new Error(explain(error, host, port), { cause: error })));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`,
    close: async () => {
      leaving = true;
      await new Promise(resolve => server.close(resolve));
    },
  };
}

function explain(error: Error, host: string, port: number): string {
  switch ('code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return `Port ${port} of ${host} is taken: another program listens there, or Quoth runs already. Set PORT to another.`;
    case 'EACCES':
      return `Port ${port} may not be listened on by this user. Set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is no address of this machine. Set HOST to 127.0.0.1, or to 0.0.0.0 for every address.`;
    default:
      return `${host}:${port} cannot be listened on: ${error.message}. Check HOST and PORT.`;
  }
}
