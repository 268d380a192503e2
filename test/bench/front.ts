import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** Discord's REST API with a stopwatch at the door. */
export interface Front {
  /** What DISCORD_API_URL is set to. */
  readonly apiUrl: string;
  /** Resolves with the callback of this interaction when it has arrived whole. */
  readonly callback: (id: string) => Promise<Buffer>;
  /** How many answers were changed or followed by another after their callback. */
  readonly later: () => number;
  readonly close: () => void;
}

const callbackPath = /\/interactions\/(\d+)\/[^/]+\/callback/;

/** Takes callbacks and what follows them itself, without looking at them, and hands everything else on to a fake Discord. */
export async function openFront(discordPort: number): Promise<Front> {
  const awaited = new Map<string, (body: Buffer) => void>();
  let later = 0;

  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { url = '', method = 'GET', headers } = incoming;
    const body = await buffer(incoming);
    const id = callbackPath.exec(url)?.[1];
    if (id !== undefined) {
      awaited.get(id)?.(body);
      awaited.delete(id);
      outgoing.writeHead(204).end();
      return;
    }
    if (url.includes('/webhooks/')) {
      later += 1;
      outgoing.writeHead(204).end();
      return;
    }
    const { authorization = '', 'content-type': type = 'application/json' } = headers;
    const response = await fetch(`http://127.0.0.1:${discordPort}${url}`, {
      method,
      headers: { authorization, 'content-type': type },
      body: body.length > 0 ? body : null,
    });
    outgoing.writeHead(response.status, { 'content-type': 'application/json' });
    outgoing.end(await response.text());
  };

  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => outgoing.writeHead(502).end());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    callback: id => new Promise(resolve => awaited.set(id, resolve)),
    later: () => later,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
