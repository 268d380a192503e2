import type { APIInteraction } from 'discord-api-types/v10';
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
    expect(bot.account).toEqual({ name: 'quoth', servers: 1 });
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

  test('is answered once where Discord delivers an interaction twice, at once or later', async () => {
    const taken: APIInteraction[] = [];
    const respond: Respond = interaction => {
      taken.push(interaction);
      return sampleRespond(interaction);
    };
    const { discord } = await start({ respond });
    expect((await discord.reader().types('/say one')).text).toBe('one');
    const [first] = taken;
    for (let times = 0; times < 2; times++) discord.gateway.dispatch('INTERACTION_CREATE', { ...first });
    // What comes after them has been heard: so were they.
    expect((await discord.reader().types('/say two')).text).toBe('two');
    expect(taken).toHaveLength(2);
    expect(discord.requests.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(2);
  });

  test('survives an interaction of a shape that nobody knows', async () => {
    const { bot, discord } = await start({
      respond: interaction =>
        interaction.data === undefined ? Promise.reject(new Error('no data')) : sampleRespond(interaction),
    });
    discord.gateway.dispatch('INTERACTION_CREATE', { id: '1', type: 2, token: 'x' });
    discord.gateway.dispatch('INTERACTION_CREATE', {
      id: '2',
      type: 99,
      token: 'x',
      channel: { recipients: 5 },
    });
    expect((await discord.reader().types('/say still here')).text).toBe('still here');
    expect(bot.log.lines).toEqual(['an interaction was not answered', 'an interaction was not answered']);
  });
});

describe('who starts the bot', () => {
  test('with a wrong token reads which variable to mend', async () => {
    const discord = await discordForTest();
    await expect(logIn(discord, { token: 'MTEw.wrong.token' })).rejects.toThrow(/DISCORD_TOKEN.*Reset Token/);
  });
});
