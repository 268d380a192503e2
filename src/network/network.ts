import { Agent, fetch, ProxyAgent } from 'undici';
import { type HttpProxy, proxyFor } from './proxy.ts';
import { reasonOf } from './reason.ts';

export interface Request {
  readonly method?: 'GET' | 'HEAD' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
}

export interface Answer {
  /** The address that answered, redirects followed. */
  readonly url: string;
  /** Whether every redirect on the way was said to be for good. */
  readonly isPermanent: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly headers: ReadonlyMap<string, string>;
  /** Uncompressed. Throws NetworkError where it breaks off. */
  readonly body: AsyncGenerator<Uint8Array, void, undefined>;
}

/** Nothing was answered, or not all of it; the message says why, without a full stop and without the address. */
export class NetworkError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'NetworkError';
  }
}

export interface NetworkOptions {
  readonly proxy?: HttpProxy | undefined;
  /** How long a silence may last, in milliseconds. */
  readonly patience?: number;
}

/** The way to other servers. */
export interface Network {
  /** Asks an address. Redirects of GET and HEAD are followed, five at most; a login is told to its own origin alone. */
  readonly ask: (address: string, request?: Request) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

const mostRedirects = 5;

const redirects = new Set([301, 302, 303, 307, 308]);

/** Opens the way to other servers, through the proxy where one is set. */
export function openNetwork({ proxy, patience = 30_000 }: NetworkOptions): Network {
  const waits = { headersTimeout: patience, bodyTimeout: patience, connect: { timeout: patience } };
  const direct = new Agent(waits);
  const tunnels = new Map<string, ProxyAgent>();
  const through = (address: URL) => {
    const uri = proxyFor(address, proxy);
    if (uri === undefined) return direct;
    const tunnel = tunnels.get(uri) ?? new ProxyAgent({ ...waits, uri });
    tunnels.set(uri, tunnel);
    return tunnel;
  };

  const askOnce = async (address: URL, { method = 'GET', headers = {}, body }: Request) => {
    try {
      return await fetch(address, {
        method,
        headers,
        body,
        redirect: 'manual',
        dispatcher: through(address),
      });
    } catch (error) {
      throw new NetworkError(reasonOf(error, address), { cause: error });
    }
  };

  return {
    ask: async (address, request = {}) => {
      let at = new URL(address);
      let isPermanent = true;
      let { headers = {} } = request;
      for (let followed = 0; ; followed++) {
        const response = await askOnce(at, { ...request, headers });
        const location = response.headers.get('location');
        const isFollowed = redirects.has(response.status) && request.method !== 'POST' && location !== null;
        if (!isFollowed) {
          const { status, statusText } = response;
          const body = read(response.body, at);
          const all = new Map(response.headers);
          return { url: at.href, isPermanent, status, statusText, headers: all, body };
        }
        await response.body?.cancel();
        const next = URL.parse(location, at);
        if (next === null || !/^https?:$/.test(next.protocol))
          throw new NetworkError('it leads on to what is no web address');
        if (followed === mostRedirects)
          throw new NetworkError(`it leads on more than ${mostRedirects} times`);
        if (next.origin !== at.origin) headers = withoutLogin(headers);
        isPermanent &&= response.status === 301 || response.status === 308;
        at = next;
      }
    },
    close: async () => {
      await Promise.all([direct, ...tunnels.values()].map(agent => agent.destroy()));
    },
  };
}

const withoutLogin = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization'));

async function* read(body: AsyncIterable<Uint8Array> | null, address: URL): Answer['body'] {
  try {
    if (body !== null) yield* body;
  } catch (error) {
    throw new NetworkError(reasonOf(error, address), { cause: error });
  }
}

/** A whole body. Throws NetworkError where it is longer than `most` bytes. */
export async function readWhole(body: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length > most) throw new NetworkError(`it is longer than ${Math.floor(most / 1024 / 1024)} MiB`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
