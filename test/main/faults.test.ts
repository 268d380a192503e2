import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { registered } from '../../src/main/bot.ts';
import { type Discord, startDiscord } from '../discord/discord.ts';
import { type Child, killAll, start } from './child.ts';

let discord: Discord;
const children: Child[] = [];

beforeEach(async () => {
  discord = await startDiscord();
});

afterEach(async () => {
  await killAll(children);
  await discord.close();
});

/** Quoth, as it is started with a token unless something else is said. */
function open(variables: Readonly<Record<string, string>> = {}): Child {
  const child = start([], { DISCORD_API_URL: discord.apiUrl, DISCORD_TOKEN: discord.token, ...variables });
  children.push(child);
  return child;
}

/** The same, with its commands registered. */
async function there(variables: Readonly<Record<string, string>> = {}): Promise<Child> {
  const bot = open(variables);
  await bot.writes('created Search the posts');
  return bot;
}

const answered = async (): Promise<void> => {
  expect((await discord.reader().types('/insight 5')).text).toContain('Long Context');
};

describe('Quoth, asked to end', () => {
  test('in the middle of an answer, posts it first', async () => {
    const bot = await there();
    const gone = Promise.withResolvers<void>();
    discord.plan(/callback/, { until: gone.promise });
    const answer = discord.reader().types('/insight 5');
    await discord.until(() => discord.requests.some(({ path }) => path.endsWith('/callback')));
    bot.process.kill('SIGTERM');
    await discord.until(() => !discord.gateway.connected());
    gone.resolve();
    expect((await answer).text).toContain('Long Context');
    expect(await bot.ended).toBe(0);
    expect(bot.written()).toContain('every answer is posted; goodbye');
  });

  test('ends although an answer cannot be posted', async () => {
    const bot = await there();
    discord.plan(/callback/, 'stalls', 99);
    discord
      .reader()
      .types('/insight 5')
      .catch(() => undefined);
    await discord.until(() => discord.requests.some(({ path }) => path.endsWith('/callback')));
    bot.process.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });

  test('ends although somebody holds a request open', async () => {
    const bot = open({ DISCORD_PUBLIC_KEY: discord.signer.publicKey, PORT: '0' });
    await bot.writes(/http:\/\/127\.0\.0\.1:\d+/);
    const [, port] = /http:\/\/127\.0\.0\.1:(\d+)/.exec(bot.written()) ?? [];
    const client = connect(Number(port), '127.0.0.1');
    const signed = Object.entries(discord.signer.headers('{"type":1}')).map(pair => pair.join(': '));
    const head = ['POST /interactions HTTP/1.1', 'host: quoth', ...signed, 'content-length: 1000'];
    client.write(`${head.join('\r\n')}\r\nexpect: 100-continue\r\n\r\n`);
    await once(client, 'data');
    bot.process.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(bot.written()).toContain('not every answer could be posted in time; goodbye');
    client.destroy();
  });

  test('while Discord was never there, ends', async () => {
    const bot = open({ DISCORD_API_URL: 'http://127.0.0.1:9/api' });
    await bot.writes('Discord could not be reached at 127.0.0.1:9');
    bot.process.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });
});

describe('Quoth ends with a code that says whether to start it again', () => {
  test.each([4004, 4014])('78 and one sentence, where Discord lets it in no longer: %i', async code => {
    const bot = await there();
    discord.gateway.closes(code);
    expect(await bot.ended).toBe(78);
    expect(bot.written().match(/Discord does not/g)).toHaveLength(1);
    expect(bot.written()).not.toContain('    at ');
  });

  test('1 where a port is taken, which may be free the next time', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const taken = other.address();
    const port = typeof taken === 'object' && taken !== null ? taken.port : 0;
    const bot = open({ DISCORD_PUBLIC_KEY: discord.signer.publicKey, PORT: String(port) });
    expect(await bot.ended).toBe(1);
    expect(bot.written()).toContain(`Port ${port} of 127.0.0.1 is taken`);
    other.close();
  });

  test('78 where its host is none of this machine’s, or its posts are not there', async () => {
    const http = { DISCORD_PUBLIC_KEY: discord.signer.publicKey, PORT: '0' };
    const lost = open({ ...http, HOST: 'no-such-host.invalid' });
    const bare = open({ CONTENT: './no-such-folder' });
    expect([await lost.ended, await bare.ended]).toEqual([78, 78]);
    expect(lost.written()).toContain('HOST');
    expect(bare.written()).toContain('CONTENT');
  });
});

describe('Quoth stays', () => {
  test('where something throws that nobody catches, which is one line in the log', async () => {
    const bot = await there();
    // discord.js reads a property of it, in a promise of its own.
    discord.gateway.says({ op: 9, d: null });
    await bot.writes('something unforeseen went wrong; Quoth goes on');
    await answered();
  });

  test('where nobody reads its log any more', async () => {
    const bot = await there();
    bot.process.stdout.destroy();
    discord.gateway.drops();
    await discord.until(() => discord.gateway.resumed.length > 0);
    await answered();
    bot.process.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });

  test('where its token is refused while it runs, as long as the gateway holds', async () => {
    discord.plan(/GET .*commands/, { status: 401, body: { code: 0, message: '401: Unauthorized' } });
    const bot = open();
    await bot.writes('The commands were not registered: 401');
    expect(bot.written()).not.toContain(discord.token);
    discord.registers(registered());
    await answered();
  });

  test('where its commands cannot be registered, and registers them when it can', async () => {
    discord.plan(/GET .*commands/, { status: 502, body: '<html>Bad Gateway</html>' }, 4);
    const bot = open();
    await bot.writes('The commands were not registered: Discord answered 502');
    await bot.writes('created Search the posts');
    await answered();
  });
});
