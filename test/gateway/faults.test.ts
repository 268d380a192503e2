import dns from 'node:dns';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Respond } from '../../src/bot/model.ts';
import { sampleRespond } from '../discord/sample.ts';
import { discordForTest, isThere, opened, start } from './start.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Lets so much time pass at once. discord.js identifies itself no more than once in five seconds. */
const passes = (milliseconds: number) =>
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds });

const outage = [
  'the connection to Discord was lost; connecting again until it is there',
  'connected to Discord again',
];

describe('a reader is answered', () => {
  test('although the bot’s connection breaks in the middle, and so is who asked meanwhile', async () => {
    const found = Promise.withResolvers<void>();
    const asked: string[] = [];
    const respond: Respond = async interaction => {
      const answer = await sampleRespond(interaction);
      asked.push(interaction.id);
      if (asked.length === 1) await found.promise;
      return answer;
    };
    const { discord } = await start({ respond });
    const first = discord.reader().types('/say one');
    await vi.waitUntil(() => asked.length === 1, 15_000);
    discord.gateway.drops();
    await discord.until(() => !discord.gateway.connected());
    const second = discord.reader().types('/say two');
    found.resolve();
    expect((await first).text).toBe('one');
    expect((await second).text).toBe('two');
    expect(discord.gateway.resumed).toEqual([1]);
    expect(discord.gateway.identified).toHaveLength(1);
  });

  test('after Discord asked the bot to connect again', async () => {
    const { discord } = await start();
    discord.gateway.asksToReconnect();
    await discord.until(() => discord.gateway.resumed.length === 1);
    expect((await discord.reader().types('/say again')).text).toBe('again');
  });

  test.each([1001, 4000, 4001, 4002, 4009])(
    'after Discord closed the connection with %i, which is taken up again',
    async code => {
      const { bot, discord } = await start();
      discord.gateway.closes(code);
      await discord.until(() => discord.gateway.resumed.length === 1);
      await isThere(discord);
      expect(discord.gateway.identified).toHaveLength(1);
      expect(bot.log.lines).toEqual(outage);
    },
  );

  test.each([1000, 4003, 4005, 4007, 4008])(
    'after Discord closed the connection with %i, by a new session',
    async code => {
      const { bot, discord } = await start();
      passes(6_000);
      discord.gateway.closes(code);
      await discord.until(() => discord.gateway.identified.length === 2);
      await isThere(discord);
      expect(bot.log.lines).toEqual(outage);
    },
  );

  test.each([4010, 4011])('after Discord wanted the bot split over more connections: %i', async code => {
    const { bot, discord } = await start();
    discord.gateway.closes(code);
    await discord.until(() => discord.gateway.identified.length === 2);
    await isThere(discord);
    expect(bot.log.lines).toEqual([
      `Discord wants the bot split over more connections (code ${code}). It is asked how many. Trying again until it is there.`,
      'connected to Discord again',
    ]);
  });

  test('after Discord ended the session', async () => {
    const { discord } = await start();
    // discord.js identifies itself once in five seconds.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6_000 });
    discord.gateway.invalidates(false);
    await discord.until(() => discord.gateway.identified.length === 2);
    expect((await discord.reader().types('/say again')).text).toBe('again');
  });

  test('after Discord ended the connection and would have it taken up again', async () => {
    const { discord } = await start();
    discord.gateway.invalidates(true);
    await discord.until(() => discord.gateway.resumed.length === 1);
    await isThere(discord);
  });

  test('after heartbeats went unanswered', async () => {
    const { discord } = await start({}, { heartbeat: 40 });
    await discord.until(() => discord.gateway.heartbeats() > 0);
    discord.gateway.goesSilent();
    await discord.until(() => discord.gateway.resumed.length === 1);
    expect((await discord.reader().types('/say again')).text).toBe('again');
  });

  test('after the line was half open: nothing came back, not even when the bot hung up', async () => {
    const { discord } = await start({}, { heartbeat: 40 });
    await discord.until(() => discord.gateway.heartbeats() > 0);
    discord.gateway.freezes(true);
    await discord.until(() => discord.gateway.resumed.length === 1);
    await isThere(discord);
  });

  test('after the machine slept for two hours, and its session was gone when it woke', async () => {
    const { discord } = await start({}, { heartbeat: 40 });
    await discord.until(() => discord.gateway.heartbeats() > 0);
    passes(2 * 3_600_000);
    discord.gateway.freezes(true);
    discord.gateway.forgets();
    await discord.until(() => discord.gateway.identified.length === 2);
    await isThere(discord);
  });

  test('after an outage of two hours, which is two lines in the log', async () => {
    const { bot, discord } = await start();
    discord.gateway.accepts(false);
    discord.gateway.drops();
    await discord.until(() => discord.gateway.turnedAway() === 2);
    passes(2 * 3_600_000);
    discord.gateway.forgets();
    discord.gateway.accepts(true);
    await discord.until(() => discord.gateway.identified.length === 2);
    await isThere(discord);
    expect(bot.log.lines).toEqual(outage);
  });

  test('by a bot that is in no server', async () => {
    const discord = await discordForTest();
    const guild = discord.general.guild;
    if (guild) discord.removes(guild);
    const bot = opened(discord);
    expect(await bot.ready).toEqual({ name: 'quoth', servers: 0 });
    await isThere(discord);
  });

  test('by a bot that Discord tells of no servers at all', async () => {
    const discord = await discordForTest();
    discord.gateway.leavesOut('guilds');
    const bot = opened(discord);
    expect(await bot.ready).toEqual({ name: 'quoth', servers: 0 });
    await isThere(discord);
    expect(bot.log.lines).toEqual([]);
  });
});

/** From now on names are looked up here: `gone` ends with DNS, for the names of this test. */
function nameServer() {
  const real = dns.lookup;
  let isGone = false;
  const asked: string[] = [];
  const lookup = (name: string, options: object, done: (error: Error | null, found?: unknown) => void) => {
    if (!name.endsWith('discord.test')) return Reflect.apply(real, dns, [name, options, done]);
    asked.push(name);
    const gone = Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' });
    setImmediate(() => (isGone ? done(gone) : done(null, [{ address: '127.0.0.1', family: 4 }])));
  };
  vi.spyOn(dns, 'lookup').mockImplementation(lookup as typeof dns.lookup);
  return {
    asked,
    goes: () => {
      isGone = true;
    },
    returns: () => {
      isGone = false;
    },
  };
}

describe('the bot waits, says so in one line, and is there once it can be', () => {
  test('where names cannot be looked up when it starts', async () => {
    const names = nameServer();
    const discord = await discordForTest({ host: 'discord.test' });
    names.goes();
    const bot = opened(discord);
    await vi.waitUntil(() => bot.pauses.length >= 8, 15_000);
    names.returns();
    await bot.ready;
    await isThere(discord);
    expect(bot.log.lines).toEqual([
      expect.stringMatching(/^Discord could not be reached at discord\.test:\d+: .*ENOTFOUND.*HTTPS_PROXY/),
    ]);
    expect(bot.pauses.slice(0, 8)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  test('where names can be looked up no more while it runs', async () => {
    const names = nameServer();
    const { bot, discord } = await start({}, { host: 'discord.test' });
    names.goes();
    const before = names.asked.length;
    discord.gateway.drops();
    await vi.waitUntil(() => names.asked.length > before + 1, 15_000);
    names.returns();
    await discord.until(() => discord.gateway.resumed.length === 1);
    await isThere(discord);
    expect(bot.log.lines).toEqual(outage);
  });

  test('where the gateway cannot be reached when it starts', async () => {
    const discord = await discordForTest();
    discord.gateway.accepts(false);
    const bot = opened(discord);
    await discord.until(() => discord.gateway.turnedAway() === 2);
    discord.gateway.accepts(true);
    await bot.ready;
    await isThere(discord);
    expect(bot.log.lines).toEqual([
      expect.stringMatching(/^there is no connection to Discord yet.*; trying until it is there$/),
    ]);
  });

  const page = (status: number) => ({ status, body: '<html>Log in to the hotel’s network</html>' });

  test.each([
    ['stalls', 'stalls', 'no answer in time'],
    ['breaks off', 'resets', 'The connection broke'],
    ['is a 500', page(500), 'Discord answered 500'],
    ['is a page with 200', page(200), 'something else answered'],
    ['is a page with 403', page(403), 'something else answered'],
  ] as const)('where REST %s when it starts', async (_what, fault, said) => {
    const discord = await discordForTest();
    discord.plan(/gateway\/bot/, fault, 9);
    const bot = opened(discord, { patience: 250 });
    await bot.ready;
    await isThere(discord);
    expect(bot.log.lines).toEqual([expect.stringContaining(said)]);
  });

  test('where all logins of the day are used up', async () => {
    const discord = await discordForTest();
    // discord.js asks twice, and knows the first answer by heart until it is reset.
    const limit = { total: 1_000, remaining: 0, reset_after: 500, max_concurrency: 1 };
    const body = { url: discord.apiUrl.replace('http', 'ws'), shards: 1, session_start_limit: limit };
    discord.plan(/gateway\/bot/, { status: 200, body });
    const bot = opened(discord);
    await bot.ready;
    await isThere(discord);
    expect(bot.log.lines).toEqual([expect.stringContaining('1,000 times a day')]);
  });
});

describe('who runs the bot reads in one sentence what only they can mend', () => {
  const sentences = [
    [4004, 'DISCORD_TOKEN'],
    [4012, 'Update Quoth'],
    [4013, 'Quoth asks for none'],
    [4014, 'Quoth asks for none'],
  ] as const;

  test.each(sentences)(
    'where Discord closes the connection for good while it runs: %i',
    async (code, said) => {
      const { bot, discord } = await start();
      discord.gateway.closes(code);
      expect(await bot.ended).toContain(said);
      expect(bot.log.lines).toEqual([]);
    },
  );

  test('where the token is refused when it starts, before it connects', async () => {
    const discord = await discordForTest();
    expect(await opened(discord, { token: 'MTEw.wrong.token' }).ended).toMatch(/DISCORD_TOKEN.*Reset Token/);
  });

  test('where the token is replaced by another while the bot connects', async () => {
    const discord = await discordForTest();
    const body = { url: discord.apiUrl.replace(/^http(.*)\/api$/, 'ws$1'), shards: 1 };
    const session_start_limit = { total: 1_000, remaining: 9, reset_after: 60_000, max_concurrency: 1 };
    discord.plan(/gateway\/bot/, { status: 200, body: { ...body, session_start_limit } });
    expect(await opened(discord, { token: 'MTEw.old.token' }).ended).toMatch(/DISCORD_TOKEN/);
    expect(discord.gateway.identified).toEqual([]);
  });
});
