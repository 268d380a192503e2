import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Respond } from '../../src/bot/model.ts';
import type { Callbacks } from '../../src/discord/callbacks.ts';
import { makeApp } from '../../src/http/app.ts';
import { type Limits, type Served, serve } from '../../src/http/serve.ts';
import { makeVerify } from '../../src/http/verify.ts';
import { callbacksTo, keepLog } from '../discord/bot.ts';
import { type Discord, startDiscord } from '../discord/discord.ts';
import { post } from '../discord/endpoint.ts';
import { sampleCommands, sampleRespond } from '../discord/sample.ts';

let discord: Discord;
let served: Served;
let callbacks: Callbacks;

async function start(respond: Respond = sampleRespond, limits: Partial<Limits> = {}) {
  const log = keepLog();
  callbacks = callbacksTo(discord, log);
  const verify = await makeVerify(discord.signer.publicKey);
  const app = makeApp({
    verify,
    respond,
    follow: callbacks.follow,
    ready: () => true,
    log,
    now: discord.clock.now,
  });
  served = await serve(app, '127.0.0.1', 0, limits);
  await discord.usesEndpoint(`${served.url}/interactions`);
  return { app, log };
}

/** The lines that a request of Discord's begins with. */
function signedHead(body: string): readonly string[] {
  const signed = Object.entries(discord.signer.headers(body)).map(pair => pair.join(': '));
  return ['POST /interactions HTTP/1.1', 'host: quoth', ...signed];
}

beforeEach(async () => {
  discord = await startDiscord();
  discord.registers(sampleCommands);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await served.close();
  await callbacks.close();
  await discord.close();
});

test('the portal takes the endpoint, and a reader is answered through it', async () => {
  await start();
  const reader = discord.reader();
  const seen = await reader.types('/say hello');
  expect(seen).toMatchObject({ text: 'hello', private: false });
  expect(await reader.presses(seen, 'More')).toMatchObject({ text: 'No. 1', private: true });
  expect(await reader.completes('/say', 'text', 'lo')).toEqual([{ name: 'say lo', value: 'x' }]);
});

test('a reader sees an answer that took long, even where it is ready before Discord has the first one', async () => {
  const edit = { do: 'edit', message: { content: 'found', allowed_mentions: { parse: [] } } } as const;
  const { log } = await start(() => Promise.resolve({ callback: { type: 5 }, later: Promise.resolve(edit) }));
  discord.plan(/PATCH/, { status: 404, body: { code: 10_015, message: 'Unknown Webhook' } }, 2);
  expect(await discord.reader().types('/post latest')).toMatchObject({ text: 'found', deferred: true });
  expect(log.lines).toEqual([]);
});

test('a public "thinking…" that turns out to be an error becomes a private message', async () => {
  const message = { content: 'sorry', flags: 64, allowed_mentions: { parse: [] } } as const;
  await start(() =>
    Promise.resolve({ callback: { type: 5 }, later: Promise.resolve({ do: 'replace', message }) }),
  );
  const reader = discord.reader();
  expect(await reader.types('/post latest')).toMatchObject({ text: 'sorry', private: true });
  expect(discord.reader().sees()).toEqual([]);
});

test('requests that had come in are answered before the server ends', async () => {
  const asked = Promise.withResolvers<void>();
  const found = Promise.withResolvers<void>();
  await start(async interaction => {
    asked.resolve();
    await found.promise;
    return await sampleRespond(interaction);
  });
  const answer = discord.reader().types('/say last words');
  await asked.promise;
  const closed = served.close();
  found.resolve();
  expect((await answer).text).toBe('last words');
  await closed;
  await expect(post(`${served.url}/interactions`, '{}', {})).rejects.toThrow('fetch failed');
  served = { ...served, close: () => Promise.resolve() };
});

test.each([
  ['whose length was said', 'content-length: 1000', '{"type":'],
  ['whose length was not said', 'transfer-encoding: chunked', '8\r\n{"type":\r\n'],
])('a client that hangs up during an upload %s leaves no line in the log', async (_what, length, part) => {
  const { app, log } = await start();
  const fetched = vi.spyOn(app, 'fetch');
  const error = vi.spyOn(console, 'error');
  const info = vi.spyOn(console, 'info');
  const { port, hostname } = new URL(served.url);
  const head = [...signedHead('{"type":1}'), length, 'expect: 100-continue'];
  const client = connect(Number(port), hostname);
  client.write(`${head.join('\r\n')}\r\n\r\n`);
  // The server says "100 Continue": it has the head, and reads.
  await once(client, 'data');
  await new Promise(resolve => client.write(part, resolve));
  client.destroy();
  expect(await fetched.mock.results[0]?.value).toMatchObject({ status: 400 });
  await served.close();
  expect(log.lines).toEqual([]);
  expect([error.mock.calls, info.mock.calls]).toEqual([[], []]);
  served = { ...served, close: () => Promise.resolve() };
});

/** A connection of somebody who is no friend, and what it was told until it was closed. */
async function connected() {
  const { port, hostname } = new URL(served.url);
  const client = connect(Number(port), hostname);
  let told = '';
  client.setEncoding('utf8').on('data', (part: string) => {
    told += part;
  });
  // That it is closed is what is waited for.
  client.on('error', () => undefined);
  // `once` would reject where it is reset.
  const closed = new Promise<string>(resolve => client.on('close', () => resolve(told)));
  await once(client, 'connect');
  return { client, closed };
}

/** Still long enough for friends on a slow machine. */
const impatient = { requestTimeout: 1_500, headersTimeout: 1_000, connectionsCheckingInterval: 10 };

test.each([
  ['head', 'x-slow: '],
  ['body', 'content-length: 1000\r\n\r\n'],
])('who sends a %s byte by byte, without end, is hung up on', async (_what, part) => {
  await start(sampleRespond, impatient);
  const { client, closed } = await connected();
  client.write(`${signedHead('{"type":1}').join('\r\n')}\r\n${part}`);
  const dripping = setInterval(() => client.write('x'), 5);
  await closed;
  clearInterval(dripping);
  expect((await discord.reader().types('/say still here')).text).toBe('still here');
});

test('who sends a head of more than 16 KiB is told so', async () => {
  await start();
  const { client, closed } = await connected();
  const long = Array.from({ length: 20 }, (_, at) => `x-${at}: ${'x'.repeat(1_000)}`);
  client.write(`${[...signedHead('{"type":1}'), ...long].join('\r\n')}\r\n\r\n`);
  expect(await closed).toMatch(/^HTTP\/1\.1 431 /);
  expect((await discord.reader().types('/say still here')).text).toBe('still here');
});

test('who connects and says nothing is hung up on', async () => {
  await start(sampleRespond, impatient);
  const { closed } = await connected();
  expect(await closed).toMatch(/^HTTP\/1\.1 408 /);
});

test('who connects while too many are connected is hung up on at once, and let in once there is room', async () => {
  await start(sampleRespond, { maxConnections: 3 });
  // One connection may be the portal's, which it keeps.
  const others = await Promise.all([connected(), connected(), connected(), connected()]);
  await Promise.race(others.map(({ closed }) => closed));
  for (const { client } of others) client.destroy();
  await Promise.all(others.map(({ closed }) => closed));
  await vi.waitFor(async () => expect((await discord.reader().types('/say room')).text).toBe('room'), 15_000);
});

test('a port that is taken is told so', async () => {
  await start();
  const { port } = new URL(served.url);
  const app = makeApp({
    verify: await makeVerify(discord.signer.publicKey),
    respond: sampleRespond,
    follow: callbacks.follow,
    ready: () => true,
    log: keepLog(),
    now: Date.now,
  });
  await expect(serve(app, '127.0.0.1', Number(port))).rejects.toThrow(
    new RegExp(`Port ${port} .*taken.*PORT`),
  );
  await expect(serve(app, '192.0.2.1', 0)).rejects.toThrow(/no address of this machine.*HOST/);
});
