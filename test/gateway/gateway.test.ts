import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Respond } from '../../src/bot/model.ts';
import { apologyText, type BotOptions, logIn } from '../discord/bot.ts';
import { type Discord, type DiscordOptions, startDiscord } from '../discord/discord.ts';
import { card, sampleCommands, sampleRespond } from '../discord/sample.ts';

let discord: Discord;
let leave: () => Promise<void>;

async function start(options: BotOptions = {}, given: DiscordOptions = {}) {
  discord = await startDiscord(given);
  discord.registers(sampleCommands);
  const bot = await logIn(discord, options);
  leave = bot.close;
  return bot;
}

beforeEach(() => {
  leave = () => Promise.resolve();
});

afterEach(async () => {
  vi.useRealTimers();
  await leave();
  await discord.close();
});

const callbacks = () => discord.requests.filter(({ path }) => path.endsWith('/callback'));

describe('a reader of a bot on the gateway', () => {
  test('sees the answer to a command, and presses its button', async () => {
    const bot = await start();
    const reader = discord.reader();
    const seen = await reader.types('/say hello');
    expect(seen).toMatchObject({ text: 'hello', private: false });
    expect(await reader.presses(seen, 'More')).toMatchObject({ text: 'No. 1', private: true });
    expect(await reader.completes('/say', 'text', 'lo')).toEqual([{ name: 'say lo', value: 'x' }]);
    expect(discord.gateway.identified).toEqual([0]);
    expect(bot).toMatchObject({ account: 'quoth', servers: 1 });
  });

  test('sees an answer that took long, once it is there', async () => {
    const ready = Promise.withResolvers<void>();
    await start({
      respond: () =>
        Promise.resolve({
          callback: { type: 5 },
          later: ready.promise.then(() => ({
            do: 'edit',
            message: { content: 'found', allowed_mentions: { parse: [] } },
          })),
        }),
    });
    const reader = discord.reader();
    const answer = reader.types('/post latest');
    await discord.until(() => reader.sees().length === 1);
    expect(reader.sees()[0]?.content).toBe('');
    ready.resolve();
    expect(await answer).toMatchObject({ text: 'found', deferred: true });
  });

  test('sees a message go away that is taken back', async () => {
    await start({
      respond: interaction =>
        interaction.type === 3
          ? Promise.resolve({ callback: { type: 6 }, later: Promise.resolve({ do: 'delete' }) })
          : sampleRespond(interaction),
    });
    const reader = discord.reader();
    const seen = await reader.types('/say oops');
    expect(await reader.presses(seen, 'More')).toMatchObject({ change: 'deleted' });
    expect(reader.sees()).toEqual([]);
  });

  test('sees the answer although its connection breaks in the middle, and so does who asked meanwhile', async () => {
    const found = Promise.withResolvers<void>();
    const asked: string[] = [];
    const respond: Respond = async interaction => {
      const answer = await sampleRespond(interaction);
      asked.push(interaction.id);
      if (asked.length === 1) await found.promise;
      return answer;
    };
    await start({ respond });
    const first = discord.reader().types('/say one');
    await vi.waitUntil(() => asked.length === 1);
    discord.gateway.drops();
    await discord.until(() => !discord.gateway.connected());
    const second = discord.reader().types('/say two');
    found.resolve();
    expect((await first).text).toBe('one');
    expect((await second).text).toBe('two');
    expect(discord.gateway.resumed).toEqual([1]);
    expect(discord.gateway.identified).toHaveLength(1);
  });

  test('is answered after Discord asked the bot to connect again', async () => {
    await start();
    discord.gateway.asksToReconnect();
    await discord.until(() => discord.gateway.resumed.length === 1);
    expect((await discord.reader().types('/say again')).text).toBe('again');
  });

  test('is answered after Discord ended the session', async () => {
    await start();
    // discord.js identifies itself once in five seconds.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6_000 });
    discord.gateway.invalidates(false);
    await discord.until(() => discord.gateway.identified.length === 2);
    expect((await discord.reader().types('/say again')).text).toBe('again');
  });

  test('is answered after heartbeats went unanswered', async () => {
    await start({}, { heartbeat: 40 });
    await discord.until(() => discord.gateway.heartbeats() > 0);
    discord.gateway.goesSilent();
    await discord.until(() => discord.gateway.resumed.length === 1);
    expect((await discord.reader().types('/say again')).text).toBe('again');
  });

  test('reads an apology in place of an answer that Discord refuses', async () => {
    const bot = await start({
      respond: () => Promise.resolve({ callback: { type: 4, data: card('x'.repeat(4_001)) } }),
    });
    const reader = discord.reader();
    await expect(reader.types('/say x')).rejects.toThrow('Discord refuses');
    await discord.until(() => reader.sees().length === 1);
    expect(reader.sees()[0]).toMatchObject({ content: apologyText, flags: 64 });
    expect(discord.refused.splice(0)).toHaveLength(1);
    expect(bot.log.lines).toEqual([]);
  });
});

describe('the bot', () => {
  test('answers what had come in before it leaves', async () => {
    const found = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    const bot = await start({
      respond: async interaction => {
        asked.resolve();
        await found.promise;
        return await sampleRespond(interaction);
      },
    });
    const answer = discord.reader().types('/say last words');
    await asked.promise;
    const closed = bot.close();
    leave = () => closed;
    await discord.until(() => !discord.gateway.connected());
    found.resolve();
    expect((await answer).text).toBe('last words');
  });

  test('survives an interaction of a shape that nobody knows', async () => {
    const bot = await start({
      respond: interaction =>
        interaction.data === undefined ? Promise.reject(new Error('no data')) : sampleRespond(interaction),
    });
    discord.gateway.dispatch('INTERACTION_CREATE', { id: '1', type: 2, token: 'x' });
    discord.gateway.dispatch('INTERACTION_CREATE', {
      id: '1',
      type: 99,
      token: 'x',
      channel: { recipients: 5 },
    });
    expect((await discord.reader().types('/say still here')).text).toBe('still here');
    expect(bot.log.lines).toEqual(['an interaction was not answered', 'an interaction was not answered']);
  });

  test('logs in one line that an answer came too late', async () => {
    const bot = await start({
      respond: interaction => {
        discord.clock.passes(3_001);
        return sampleRespond(interaction);
      },
    });
    await expect(discord.reader().types('/say x')).rejects.toThrow('three seconds');
    await vi.waitUntil(() => bot.log.lines.length > 0);
    expect(bot.log.lines).toEqual([expect.stringContaining('10062')]);
  });

  test.each([
    ['is lost', 'loses the answer', 1],
    ['never comes, at first', 'stalls', 1],
    ['breaks off, at first', 'resets', 1],
    ['is a 500 page, at first', { status: 500, body: '<html>', headers: { 'content-type': 'text/html' } }, 1],
  ] as const)('posts its answer once when the reply to it %s', async (_how, fault, times) => {
    const bot = await start();
    discord.plan(/callback/, fault, times);
    const reader = discord.reader();
    expect((await reader.types('/say hello')).text).toBe('hello');
    await discord.until(() => callbacks().length === 2);
    expect(reader.sees()).toHaveLength(1);
    expect(bot.log.lines).toEqual([]);
  });

  test('tries twice, then logs one line that says nothing secret', async () => {
    const bot = await start();
    discord.plan(/callback/, 'stalls', 9);
    discord
      .reader()
      .types('/say hello')
      .catch(() => undefined);
    await vi.waitUntil(() => bot.log.lines.length > 0);
    expect(callbacks()).toHaveLength(2);
    expect(bot.log.lines).toEqual([expect.stringContaining('no answer in time')]);
    const token = callbacks()[0]?.path.split('/')[3] ?? '?';
    expect(bot.log.text()).not.toContain(token);
  });

  test('answers 60 readers at once while an edit hangs', async () => {
    const edit = { do: 'edit', message: { content: 'found', allowed_mentions: { parse: [] } } } as const;
    await start({
      respond: interaction =>
        interaction.type === 2 && interaction.data.name === 'post'
          ? Promise.resolve({ callback: { type: 5 }, later: Promise.resolve(edit) })
          : sampleRespond(interaction),
    });
    discord.plan(/PATCH/, 'stalls');
    const reader = discord.reader();
    const slow = reader.types('/post latest');
    await discord.until(() => discord.requests.some(({ method }) => method === 'PATCH'));
    const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => reader.types(`/say ${n}`)));
    expect(answers.map(({ text }) => text)).toEqual(Array.from({ length: 60 }, (_, n) => `${n}`));
    expect(discord.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
    expect((await slow).text).toBe('found');
  });
});

describe('who starts the bot', () => {
  const withoutBot = async (given: DiscordOptions = {}) => {
    discord = await startDiscord(given);
  };

  test('with a wrong token reads which variable to mend', async () => {
    await withoutBot();
    await expect(logIn(discord, { token: 'MTEw.wrong.token' })).rejects.toThrow(/DISCORD_TOKEN.*Reset Token/);
  });

  test('is told where Discord cannot be reached', async () => {
    await withoutBot();
    await expect(logIn(discord, { apiUrl: 'http://127.0.0.1:9/api' })).rejects.toThrow(
      /127\.0\.0\.1:9.*HTTPS_PROXY/,
    );
  });

  test.each([
    [4004, 'DISCORD_TOKEN'],
    [4014, 'Quoth asks for none'],
    [4011, 'Start Quoth again'],
  ])('is told why Discord closed the connection for good: %i', async (code, said) => {
    const bot = await start();
    discord.gateway.closes(code);
    expect(await bot.ended).toContain(said);
  });
});
