import { afterEach, expect } from 'vitest';
import { type BotOptions, logIn, openBot } from '../discord/bot.ts';
import { type Discord, type DiscordOptions, startDiscord } from '../discord/discord.ts';
import { sampleCommands } from '../discord/sample.ts';

const endings: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** Does that when the test is over; what was said last is done first. */
export const atEnd = (end: () => Promise<void>): number => endings.push(end);

/** A fake Discord that ends with the test, and fails it where something was refused that it did not expect. */
export async function discordForTest(options: DiscordOptions = {}) {
  const discord = await startDiscord(options);
  endings.push(discord.close);
  discord.registers(sampleCommands);
  return discord;
}

/** The same with the bot of the tests logged in. */
export async function start(options: BotOptions = {}, given: DiscordOptions = {}) {
  const discord = await discordForTest(given);
  const bot = await logIn(discord, options);
  endings.push(bot.close);
  return { discord, bot };
}

/** A bot that is about to be there, whenever that will be. */
export function opened(discord: Discord, options: BotOptions = {}) {
  const bot = openBot(discord, options);
  atEnd(bot.close);
  return bot;
}

/** Whether who asks is answered now. */
export const isThere = async (discord: Discord): Promise<void> => {
  expect((await discord.reader().types('/say again')).text).toBe('again');
};
