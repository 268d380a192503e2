import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Discord, startDiscord } from '../discord/discord.ts';
import { run, start } from './child.ts';
import { quoths } from './quoths.ts';

const { open, there, folder } = quoths();

let discord: Discord;

beforeEach(async () => {
  discord = await startDiscord();
});

afterEach(() => discord.close());

const passwords = {
  token: 'the-access-token-of-the-source',
  source: 'p%C3%A4ss-of-the-source',
  webhook: 'the-secret-of-the-webhook',
  database: 's%20ecret-of-the-database',
  proxy: 'pass"word-of-the-proxy',
};

/** All that is secret, each set where it belongs; whatever they open is not there. */
async function everything(): Promise<Readonly<Record<string, string>>> {
  return {
    LANG: 'en_US.UTF-8',
    LOG_LEVEL: 'trace',
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_TOKEN: discord.token,
    CONTENT_SECRET: passwords.webhook,
    DATABASE_URL: `postgres://quoth:${passwords.database}@127.0.0.1:1/quoth`,
    HTTPS_PROXY: `http://quoth:${encodeURIComponent(passwords.proxy)}@127.0.0.1:1`,
    NO_PROXY: '127.0.0.1',
    PORT: '0',
    CACHE_DIR: join(await folder(), 'cache'),
  };
}

/** A source that is away, and its login in both places. */
const away = `http://quoth:${passwords.source}@127.0.0.1:1/blog.git`;
const elsewhere: Readonly<Record<string, string>> = { CONTENT: away, CONTENT_TOKEN: passwords.token };
const here: Readonly<Record<string, string>> = {};

/** What must stand nowhere: as it is written, and as it is meant. */
const secrets = () =>
  [discord.token, ...Object.values(passwords)].flatMap(secret => [
    secret,
    decodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
  ]);

function isClean(text: string): void {
  for (const secret of secrets()) expect(text).not.toContain(secret);
}

/** Has Quoth throw all that it was given, once so many listen for what nobody catches. */
const throwing = (listeners: number): Readonly<Record<string, string>> => {
  const look = `if (process.listenerCount('uncaughtException') < ${listeners}) return;`;
  const script = `const looking = setInterval(() => {
    ${look}
    clearInterval(looking);
    throw new Error('the end ' + JSON.stringify(process.env));
  }, 5).unref();`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
};

describe('no secret is in', () => {
  test('the log, though an exception that nobody catches holds all of them, nor in what is answered over HTTP', async () => {
    const bot = await there(discord, {
      ...(await everything()),
      ...throwing(2),
      ADMIN_PORT: '0',
    });
    await bot.writes('something unforeseen went wrong');
    await bot.writes('Announcing has to wait');
    isClean((await discord.reader().types('/help')).text);
    const manager = discord.reader({ in: discord.channel(discord.guild(), 'news'), may: ['ManageGuild'] });
    isClean((await manager.types('/announce list')).text);
    const addresses = [...bot.written().matchAll(/listening on (http:\/\/[\w.:]+)/g)].map(([, url]) => url);
    expect(addresses).toHaveLength(2);
    for (const address of addresses) {
      for (const path of ['/', '/healthz', '/metrics', '/hooks/content']) {
        const answer = await fetch(`${address}${path}`);
        isClean(`${await answer.text()} ${JSON.stringify([...answer.headers])}`);
      }
    }
    expect(bot.written()).toContain('the end');
    isClean(bot.written());
  });

  test('the last words of a crash', async () => {
    const child = start(['say', '/post latest'], { ...(await everything()), ...throwing(1) });
    expect(await child.ended).toBe(1);
    expect(child.written()).toContain('Error: the end');
    isClean(child.written());
  });

  test('what is said of a source that is away, or that does not take its login', async () => {
    for (const more of [{ CONTENT: away }, elsewhere]) {
      const bot = open(discord, { ...(await everything()), ...more });
      await bot.writes('cannot be reached');
      isClean(bot.written());
    }
  });

  test.each([
    [['doctor']],
    [['doctor', '--json'], here],
    [['why', 'compression'], here],
    [['missed'], here],
    [['links', '--json'], here],
    [['check']],
    [['say', '/post latest', '--json'], here],
    [['register']],
  ])('what npm start -- %j prints', async (args, content = elsewhere) => {
    const { text } = await run(args, { ...(await everything()), ...content });
    expect(text).not.toBe('');
    isClean(text);
  });

  test('the preview’s page', async () => {
    const child = open(discord, { ...(await everything()), DISCORD_TOKEN: '' });
    await child.writes(/http:\/\/(?:127\.0\.0\.1|localhost):\d+/);
    const [address = ''] = /http:\/\/(?:127\.0\.0\.1|localhost):\d+/.exec(child.written()) ?? [];
    const page = await (await fetch(address)).text();
    expect(page).toContain('<html');
    isClean(page);
    for (const [, path = ''] of page.matchAll(/(?:src|href)="(\/[^"]+)"/g))
      isClean(await (await fetch(`${address}${path}`)).text());
    isClean(child.written());
  });

  test('what is said of values that are none, into whichever variable they were put', async () => {
    const { code, text } = await run([], {
      ...(await everything()),
      DATABASE_URL: `postgres://quoth:${passwords.database}#x@127.0.0.1:port/quoth`,
      HTTPS_PROXY: `socks5://quoth:${passwords.webhook}@127.0.0.1:1`,
      PORT: discord.token,
      TIMEZONE: passwords.webhook,
    });
    expect(code).toBe(78);
    isClean(text);
  });
});
