import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeBase } from '../../src/http/app.ts';
import { type Served, serve } from '../../src/http/serve.ts';

const secret = "It's a Secret to Everybody";
const body = JSON.stringify({ ref: 'refs/heads/main' });
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const signed = (text: string, key = secret) => createHmac('sha256', key).update(text).digest('hex');

let pushes = 0;
let served: Served;

const open = (hook = true) =>
  serve(
    makeBase({ ready: () => true, log, ...(hook ? { hook: { secret, pushed: () => pushes++ } } : {}) }),
    '127.0.0.1',
    0,
  );

const post = (headers: Readonly<Record<string, string>>, sent = body) =>
  fetch(`${served.url}/hooks/content`, { method: 'POST', headers, body: sent });

beforeEach(async () => {
  pushes = 0;
  served = await open();
});

afterEach(() => served.close());

test.each([
  ['GitHub', { 'x-hub-signature-256': `sha256=${signed(body)}`, 'x-github-event': 'push' }],
  ['Forgejo', { 'x-forgejo-signature': signed(body), 'x-forgejo-event': 'push' }],
  ['Gitea', { 'x-gitea-signature': signed(body), 'x-gitea-event': 'push' }],
  ['Gogs', { 'x-gogs-signature': signed(body), 'x-gogs-event': 'push' }],
  ['a script', { 'x-hub-signature-256': `sha256=${signed(body).toUpperCase()}` }],
])('what %s signed is taken', async (_, headers) => {
  expect((await post(headers)).status).toBe(202);
  expect(pushes).toBe(1);
});

test("GitHub's own example fits", async () => {
  const headers = {
    'x-hub-signature-256': 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
  };
  expect((await post(headers, 'Hello, World!')).status).toBe(202);
});

test.each([
  ['nobody', {}],
  ['somebody else', { 'x-hub-signature-256': `sha256=${signed(body, 'another')}` }],
  ['a former body', { 'x-hub-signature-256': `sha256=${signed('{}')}` }],
  ['half a hand', { 'x-hub-signature-256': `sha256=${signed(body).slice(2)}` }],
  ['SHA-1', { 'x-hub-signature': `sha1=${createHmac('sha1', secret).update(body).digest('hex')}` }],
  ['words', { 'x-gitea-signature': 'z'.repeat(64) }],
  ['an empty hand', { 'x-forgejo-signature': '' }],
])('what %s signed is refused, and brings nothing', async (_, headers) => {
  expect((await post(headers)).status).toBe(401);
  expect(pushes).toBe(0);
});

test('a ping is answered by a pong and brings nothing; it has to be signed as well', async () => {
  const headers = { 'x-github-event': 'ping', 'x-hub-signature-256': `sha256=${signed(body)}` };
  const answer = await post(headers);
  expect([answer.status, await answer.text()]).toEqual([200, 'pong']);
  expect((await post({ ...headers, 'x-hub-signature-256': `sha256=${signed('')}` })).status).toBe(401);
  expect(pushes).toBe(0);
});

test('a body over 1 MiB is refused, whether its length is told or not', async () => {
  const long = 'x'.repeat(1024 * 1024 + 1);
  const signature = { 'x-hub-signature-256': `sha256=${signed(long)}` };
  expect((await post(signature, long)).status).toBe(413);
  const status = await new Promise(resolve => {
    const asking = request(
      `${served.url}/hooks/content`,
      { method: 'POST', headers: { ...signature, 'transfer-encoding': 'chunked' } },
      answer => {
        answer.resume();
        resolve(answer.statusCode);
      },
    );
    asking.on('error', () => resolve(413));
    asking.end(long);
  });
  expect(status).toBe(413);
  expect(pushes).toBe(0);
});

test('other methods are told so; without a secret there is nothing', async () => {
  expect((await fetch(`${served.url}/hooks/content`)).status).toBe(405);
  await served.close();
  served = await open(false);
  const answer = await post({ 'x-hub-signature-256': `sha256=${signed(body)}` });
  expect(answer.status).toBe(404);
  expect((await fetch(`${served.url}/hooks/content`)).status).toBe(404);
});

test('health tells of a source that is away, and is well', async () => {
  await served.close();
  served = await serve(
    makeBase({ ready: () => true, log, source: () => ({ state: 'away', since: 1_750_000_000_000 }) }),
    '127.0.0.1',
    0,
  );
  const answer = await fetch(`${served.url}/healthz`);
  expect([answer.status, await answer.json()]).toEqual([
    200,
    { status: 'ok', source: { state: 'away', since: 1_750_000_000_000 } },
  ]);
});
