import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Respond } from '../../src/bot/model.ts';
import { apologyText, logIn } from '../discord/bot.ts';
import { card, sampleRespond } from '../discord/sample.ts';
import { discordForTest, start } from './start.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('a reader of a bot on the gateway', () => {
  test('sees the answer to a command, and presses its button', async () => {
    const { bot, discord } = await start();
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
    const { discord } = await start({
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
    const { discord } = await start({
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

  test('is answered after Discord asked the bot to connect again', async () => {
    const { discord } = await start();
    discord.gateway.asksToReconnect();
    await discord.until(() => discord.gateway.resumed.length === 1);
    expect((await discord.reader().types('/say again')).text).toBe('again');
  });

  test('is answered after Discord ended the session', async () => {
    const { discord } = await start();
    // discord.js identifies itself once in five seconds.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6_000 });
    discord.gateway.invalidates(false);
    await discord.until(() => discord.gateway.identified.length === 2);
    expect((await discord.reader().types('/say again')).text).toBe('again');
  });

  test('is answered after heartbeats went unanswered', async () => {
    const { discord } = await start({}, { heartbeat: 40 });
    await discord.until(() => discord.gateway.heartbeats() > 0);
    discord.gateway.goesSilent();
    await discord.until(() => discord.gateway.resumed.length === 1);
    expect((await discord.reader().types('/say again')).text).toBe('again');
  });

  test('reads an apology in place of an answer that Discord refuses', async () => {
    const { bot, discord } = await start({
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
    const { bot, discord } = await start({
      respond: async interaction => {
        asked.resolve();
        await found.promise;
        return await sampleRespond(interaction);
      },
    });
    const answer = discord.reader().types('/say last words');
    await asked.promise;
    const closed = bot.close();
    await discord.until(() => !discord.gateway.connected());
    found.resolve();
    expect((await answer).text).toBe('last words');
    await closed;
    expect(bot.log.lines).toEqual([]);
  });

  test('survives an interaction of a shape that nobody knows', async () => {
    const { bot, discord } = await start({
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

  test('logs an outage in two lines, however long it lasts, and is there again', async () => {
    const { bot, discord } = await start();
    // After a network error discord.js identifies itself anew, once in five seconds.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6_000 });
    discord.gateway.accepts(false);
    discord.gateway.drops();
    await discord.until(() => discord.gateway.turnedAway() === 2);
    discord.gateway.accepts(true);
    await discord.until(() => discord.gateway.identified.length === 2);
    expect((await discord.reader().types('/say again')).text).toBe('again');
    expect(bot.log.lines).toEqual([
      'the connection to Discord was lost; connecting again until it is there',
      'connected to Discord again',
    ]);
  });
});

describe('who starts the bot', () => {
  test('with a wrong token reads which variable to mend', async () => {
    const discord = await discordForTest();
    await expect(logIn(discord, { token: 'MTEw.wrong.token' })).rejects.toThrow(/DISCORD_TOKEN.*Reset Token/);
  });

  test('is told where Discord cannot be reached', async () => {
    const discord = await discordForTest();
    await expect(logIn(discord, { apiUrl: 'http://127.0.0.1:9/api' })).rejects.toThrow(
      /127\.0\.0\.1:9.*HTTPS_PROXY/,
    );
  });

  test.each([
    [4004, 'DISCORD_TOKEN'],
    [4014, 'Quoth asks for none'],
    [4011, 'Start Quoth again'],
  ])('is told why Discord closed the connection for good: %i', async (code, said) => {
    const { bot, discord } = await start();
    discord.gateway.closes(code);
    expect(await bot.ended).toContain(said);
  });
});
