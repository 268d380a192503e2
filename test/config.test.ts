import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayFault } from '../src/config/fault.ts';
import type { Way } from '../src/config/way.ts';
import { type Config, readConfig } from '../src/config.ts';

const applicationId = '123456789012345678';
const token = [Buffer.from(applicationId).toString('base64url'), 'GabcdE', 'x'.repeat(38)].join('.');
const publicKey = '0123456789abcdef'.repeat(4);

type Environment = Parameters<typeof readConfig>[0];

function config(environment: Environment, ...args: readonly string[]): Config {
  const reading = readConfig(environment, args);
  if (!reading.ok) throw new Error(reading.faults.map(sayFault).join('\n'));
  return reading.config;
}

function way<Open extends Way['open']>(open: Open, environment: Environment, ...args: readonly string[]) {
  const opened = config(environment, ...args).way;
  expect(opened.open).toBe(open);
  return opened as Extract<Way, { open: Open }>;
}

function faults(environment: Environment, ...args: readonly string[]): readonly string[] {
  const reading = readConfig(environment, args);
  return reading.ok ? [] : reading.faults.map(sayFault);
}

describe('with nothing set', () => {
  it('the shipped posts are served in the terminal, everything else by its default', () => {
    expect(config({})).toMatchObject({
      content: './content',
      visibility: 'auto',
      logLevel: 'info',
      way: { open: 'preview' },
    });
  });

  it('what is set empty counts as not set', () => {
    const empty = {
      CONTENT: '',
      SITE_URL: ' ',
      TIMEZONE: '',
      DISCORD_TOKEN: '',
      DISCORD_PUBLIC_KEY: '\t',
      PORT: '',
    };
    expect(config(empty)).toEqual(config({}));
  });
});

describe('the way in', () => {
  it('is the gateway where there is a token', () => {
    const { bot } = way('gateway', { DISCORD_TOKEN: token });
    expect(bot.token).toBe(token);
    expect(bot.applicationId).toBe(applicationId);
  });

  it('is HTTP instead where there is a public key, on 127.0.0.1:3000', () => {
    const opened = way('http', { DISCORD_PUBLIC_KEY: publicKey, DISCORD_TOKEN: token });
    expect(opened).toMatchObject({ publicKey, host: '127.0.0.1', port: 3000, applicationId });
    expect(opened.bot?.token).toBe(token);
  });

  it('is HTTP without a token as well; then the application is the one that is named', () => {
    const opened = way('http', {
      DISCORD_PUBLIC_KEY: publicKey,
      DISCORD_APPLICATION_ID: '223456789012345678',
    });
    expect(opened.bot).toBeUndefined();
    expect(opened.applicationId).toBe('223456789012345678');
  });

  it('is the one that the command line names, whatever is set', () => {
    const environment = { DISCORD_TOKEN: token, DISCORD_PUBLIC_KEY: publicKey };
    for (const open of ['gateway', 'http', 'preview', 'register'] as const) way(open, environment, open);
  });

  it('is one answer in the terminal for say, with or without quotes around the command', () => {
    expect(way('say', {}, 'say', '/insight 5')).toEqual({ open: 'say', line: '/insight 5', json: false });
    expect(way('say', {}, 'say', '/search', 'long', 'context', '--json')).toEqual({
      open: 'say',
      line: '/search long context',
      json: true,
    });
  });

  it('is explained where the command line names none that exists', () => {
    for (const args of [['gatewy'], ['say'], ['say', '--json'], ['gateway', 'now'], ['']]) {
      expect(faults({}, ...args).join()).toMatch(
        /^npm start -- is ".*", but it wants .*gateway.*say "\/insight 5"/,
      );
    }
  });

  it('needs its token: without one it says where to find it', () => {
    for (const open of ['gateway', 'register']) {
      expect(faults({}, open)).toEqual([
        "DISCORD_TOKEN is not set. It wants the bot's token (Developer Portal → your application → Bot → Reset Token).",
      ]);
    }
    expect(faults({}, 'http').join()).toMatch(
      /^DISCORD_PUBLIC_KEY is not set\. It wants .*General Information/,
    );
  });

  it('does not ask for what it does not use', () => {
    const wrong = { DISCORD_TOKEN: 'x', DISCORD_PUBLIC_KEY: 'y', HTTPS_PROXY: 'socks5://a' };
    way('say', { ...wrong, PORT: 'z' }, 'say', '/help');
    way('preview', wrong, 'preview');
  });
});

describe('a token', () => {
  it.each([
    ['in quotes', `"${token}"`],
    ['in single quotes', `'${token}'`],
    ['with spaces around it', `  ${token} `],
    ['with a line break after it', `${token}\r\n`],
    ['with "Bot " in front', `Bot ${token}`],
    ['with all of that', ` "Bot ${token}"\n`],
  ])('%s is understood', (_how, pasted) => {
    expect(way('gateway', { DISCORD_TOKEN: pasted }).bot.token).toBe(token);
  });

  it('gives way to an application that is named', () => {
    const environment = { DISCORD_TOKEN: token, DISCORD_APPLICATION_ID: '223456789012345678' };
    expect(way('gateway', environment).bot.applicationId).toBe('223456789012345678');
  });

  it('is never shown: not where it is wrong, not where it stands in the wrong place, not when all is printed', () => {
    const tail = 'x'.repeat(38);
    const said = [
      ...faults({ DISCORD_TOKEN: `${applicationId}.${tail}` }),
      ...faults({ DISCORD_PUBLIC_KEY: token }),
      ...faults({ DISCORD_PUBLIC_KEY: publicKey, DISCORD_APPLICATION_ID: token }),
      ...faults({ TIMEZONE: token, PORT: token, SITE_URL: token, CONTENT: `ssh://${token}@example.com/` }),
      ...faults({}, 'say', '--json', token).concat(faults({}, token)),
    ];
    expect(said.length).toBeGreaterThanOrEqual(7);
    const all = config({ DISCORD_TOKEN: token, HTTPS_PROXY: 'http://me:hunter2@127.0.0.1:7890' });
    const printed = [
      ...said,
      inspect(all, { depth: 9, showHidden: true }),
      JSON.stringify(all),
      `${all.way}`,
    ].join('\n');
    expect(printed).not.toContain(tail);
    expect(printed).not.toContain('hunter2');
    expect(printed).toContain('[secret]');
  });
});

describe('a wrong value names the variable, what it got and what it wants', () => {
  const discord = { DISCORD_TOKEN: token };
  const http = { DISCORD_PUBLIC_KEY: publicKey };
  it.each([
    [{ PORT: '80a', ...http }, 'PORT is "80a", but it wants a whole number from 0 to 65535.'],
    [{ PORT: '65536', ...http }, 'PORT is "65536", but it wants a whole number from 0 to 65535.'],
    [{ PORT: '-1', ...http }, 'PORT is "-1", but it wants a whole number from 0 to 65535.'],
    [{ HOST: '127.0.0.1:80', ...http }, /^HOST is "127\.0\.0\.1:80", but it wants .*PORT/],
    [{ HOST: 'http://localhost', ...http }, /^HOST is "http:\/\/localhost"/],
    [
      { DISCORD_PUBLIC_KEY: 'abc' },
      /^DISCORD_PUBLIC_KEY is a value of 3 characters, but it wants .*64 hexadecimal/,
    ],
    [{ DISCORD_PUBLIC_KEY: `${publicKey}0` }, /^DISCORD_PUBLIC_KEY is a value of 65 characters/],
    [
      { DISCORD_TOKEN: 'nonsense' },
      /^DISCORD_TOKEN is a value of 8 characters, but it wants the bot's token/,
    ],
    [
      { DISCORD_GUILD_ID: 'my server', ...discord },
      /^DISCORD_GUILD_ID is "my server", but it wants the server's id/,
    ],
    [
      { DISCORD_APPLICATION_ID: '12', ...discord },
      /^DISCORD_APPLICATION_ID is "12", but it wants the application's id/,
    ],
    [
      { DISCORD_API_URL: 'discord.com', ...discord },
      /^DISCORD_API_URL is "discord\.com", but it wants the whole address/,
    ],
    [{ HTTPS_PROXY: 'socks5://127.0.0.1:7890', ...discord }, /^HTTPS_PROXY is "socks5:.*HTTP proxy/],
    [{ SITE_URL: 'example.com' }, /^SITE_URL is "example\.com", but it wants a whole address such as https:/],
    [{ SITE_URL: 'https://example.com/?page=1' }, /^SITE_URL is "https:\/\/example\.com\/\?page=1"/],
    [{ SITE_URL: 'ftp://example.com' }, /^SITE_URL is "ftp:/],
    [{ POST_URL: 'posts/:slug' }, /^POST_URL is "posts\/:slug", but it wants a path such as \/posts\/:slug/],
    [{ POST_URL: '/:years/:slug' }, /^POST_URL is .*:slug :year :month :day :title :path/],
    [{ POST_URL: '/posts/' }, /^POST_URL is "\/posts\/"/],
    [{ TIMEZONE: 'Asia/Beijing' }, /^TIMEZONE is "Asia\/Beijing", but it wants .*Asia\/Shanghai/],
    [{ TIMEZONE: '+08:00' }, /^TIMEZONE is "\+08:00"/],
    [{ DEFAULT_LOCALE: 'ja' }, 'DEFAULT_LOCALE is "ja", but it wants zh-CN, zh-TW or en.'],
    [{ VISIBILITY: 'public' }, 'VISIBILITY is "public", but it wants one of auto, private.'],
    [
      { LOG_LEVEL: 'loud' },
      /^LOG_LEVEL is "loud", but it wants one of fatal, error, warn, info, debug, trace, silent/,
    ],
    [{ CONTENT: 'git@github.com:me/blog.git' }, /^CONTENT is "…@github.*but it wants a folder.*https:/],
    [{ CONTENT: 'ssh://git@github.com/me/blog.git' }, /^CONTENT is "…@github.*but it wants a folder/],
    [{ CONTENT: 'https://github.com/me/blog.git#main:../etc' }, /^CONTENT is "https:.*but it wants a folder/],
    [
      { CONTENT: 'https://blog.example/feed', CONTENT_EVERY: '5' },
      /^CONTENT_EVERY is "5", but it wants a time/,
    ],
    [
      { CONTENT: 'https://blog.example/feed', CONTENT_EVERY: '1s' },
      /^CONTENT_EVERY is "1s", but it wants a time/,
    ],
  ])('%o', (environment, said) => {
    const all = faults(environment);
    expect(all).toHaveLength(1);
    if (typeof said === 'string') expect(all[0]).toBe(said);
    else expect(all[0]).toMatch(said);
  });

  it('and all of them are told at once', () => {
    expect(faults({ ...http, PORT: 'a', TIMEZONE: 'b', VISIBILITY: 'c' })).toHaveLength(3);
  });

  it('however it is written, nothing crashes, and no sentence is longer than a reader has patience for', () => {
    const names = [
      'CONTENT',
      'SITE_URL',
      'POST_URL',
      'TIMEZONE',
      'DEFAULT_LOCALE',
      'PORT',
      'HOST',
      'HTTPS_PROXY',
    ];
    const environment = fc.dictionary(
      fc.constantFrom(...names, 'DISCORD_TOKEN', 'DISCORD_API_URL'),
      fc.string(),
    );
    fc.assert(
      fc.property(environment, set => {
        for (const said of faults({ ...set, DISCORD_PUBLIC_KEY: publicKey })) {
          expect(said.length).toBeLessThan(400);
        }
      }),
    );
  });
});

describe('a right value is understood as people write it', () => {
  it.each([
    ['zh', 'zh-CN'],
    ['zh_TW', 'zh-TW'],
    ['zh-Hans', 'zh-CN'],
    ['zh-Hant-HK', 'zh-TW'],
    ['ZH-cn', 'zh-CN'],
    ['zh_CN.UTF-8', 'zh-CN'],
    ['en-GB', 'en'],
  ])('DEFAULT_LOCALE %s is %s', (written, locale) => {
    expect(config({ DEFAULT_LOCALE: written }).locale).toBe(locale);
  });

  it.each([
    ['asia/shanghai', 'Asia/Shanghai'],
    ['UTC', 'UTC'],
    ['America/New_York', 'America/New_York'],
  ])('TIMEZONE %s is %s', (written, timezone) => {
    expect(config({ TIMEZONE: written }).blog.timezone).toBe(timezone);
  });

  it.each([
    ['Hugo', 'hugo'],
    ['11ty', 'eleventy'],
    ['Next.js', 'next'],
    ['unknown', 'unknown'],
  ])('DIALECT %s is %s', (written, dialect) => {
    expect(config({ DIALECT: written }).blog.dialect).toBe(dialect);
  });

  it('SITE_URL loses its closing slash', () => {
    expect(config({ SITE_URL: 'https://example.com/' }).blog.url).toBe('https://example.com');
    expect(config({ SITE_URL: 'https://me.github.io/blog/' }).blog.url).toBe('https://me.github.io/blog');
  });

  it('POST_URL is kept as it is', () => {
    expect(config({ POST_URL: '/:year/:month/:slug.html' }).blog.postUrl).toBe('/:year/:month/:slug.html');
  });

  it.each([
    ['127.0.0.1:7890', 'http://127.0.0.1:7890/'],
    ['http://me:secret@proxy.example:8080', 'http://me:secret@proxy.example:8080/'],
  ])('HTTPS_PROXY %s is %s', (written, url) => {
    const { reach } = way('gateway', { DISCORD_TOKEN: token, HTTPS_PROXY: written, NO_PROXY: 'localhost' });
    expect(reach.proxy?.url).toBe(url);
    expect(reach.proxy?.except).toBe('localhost');
  });

  it('https_proxy counts as well, and first', () => {
    const environment = { DISCORD_TOKEN: token, https_proxy: 'http://a:1', HTTPS_PROXY: 'http://b:1' };
    expect(way('gateway', environment).reach.proxy?.url).toBe('http://a:1/');
    expect(way('gateway', { DISCORD_TOKEN: token }).reach.proxy).toBeUndefined();
  });

  it.each([
    ['0.0.0.0', '0'],
    ['::1', '8080'],
    ['[::]', '65535'],
    ['localhost', '3000'],
  ])('HOST %s and PORT %s are listened on', (host, port) => {
    const opened = way('http', { DISCORD_PUBLIC_KEY: publicKey.toUpperCase(), HOST: host, PORT: port });
    expect(opened).toMatchObject({ publicKey, host: host.replace(/[[\]]/g, ''), port: Number(port) });
  });
});
