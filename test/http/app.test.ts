import type { APIInteraction } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import type { Response as Answer, Log, Respond } from '../../src/bot/model.ts';
import { makeApp } from '../../src/http/app.ts';
import { makeVerify } from '../../src/http/verify.ts';
import { keepLog } from '../discord/bot.ts';
import { makeClock } from '../discord/clock.ts';
import { makeSigner } from '../discord/endpoint.ts';
import { sampleRespond } from '../discord/sample.ts';

const clock = makeClock();
const signer = makeSigner(clock);
const verify = await makeVerify(signer.publicKey);

interface Given {
  readonly respond?: Respond;
  readonly ready?: boolean;
  readonly follow?: (interaction: APIInteraction, answer: Answer) => Promise<void>;
  readonly log?: Log;
}

const app = ({
  respond = sampleRespond,
  ready = true,
  follow = () => Promise.resolve(),
  log = keepLog(),
}: Given = {}) => makeApp({ verify, respond, follow, ready: () => ready, log, now: clock.now });

const ping = JSON.stringify({ type: 1 });

async function send(body: string, headers = signer.headers(body), given: Given = {}) {
  const response = await app(given).request('/interactions', { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}

test('what Discord signed is answered', async () => {
  expect(await send(ping)).toEqual({ status: 200, text: '{"type":1}' });
  const interaction = JSON.stringify({
    type: 2,
    id: '1',
    data: { type: 1, name: 'say', options: [{ name: 'text', type: 3, value: '你好' }] },
  });
  const { status, text } = await send(interaction);
  expect(status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({
    type: 4,
    data: { components: [{ components: [{ content: '你好' }] }, {}] },
  });
});

test.each([
  ['no signature', { 'x-signature-ed25519': '' }],
  ['a signature of zeros', { 'x-signature-ed25519': '00'.repeat(64) }],
  ['a signature that is no hexadecimal', { 'x-signature-ed25519': 'zz'.repeat(64) }],
  [
    'a signature cut short',
    { 'x-signature-ed25519': signer.headers(ping)['x-signature-ed25519']?.slice(0, 100) ?? '' },
  ],
  ["somebody else's signature", { ...makeSigner(clock).headers(ping) }],
  ['a signature of another body', { ...signer.headers('{"type":2}') }],
  ['no timestamp', { 'x-signature-timestamp': '' }],
  ['a timestamp that is no number', { 'x-signature-timestamp': 'now' }],
  ['an endless timestamp', { 'x-signature-timestamp': 'Infinity' }],
])('a request with %s is refused, and no command is asked', async (_what, wrong) => {
  let asked = false;
  const respond: Respond = interaction => {
    asked = true;
    return sampleRespond(interaction);
  };
  expect((await send(ping, { ...signer.headers(ping), ...wrong }, { respond })).status).toBe(401);
  expect(asked).toBe(false);
});

test.each([
  ['without a signature', { 'x-signature-ed25519': '' }],
  ['whose signature is short', { 'x-signature-ed25519': '00'.repeat(63) }],
  ['whose signature is long', { 'x-signature-ed25519': '00'.repeat(65) }],
  ['whose signature is no hexadecimal', { 'x-signature-ed25519': 'zz'.repeat(64) }],
  ['without a timestamp', { 'x-signature-timestamp': '' }],
  [
    'whose timestamp is of now, but written like 1.79e9',
    { 'x-signature-timestamp': `${clock.now() / 1e12}e9` },
  ],
  [
    'whose timestamp is of now, but hexadecimal',
    { 'x-signature-timestamp': `0x${Math.floor(clock.now() / 1_000).toString(16)}` },
  ],
  ['whose timestamp is old', { 'x-signature-timestamp': '1000000000' }],
])('a request %s is refused before its body is read', async (_what, wrong) => {
  const headers = { ...signer.headers(ping), ...wrong };
  expect(await upload(headers)).toEqual({ status: 401, read: false });
});

test('a body is read where the signature could be one', async () => {
  expect(await upload(signer.headers(ping))).toEqual({ status: 200, read: true });
});

/** Sends a PING as a stream, and tells whether anybody read it. */
async function upload(headers: Record<string, string>) {
  let read = false;
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    read = true;
    controller.enqueue(new TextEncoder().encode(ping));
    controller.close();
  };
  // Nothing is pulled ahead of a reader.
  const body = new ReadableStream({ pull }, { highWaterMark: 0 });
  const init = { method: 'POST', headers, body, duplex: 'half' };
  const response = await app().request(new Request('http://quoth/interactions', init));
  return { status: response.status, read };
}

test.each([
  ['whose length was said', { 'content-length': '1000' }],
  ['whose length was not said', {}],
])('an upload %s that breaks off is refused, and leaves no line in the log', async (_what, length) => {
  const kept = keepLog();
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>) =>
    controller.error(new Error('aborted'));
  const body = new ReadableStream({ pull }, { highWaterMark: 0 });
  const init = { method: 'POST', headers: { ...signer.headers(ping), ...length }, body, duplex: 'half' };
  const response = await app({ log: kept }).request(new Request('http://quoth/interactions', init));
  expect(response.status).toBe(400);
  expect(kept.lines).toEqual([]);
});

test.each([
  ['five minutes and a second old', -301_000, 401],
  ['five minutes and a second ahead', 301_000, 401],
  ['four minutes old', -240_000, 200],
  ['four minutes ahead', 240_000, 200],
])('a request whose timestamp is %s, though well signed, gets %i', async (_what, off, status) => {
  const clockThen = clock.now() + off;
  expect((await send(ping, signer.headers(ping, clockThen))).status).toBe(status);
});

test('a body of more than 1 MiB is refused, whether or not its length is said', async () => {
  const long = JSON.stringify({ type: 1, filler: 'x'.repeat(1024 * 1024) });
  expect((await send(long)).status).toBe(413);
  const body = new Blob([long]).stream();
  // Node wants to be told that a body is sent as it comes; browsers, whose types are read here as well, do not know.
  const init = { method: 'POST', headers: signer.headers(long), body, duplex: 'half' };
  const streamed = new Request('http://quoth/interactions', init);
  expect((await app().request(streamed)).status).toBe(413);
  const fits = JSON.stringify({ type: 1, filler: 'x'.repeat(1024 * 1024 - 30) });
  expect((await send(fits)).status).toBe(200);
});

test.each(['', '{', 'null', '[]', '"text"', '{"type":"1"}', '{}', '<html>'])(
  '%j is no interaction',
  async body => {
    expect((await send(body)).status).toBe(400);
  },
);

test('bytes that are no text are no interaction', async () => {
  const body = '{"type":1,"x":"\u00ff"}';
  const bytes = Buffer.from(body, 'latin1');
  const headers = signer.headers(bytes);
  const response = await app().request('/interactions', { method: 'POST', headers, body: bytes });
  expect(response.status).toBe(400);
});

test('health is 200 once posts are loaded', async () => {
  const healthy = await app().request('/healthz');
  expect([healthy.status, await healthy.json()]).toEqual([200, { status: 'ok' }]);
  const loading = await app({ ready: false }).request('/healthz');
  expect([loading.status, await loading.json()]).toEqual([503, { status: 'reading' }]);
});

test('other addresses and methods are told so', async () => {
  expect((await app().request('/interactions')).status).toBe(405);
  expect((await app().request('/healthz', { method: 'POST' })).status).toBe(405);
  expect((await app().request('/')).status).toBe(404);
  expect((await app().request('/interactions/x', { method: 'POST' })).status).toBe(404);
});

test('what follows an answer outlives the response where the host asks to be told', async () => {
  const later = Promise.resolve({ do: 'delete' } as const);
  const respond: Respond = () => Promise.resolve({ callback: { type: 5 }, later });
  const followed = Promise.withResolvers<void>();
  const waited: Promise<void>[] = [];
  const given = app({ respond, follow: () => followed.promise });
  const bindings = { waitUntil: (work: Promise<void>) => waited.push(work) };
  const body = JSON.stringify({ type: 2 });
  const response = await given.request(
    '/interactions',
    { method: 'POST', headers: signer.headers(body), body },
    bindings,
  );
  expect(response.status).toBe(200);
  expect(waited).toEqual([followed.promise]);
});

test.each([
  ['an answer', '/interactions', ping, 200],
  ['a refusal', '/interactions', '{', 400],
  ['a place where nothing is', '/none', '', 404],
  ['health', '/healthz', undefined, 200],
])('no browser takes %s for a page, shows it in one or keeps it', async (_what, path, body, status) => {
  const asked = body === undefined ? {} : { method: 'POST', body, headers: { ...signer.headers(body) } };
  const response = await app().request(path, asked);
  expect(response.status).toBe(status);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
});

test('an interaction that is delivered twice is refused the second time', async () => {
  const body = JSON.stringify({ type: 2, id: '7' });
  const given = app({ respond: () => Promise.resolve({ callback: { type: 5 } }) });
  const deliver = () =>
    given.request('/interactions', { method: 'POST', headers: signer.headers(body), body });
  expect(await (await deliver()).json()).toEqual({ type: 5 });
  const again = await deliver();
  expect([again.status, await again.text()]).toEqual([409, 'This interaction was answered before.']);
});

test('a failure says nothing of itself to who asked', async () => {
  const { status, text } = await send('{"type":2}', undefined, {
    respond: () => Promise.reject(new Error('secret')),
  });
  expect(status).toBe(500);
  expect(text).toBe('Something went wrong.');
});

test('a public key that is none is told so at the start', async () => {
  await expect(makeVerify('not a key')).rejects.toThrow('DISCORD_PUBLIC_KEY');
});
