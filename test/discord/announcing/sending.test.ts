import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeClock } from '../clock.ts';
import { type Discord, startDiscord } from '../discord.ts';
import { type Announcer, openAnnouncer } from './open.ts';
import { announcementOf, more, placeOf, post } from './sample.ts';

let discord: Discord;
let bot: Announcer;

beforeEach(async () => {
  discord = await startDiscord({ clock: makeClock(() => Date.UTC(2026, 7, 1)) });
  bot = openAnnouncer(discord);
});

afterEach(async () => {
  vi.useRealTimers();
  await bot.close();
  await discord.close();
});

describe('an announcement in a text channel', () => {
  test('is seen with its text, its embed and its buttons, and notifies nobody', async () => {
    const reader = discord.reader();
    const sent = await bot.sender.send(placeOf(discord.general), announcementOf(), more);
    const [message] = reader.sees();
    expect(sent).toEqual({ done: true, message: message?.id });
    expect(message).toMatchObject({
      content: '**On compression** https://blog.example/posts/compression',
      embeds: [{ title: 'On compression' }],
      components: [{ components: [{ label: 'Read' }] }],
    });
    expect(discord.pings(discord.general)).toEqual([]);
  });

  test('notifies the role that was configured', async () => {
    const guild = discord.guild();
    const channel = discord.channel(guild, 'news');
    const readers = discord.role(guild, { mentionable: true });
    await bot.sender.send(placeOf(channel), announcementOf(post, readers.id), more);
    expect(discord.pings(channel)).toEqual([{ everyone: false, roles: [readers.id], users: [] }]);
  });

  test('is seen once, however often it is sent with its nonce', async () => {
    const first = await bot.sender.send(placeOf(discord.general), announcementOf(), more);
    const second = await bot.sender.send(placeOf(discord.general), announcementOf(), more);
    expect(second).toEqual(first);
    expect(discord.reader().sees()).toHaveLength(1);
  });

  test.each(['loses the answer', 'breaks after it'] as const)(
    'is seen once although Discord %s, and may have arrived until it is sent again',
    async fault => {
      discord.plan(/POST .*messages/, fault);
      const hasty = openAnnouncer(discord, { timeout: 1_000 });
      const first = await hasty.sender.send(placeOf(discord.general), announcementOf(), more);
      await hasty.close();
      expect(first).toMatchObject({ done: false, unsure: true });
      const second = await bot.sender.send(placeOf(discord.general), announcementOf(), more);
      expect(second).toEqual({ done: true, message: discord.reader().sees()[0]?.id });
      expect(discord.reader().sees()).toHaveLength(1);
    },
  );

  test.each(['stalls', 'resets', { status: 500, body: '<html>' }, { status: 502, body: {} }] as const)(
    'may have arrived where Discord stumbles: %j',
    async fault => {
      discord.plan(/POST .*messages/, fault);
      const hasty = openAnnouncer(discord, { timeout: 50 });
      const sent = await hasty.sender.send(placeOf(discord.general), announcementOf(), more);
      await hasty.close();
      expect(sent).toMatchObject({ done: false, unsure: true, after: 2_000 });
    },
  );

  test('may have arrived where what comes back is not what Discord answers', async () => {
    discord.plan(/POST .*messages/, { status: 200, body: '<html>Welcome to the hotel</html>' });
    const sent = await bot.sender.send(placeOf(discord.general), announcementOf(), more);
    expect(sent).toMatchObject({ done: false, unsure: true, detail: expect.stringContaining('in Discord') });
  });

  test('has not arrived where nothing listens', async () => {
    const away = openAnnouncer(discord, { reach: { apiUrl: 'http://127.0.0.1:9/api' } });
    const sent = await away.sender.send(placeOf(discord.general), announcementOf(), more);
    expect(sent).toMatchObject({ done: false, unsure: false });
    await away.close();
  });
});

describe('a channel that takes no announcement', () => {
  const refusalIn = async (channel: Parameters<typeof placeOf>[0]) =>
    await bot.sender.send(placeOf(channel), announcementOf(), more);

  test('is hidden from Quoth, or Quoth may not write there', async () => {
    const guild = discord.guild();
    const hidden = discord.channel(guild, 'hidden', { denyBot: ['ViewChannel'] });
    const quiet = discord.channel(guild, 'quiet', { denyBot: ['SendMessages'] });
    const plain = discord.channel(guild, 'plain', { denyBot: ['EmbedLinks'] });
    const detail = expect.stringContaining('Missing');
    for (const channel of [hidden, quiet, plain])
      expect(await refusalIn(channel)).toEqual({ done: false, refused: 'forbidden', detail });
  });

  test('was deleted', async () => {
    const channel = discord.channel(discord.guild(), 'old');
    discord.deletes(channel);
    const detail = expect.stringContaining('Unknown Channel');
    expect(await refusalIn(channel)).toEqual({ done: false, refused: 'gone', detail });
  });

  test('is in a server that Quoth was removed from', async () => {
    const guild = discord.guild();
    const channel = discord.channel(guild, 'news');
    discord.removes(guild);
    expect(await refusalIn(channel)).toMatchObject({ refused: 'forbidden' });
  });

  test('is a locked thread', async () => {
    const thread = discord.thread(discord.general, 'over', { locked: true });
    const sent = await bot.sender.send(placeOf(thread, 'thread'), announcementOf(), more);
    expect(sent).toMatchObject({ refused: 'forbidden', detail: expect.stringContaining('locked') });
  });

  test('is told what Discord has against the message', async () => {
    const long = announcementOf(post, undefined, 'x'.repeat(257));
    const sent = await bot.sender.send(placeOf(discord.general), long, more);
    expect(sent).toMatchObject({ refused: 'refused', detail: expect.stringContaining('embeds') });
    expect(discord.refused.splice(0)).toHaveLength(1);
  });
});

describe('Discord asks to wait', () => {
  test('after five messages in a channel, and takes the sixth five seconds later', async () => {
    const place = placeOf(discord.general);
    for (let index = 0; index < 5; index++)
      await bot.sender.send(place, announcementOf(), { ...more, nonce: `delivery-${index}` });
    const sixth = { ...more, nonce: 'delivery-6' };
    const replica = openAnnouncer(discord);
    const refused = await replica.sender.send(place, announcementOf(), sixth);
    expect(refused).toMatchObject({ done: false, unsure: false });
    expect('after' in refused && refused.after).toBeGreaterThanOrEqual(5_000);
    discord.clock.passes(5_000);
    const another = openAnnouncer(discord);
    expect(await another.sender.send(place, announcementOf(), sixth)).toMatchObject({ done: true });
    await Promise.all([replica.close(), another.close()]);
    expect(discord.reader().sees()).toHaveLength(6);
  });

  /** The sender's clock stands still: on a slow machine, too, its next request comes at once. */
  const standStill = () => vi.useFakeTimers({ toFake: ['Date'] });

  test('an hour once ten messages were published, which is asked once and refuses nothing', async () => {
    const channel = discord.channel(discord.guild(), 'news', { kind: 'announcement' });
    const place = placeOf(channel, 'announcement');
    const outcomes: unknown[] = [];
    for (let at = 0; at < 12; at++) {
      const message = discord.leaves(channel, { content: `no. ${at}` }).id;
      outcomes.push(await bot.sender.publish(place, { message }));
    }
    expect(outcomes.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => ({ done: true })));
    for (const outcome of outcomes.slice(10)) {
      expect(outcome).toMatchObject({ done: false, unsure: false, after: expect.any(Number) });
      expect(outcome).not.toHaveProperty('refused');
    }
    expect(discord.badRequests()).toBeLessThanOrEqual(1);
  });

  test('and the same sender knows without asking again', async () => {
    standStill();
    for (let index = 0; index < 6; index++)
      await bot.sender.send(placeOf(discord.general), announcementOf(), { ...more, nonce: `no. ${index}` });
    expect(discord.requests).toHaveLength(5);
    expect(discord.badRequests()).toBe(0);
  });

  test('everywhere after fifty requests in a second', async () => {
    standStill();
    discord.plan(/POST/, {
      status: 429,
      body: { message: 'You are being rate limited.', retry_after: 0.5, global: true },
      headers: { 'retry-after': '1', 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' },
    });
    const refused = await bot.sender.send(placeOf(discord.general), announcementOf(), more);
    expect(refused).toMatchObject({ done: false, unsure: false });
    expect('after' in refused && refused.after).toBeGreaterThanOrEqual(1_000);
    const other = discord.channel(discord.guild(), 'other');
    expect(await bot.sender.send(placeOf(other), announcementOf(), more)).toMatchObject({ unsure: false });
    expect(discord.requests).toHaveLength(1);
  });
});

describe('Quoth stops asking', () => {
  test('where Discord does not take its token, says so once, and goes on ten minutes later', async () => {
    const lost = openAnnouncer(discord, { token: discord.token.replace('GfAkE1', 'other1') });
    const place = placeOf(discord.general);
    for (let index = 0; index < 3; index++) {
      const sent = await lost.sender.send(place, announcementOf(), more);
      expect(sent).toMatchObject({ done: false, after: 10 * 60_000, unsure: false });
    }
    expect(discord.requests).toHaveLength(1);
    expect(lost.log.lines).toEqual([expect.stringContaining('bot token')]);
    discord.clock.passes(10 * 60_000);
    await lost.sender.send(place, announcementOf(), more);
    expect(discord.requests).toHaveLength(2);
    await lost.close();
  });

  test('after 500 bad requests in ten minutes, before Discord shuts it out', async () => {
    discord.plan(/POST/, { status: 403, body: { message: 'Missing Access', code: 50_001 } }, 600);
    const hasty = openAnnouncer(discord, { client: { globalRequestsPerSecond: Number.POSITIVE_INFINITY } });
    const place = placeOf(discord.general);
    for (let index = 0; index < 500; index++)
      expect(await hasty.sender.send(place, announcementOf(), more)).toMatchObject({ refused: 'forbidden' });
    const next = await hasty.sender.send(place, announcementOf(), more);
    expect(next).toMatchObject({ done: false, after: 10 * 60_000, unsure: false });
    expect(discord.requests).toHaveLength(500);
    expect(hasty.log.lines).toHaveLength(1);
    discord.clock.passes(10 * 60_000);
    expect(await hasty.sender.send(place, announcementOf(), more)).toMatchObject({ refused: 'forbidden' });
    await hasty.close();
  });

  test('but no channel is given up for a page that is not of Discord', async () => {
    discord.plan(/POST/, { status: 403, body: '<html>Blocked by the firewall</html>' });
    const sent = await bot.sender.send(placeOf(discord.general), announcementOf(), more);
    expect(sent).toMatchObject({ done: false, after: 60_000, unsure: false });
  });
});
