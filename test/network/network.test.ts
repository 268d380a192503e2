import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type Network,
  NetworkError,
  type NetworkOptions,
  openNetwork,
  readWhole,
} from '../../src/network/network.ts';
import { reasonOf } from '../../src/network/reason.ts';
import { type ConnectProxy, startConnectProxy, startTls } from '../discord/connect-proxy.ts';
import { type FeedServer, startFeedServer } from '../source/feed/feed-server.ts';

let server: FeedServer;
let networks: Network[];
const proxies: ConnectProxy[] = [];

beforeEach(async () => {
  server = await startFeedServer('hello');
  networks = [];
});

afterEach(async () => {
  await Promise.all([...networks, ...proxies.splice(0)].map(opened => opened.close()));
  await server.close();
});

const open = (options: NetworkOptions = {}): Network => {
  const network = openNetwork({ patience: 5_000, ...options });
  networks.push(network);
  return network;
};
const proxyTo = async (address: string, login?: string): Promise<ConnectProxy> => {
  const proxy = await startConnectProxy({ to: Number(new URL(address).port), ...(login ? { login } : {}) });
  proxies.push(proxy);
  return proxy;
};
const textOf = async (network: Network, address: string): Promise<string> =>
  Buffer.from(await readWhole((await network.ask(address)).body, 1_000)).toString();
const failure = async (network: Network, address: string): Promise<string> => {
  const error = await textOf(network, address).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(NetworkError);
  return error instanceof Error ? error.message : '';
};

test('HTTPS_PROXY carries what is asked, with its name and password', async () => {
  const proxy = await proxyTo(server.origin, 'me:s3cret');
  const network = open({ proxy: { url: proxy.url, except: '' } });
  expect(await textOf(network, 'http://blog.discord.test:8080/feed')).toBe('hello');
  expect(proxy.tunnels).toEqual(['blog.discord.test:8080']);
});

test('a host in NO_PROXY is asked without it, also where a redirect leads there', async () => {
  const proxy = await proxyTo(server.origin);
  const network = open({ proxy: { url: proxy.url, except: '127.0.0.1' } });
  expect(await textOf(network, `${server.origin}/feed`)).toBe('hello');
  expect(proxy.tunnels).toEqual([]);
  server.reply = (response, { path }) =>
    path === '/away'
      ? response.writeHead(302, { location: `${server.origin}/feed` }).end()
      : response.end('led');
  expect(await textOf(network, 'http://blog.discord.test/away')).toBe('led');
  expect(proxy.tunnels).toEqual(['blog.discord.test:80']);
});

test('a proxy that asks for another password is named, and no password is', async () => {
  const proxy = await proxyTo(server.origin, 'me:s3cret');
  const wrong = open({ proxy: { url: proxy.url.replace('s3cret', 'wr0ng'), except: '' } });
  const said = await failure(wrong, 'http://blog.discord.test/feed');
  expect(said).toMatch(/^the proxy of HTTPS_PROXY refuses the way \(407\)$/);
});

test('what is wrong with a server is said in words and with its code', async () => {
  const tls = await startTls(Number(new URL(server.origin).port));
  expect(await failure(open(), `https://127.0.0.1:${tls.port}/feed`)).toMatch(
    /^the certificate of 127\.0\.0\.1:\d+ is not trusted \(\w+\)$/,
  );
  await tls.close();
  expect(await failure(open(), `https://127.0.0.1:${tls.port}/feed`)).toMatch(
    /^nothing listens at 127\.0\.0\.1:\d+ \(ECONNREFUSED\)$/,
  );
});

test('a name that nobody has is said as that, however deep the error says so', () => {
  const inner = Object.assign(new Error('getaddrinfo ENOTFOUND blog.test'), { code: 'ENOTFOUND' });
  const error = new TypeError('fetch failed', { cause: inner });
  expect(reasonOf(error, new URL('https://blog.test/'))).toBe(
    'no server is found by the name blog.test (ENOTFOUND)',
  );
  expect(reasonOf(new Error('Odd.'), new URL('https://blog.test/'))).toBe('Odd.');
});

test('what is posted is not posted anywhere else', async () => {
  server.reply = response => response.writeHead(307, { location: '/feed' }).end();
  const answer = await open().ask(`${server.origin}/hook`, { method: 'POST', body: new Uint8Array([1]) });
  expect([answer.status, server.asked.length]).toEqual([307, 1]);
});
