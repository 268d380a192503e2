import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

/** A page that is served. */
export interface ServedPage {
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** How many ports after the wanted one are tried. */
const TRIES = 50;

/**
 * Serves the page on the first free port from `port` on; 0 takes any.
 * @throws Error whose message says what to do, where none can be listened on
 */
export async function servePage(app: Hono, host: string, port: number): Promise<ServedPage> {
  const server = createAdaptorServer({ fetch: app.fetch });
  for (let next = port; ; next++) {
    const fault = await listen(server, host, next);
    if (!fault) break;
    if (fault.code === 'EADDRINUSE' && next < Math.min(port + TRIES, 65_535)) continue;
    throw new Error(explain(fault, host, port), { cause: fault });
  }
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${name}:${address.port}`,
    close: async () => {
      const closed = new Promise(resolve => server.close(resolve));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

function listen(
  server: ReturnType<typeof createAdaptorServer>,
  host: string,
  port: number,
): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise(resolve => {
    const failed = (error: NodeJS.ErrnoException) => resolve(error);
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      resolve(undefined);
    });
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} of ${host} is taken, and so are the ${TRIES} after it. Set PORT to a free one.`;
    case 'EACCES':
      return `Port ${port} may not be listened on by this user. Set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is no address of this machine. Leave HOST out, and the page is at 127.0.0.1.`;
    default:
      return `${host}:${port} cannot be listened on: ${error.message}. Check HOST and PORT.`;
  }
}
