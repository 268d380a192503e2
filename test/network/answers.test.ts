import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answers } from '../../src/network/answers.ts';
import { openNetwork } from '../../src/network/network.ts';

/** Answers with the status that the path names; to HEAD with another where the path names two. */
const server = createServer(({ url = '', method }, response) => {
  const [status = '200', head = status] = url.slice(1).split('-');
  response.writeHead(Number(method === 'HEAD' ? head : status), { location: '/404' }).end();
});
const network = openNetwork({ patience: 5_000 });
let origin = '';

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterAll(async () => {
  await network.close();
  server.closeAllConnections();
  server.close();
});

test.each([
  ['a page that is there', '200', true],
  ['one that is kept from strangers', '403', true],
  ['one of a server that knows no HEAD', '200-405', true],
  ['none there, of a server that knows no HEAD', '404-501', false],
  ['none there', '404', false],
  ['one that is gone', '410', false],
  ['a server that fails', '503', false],
  ['one that leads to none', '302', false],
])('%s', async (_, path, there) => {
  expect(await answers(network, `${origin}/${path}`)).toBe(there);
});

test('nobody there, or no address at all, is no answer', async () => {
  expect(await answers(network, 'http://127.0.0.1:1/')).toBe(false);
  expect(await answers(network, 'nowhere')).toBe(false);
});
