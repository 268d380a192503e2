import { afterEach, describe, expect, test, vi } from 'vitest';
import { logIn } from '../discord/bot.ts';
import type { Discord } from '../discord/discord.ts';
import type { Guild } from '../discord/model.ts';
import { shardOf } from '../discord/sessions.ts';
import { atEnd, discordForTest, start } from './start.ts';

afterEach(() => {
  vi.useRealTimers();
});

const shards = 8;

/** Lets so much time pass at once. discord.js identifies a shard no more than once in five seconds. */
const passes = (milliseconds: number) =>
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds });

/** Servers, the same number on each of eight shards. */
const fill = (discord: Discord, count: number): readonly Guild[] =>
  Array.from({ length: count }, () => {
    discord.clock.passes(1);
    return discord.guild();
  });

/** Somebody in a server of that shard. */
function readerOn(discord: Discord, shard: number, count = shards) {
  for (;;) {
    discord.clock.passes(1);
    const guild = discord.guild();
    if (shardOf(guild.id, count) === shard) return discord.reader({ in: discord.channel(guild, 'general') });
  }
}

const each = Array.from({ length: shards }, (_, shard) => shard);

/** What somebody on each shard reads who asks for a text that names it. */
const answers = (discord: Discord, text: string) =>
  Promise.all(each.map(async shard => (await readerOn(discord, shard).types(`/say ${text} ${shard}`)).text));

const expected = (text: string) => each.map(shard => `${text} ${shard}`);

/** A bot on eight shards. */
const onEight = () => start({}, { shards });

describe('a bot in 10,000 servers', () => {
  test('logs in by as many shards as Discord would have, and each answers', async () => {
    const discord = await discordForTest({ shards });
    fill(discord, 10_000);
    const bot = await logIn(discord);
    atEnd(bot.close);
    // The one of the fake is there from the beginning.
    expect(bot.account).toEqual({ name: 'quoth', servers: 10_001 });
    expect([...discord.gateway.shards].sort()).toEqual(each.map(shard => [shard, shards]));
    expect(await answers(discord, 'hello from')).toEqual(expected('hello from'));
    expect(bot.shards()).toEqual({ count: shards, lost: [] });
    expect(bot.log.lines).toEqual([]);
  });
});

describe('where one shard’s connection drops', () => {
  test('the others answer, and it is named until it is there again', async () => {
    const { bot, discord } = await onEight();
    discord.gateway.accepts(false);
    discord.gateway.drops(3);
    await discord.until(() => discord.gateway.turnedAway() > 0);
    await vi.waitUntil(() => bot.shards().lost.length > 0, 15_000);
    expect(bot.shards()).toEqual({ count: shards, lost: [3] });
    const others = each.filter(shard => shard !== 3);
    for (const shard of others) {
      expect((await readerOn(discord, shard).types('/say here')).text).toBe('here');
    }
    passes(6_000);
    discord.gateway.accepts(true);
    await discord.until(() => discord.gateway.shards.length > shards);
    expect(discord.gateway.shards.slice(shards)).toEqual([[3, shards]]);
    expect((await readerOn(discord, 3).types('/say again')).text).toBe('again');
    expect(bot.shards()).toEqual({ count: shards, lost: [] });
    expect(bot.log.lines).toEqual([
      expect.stringMatching(/^the connection of shard 3 of 8 to Discord was lost/),
      'connected to Discord again',
    ]);
  });

  test('and then all do, the log has two lines for it', async () => {
    const { bot, discord } = await onEight();
    discord.gateway.drops(3);
    discord.gateway.drops();
    await discord.until(() => discord.gateway.resumed.length === shards);
    expect(await answers(discord, 'again')).toEqual(expected('again'));
    expect(bot.log.lines).toHaveLength(2);
  });
});

describe('where Discord would have the bot split over more shards, nobody’s interaction is lost', () => {
  test('while it runs: those that hold answer until the new ones do', async () => {
    const { bot, discord } = await start({}, { shards: 2 });
    discord.recommends(shards);
    // All that it asks for is held up until readers have asked.
    const asked = Promise.withResolvers<void>();
    discord.plan(/gateway\/bot/, { until: asked.promise });
    passes(6_000);
    discord.gateway.closes(4011, 0);
    await discord.until(() => discord.requests.filter(({ path }) => path === '/gateway/bot').length > 1);
    const reader = readerOn(discord, 1, 2);
    expect((await reader.types('/say in between')).text).toBe('in between');
    asked.resolve();
    await discord.until(() => discord.gateway.shards.length === 2 + shards);
    expect(await answers(discord, 'hello from')).toEqual(expected('hello from'));
    await vi.waitUntil(() => bot.shards().lost.length === 0, 15_000);
    expect(bot.shards().count).toBe(shards);
    expect(bot.log.lines).toEqual([
      expect.stringContaining('split over more connections (code 4011)'),
      'connected to Discord again',
    ]);
  });

  test('by a restart: the next is there before the first leaves, and each answer is seen once', async () => {
    const { bot: first, discord } = await start();
    const readers = each.map(shard => readerOn(discord, shard));
    const ask = (text: string) =>
      Promise.all(readers.map(async (reader, at) => (await reader.types(`/say ${text} ${at}`)).text));
    expect(await ask('before')).toEqual(expected('before'));

    discord.recommends(shards);
    const second = await logIn(discord);
    atEnd(second.close);
    expect(await ask('both')).toEqual(expected('both'));
    discord.gateway.freezes(true);
    const closed = first.close();
    const late = ask('leaving');
    expect(await late).toEqual(expected('leaving'));
    discord.gateway.freezes(false);
    await closed;
    expect(await ask('after')).toEqual(expected('after'));

    for (const reader of readers) expect(reader.sees()).toHaveLength(4);
    expect([...first.log.lines, ...second.log.lines]).toEqual([]);
  });

  test('by a restart of one that leaves first: who asks until Discord knows is answered, on every shard', async () => {
    const { bot: first, discord } = await onEight();
    discord.gateway.freezes(true);
    const closed = first.close();
    expect(await answers(discord, 'last')).toEqual(expected('last'));
    discord.gateway.freezes(false);
    await closed;
    expect(first.log.lines).toEqual([]);

    discord.recommends(4);
    const second = await logIn(discord);
    atEnd(second.close);
    expect(discord.gateway.shards.slice(shards).map(([, count]) => count)).toEqual([4, 4, 4, 4]);
    expect(await answers(discord, 'first')).toEqual(expected('first'));
  });
});
