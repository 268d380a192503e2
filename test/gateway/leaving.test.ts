import { describe, expect, test, vi } from 'vitest';
import { discordForTest, opened, start } from './start.ts';

describe('the bot that leaves', () => {
  test('answers who asks until Discord knows that it has left', async () => {
    const { bot, discord } = await start();
    const asked = discord.requests.length;
    discord.gateway.freezes(true);
    const closed = bot.close();
    const answers = ['one', 'two'].map(async text => (await discord.reader().types(`/say ${text}`)).text);
    expect(await Promise.all(answers)).toEqual(['one', 'two']);
    discord.gateway.freezes(false);
    await closed;
    // Each once, whoever handed it on.
    expect(discord.requests).toHaveLength(asked + 2);
    expect(bot.log.lines).toEqual([]);
  });

  test('leaves although Discord does not hear', async () => {
    const { bot, discord } = await start();
    discord.gateway.freezes(true);
    await bot.close();
    expect(bot.log.lines).toEqual([]);
  });

  test('connects no more, wherever it was', async () => {
    const { bot, discord } = await start();
    discord.gateway.accepts(false);
    discord.gateway.drops();
    await discord.until(() => discord.gateway.turnedAway() === 1);
    await bot.close();
    const turnedAway = discord.gateway.turnedAway();
    discord.gateway.accepts(true);
    // Longer than discord.js waits between two attempts, by its own timers.
    const later = await start({}, {});
    later.discord.gateway.drops();
    await later.discord.until(() => later.discord.gateway.resumed.length === 1);
    expect(discord.gateway.turnedAway()).toBe(turnedAway);
    expect(discord.gateway.connected()).toBe(false);
  });

  test('leaves while it waits to log in', async () => {
    const discord = await discordForTest();
    const bot = opened(discord, { apiUrl: 'http://127.0.0.1:9/api' });
    await vi.waitUntil(() => bot.pauses.length > 0, 15_000);
    await bot.close();
    expect(discord.gateway.identified).toEqual([]);
  });
});
