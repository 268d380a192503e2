import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** What is answered: a feed's text, or whatever is done with the response. */
export type Reply = string | Uint8Array | ((response: ServerResponse, asked: Asked) => void);

export interface FeedServer {
  /** `http://127.0.0.1:…` */
  readonly origin: string;
  /** What was asked, in order. */
  readonly asked: Asked[];
  /** How it answers from now on; at `/feed` alone where it is a text. */
  reply: Reply;
  readonly close: () => Promise<void>;
}

/** A server on loopback that answers as it is told. */
export async function startFeedServer(reply: Reply = ''): Promise<FeedServer> {
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const asked = { path: request.url ?? '', headers: request.headers };
    given.asked.push(asked);
    if (typeof given.reply === 'function') given.reply(response, asked);
    else if (asked.path.startsWith('/feed')) response.end(given.reply);
    else response.writeHead(404).end();
  });
  server.on('connection', socket => sockets.add(socket));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const given: FeedServer = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    reply,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise(resolve => server.close(resolve));
    },
  };
  return given;
}
