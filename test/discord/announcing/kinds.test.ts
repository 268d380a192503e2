import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeClock } from '../clock.ts';
import { type Discord, startDiscord } from '../discord.ts';
import type { Channel } from '../model.ts';
import { type Announcer, openAnnouncer } from './open.ts';
import { announcementOf, more, placeOf, post } from './sample.ts';

let discord: Discord;
let bot: Announcer;

beforeEach(async () => {
  discord = await startDiscord({ clock: makeClock(() => Date.UTC(2026, 7, 1)) });
  bot = openAnnouncer(discord);
});

afterEach(async () => {
  await bot.close();
  await discord.close();
});

async function sendTo(
  channel: Channel,
  kind: Parameters<typeof placeOf>[1],
  changed: Partial<typeof more> = {},
) {
  const sent = await bot.sender.send(placeOf(channel, kind), announcementOf(), { ...more, ...changed });
  if (!sent.done) throw new Error(sent.detail);
  return sent;
}

describe('in an announcement channel', () => {
  const open = () => {
    const news = discord.channel(discord.guild({ name: 'The blog' }), 'news', { kind: 'announcement' });
    const follower = discord.channel(discord.guild(), 'elsewhere');
    discord.follows(news, follower);
    return { news, follower, place: placeOf(news, 'announcement') };
  };

  test('a published message is read in servers that follow, without its buttons', async () => {
    const { news, follower, place } = open();
    const sent = await sendTo(news, 'announcement');
    expect(await bot.sender.publish(place, sent)).toEqual({ done: true });
    const [copy] = discord.reader({ in: follower }).sees();
    expect(copy).toMatchObject({ embeds: [{ title: 'On compression' }], components: [] });
    expect(copy?.message_reference).toMatchObject({ message_id: sent.message });
  });

  test('publishing twice is publishing once', async () => {
    const { news, follower, place } = open();
    const sent = await sendTo(news, 'announcement');
    await bot.sender.publish(place, sent);
    expect(await bot.sender.publish(place, sent)).toEqual({ done: true });
    expect(discord.reader({ in: follower }).sees()).toHaveLength(1);
  });

  test('the eleventh publication in an hour is to wait', async () => {
    const { news, place } = open();
    const outcomes: object[] = [];
    for (let index = 0; index < 11; index++) {
      const sent = await sendTo(news, 'announcement', { nonce: `no. ${index}` });
      discord.clock.passes(5_000);
      outcomes.push(await bot.sender.publish(place, sent));
      // Each one from another replica, so that Discord itself is asked.
      await bot.close();
      bot = openAnnouncer(discord);
    }
    expect(outcomes.slice(0, 10)).toEqual(new Array(10).fill({ done: true }));
    const last = outcomes[10];
    expect(last).toMatchObject({ done: false, unsure: false });
    expect(last && 'after' in last && last.after).toBeGreaterThan(3_500_000);
  });

  test('followers read corrections, three in an hour', async () => {
    const { news, follower, place } = open();
    const sent = await sendTo(news, 'announcement');
    await bot.sender.publish(place, sent);
    for (let index = 1; index <= 3; index++)
      expect(await bot.sender.edit(place, sent, announcementOf(post, undefined, `No. ${index}`))).toEqual({
        done: true,
      });
    const fourth = await bot.sender.edit(place, sent, announcementOf(post, undefined, 'No. 4'));
    expect(fourth).toMatchObject({ done: false, unsure: false });
    expect('after' in fourth && fourth.after).toBeGreaterThanOrEqual(3_600_000);
    expect(discord.reader({ in: follower }).sees()[0]?.embeds[0]?.title).toBe('No. 3');
  });
});

describe('a thread for talk', () => {
  test('is opened on the announcement, and found again where it is there', async () => {
    const place = placeOf(discord.general);
    const sent = await sendTo(discord.general, 'text');
    const opened = await bot.sender.open(place, sent, 'A name '.repeat(20));
    expect(opened).toEqual({ done: true, thread: sent.message });
    const [thread] = discord.reader().threads();
    expect(thread?.name).toHaveLength(100);
    expect(await bot.sender.open(place, sent, 'Another')).toEqual({ done: true, thread: sent.message });
  });

  test('is not opened where Quoth may not', async () => {
    const channel = discord.channel(discord.guild(), 'news', { denyBot: ['CreatePublicThreads'] });
    const sent = await sendTo(channel, 'text');
    expect(await bot.sender.open(placeOf(channel), sent, 'Talk')).toMatchObject({ refused: 'forbidden' });
  });
});

describe.each(['forum', 'media'] as const)('in a %s channel', kind => {
  const open = (options: Parameters<Discord['channel']>[2] = {}) =>
    discord.channel(discord.guild(), 'posts', { kind, ...options });

  test('a post becomes a thread with its name and those of the tags that it has too', async () => {
    const forum = open({ tags: ['ai', 'Memory', 'ＡＩ', '!Staff'] });
    const sent = await sendTo(forum, kind, { name: '从压缩到推理', tags: ['AI', 'staff', 'poetry'] });
    const [thread] = discord.reader({ in: forum }).threads();
    expect(sent).toEqual({ done: true, message: thread?.id, thread: thread?.id });
    expect(thread?.name).toBe('从压缩到推理');
    expect(thread?.appliedTags).toEqual([forum.tags[0]?.id, forum.tags[2]?.id]);
    expect(thread && discord.reader({ in: thread }).sees()).toMatchObject([
      { id: thread?.id, embeds: [{ title: 'On compression' }] },
    ]);
  });

  test('that demands a tag, a post without one is refused, and the tags are named', async () => {
    const forum = open({ tags: ['Memory', 'Agents'], requiresTag: true });
    const refused = await bot.sender.send(placeOf(forum, kind), announcementOf(), more);
    expect(refused).toMatchObject({ refused: 'refused', detail: expect.stringContaining('Memory, Agents') });
    expect(discord.reader({ in: forum }).threads()).toEqual([]);
    await sendTo(forum, kind, { tags: ['memory'] });
    expect(discord.reader({ in: forum }).threads()).toHaveLength(1);
  });

  test('six tags are five', async () => {
    const tags = ['a', 'b', 'c', 'd', 'e', 'f'];
    const forum = open({ tags });
    await sendTo(forum, kind, { tags });
    expect(discord.reader({ in: forum }).threads()[0]?.appliedTags).toHaveLength(5);
  });

  test('a correction is made at the second try where the thread had fallen asleep', async () => {
    const forum = open();
    const place = placeOf(forum, kind);
    const sent = await sendTo(forum, kind);
    discord.clock.passes(4 * 24 * 60 * 60_000);
    const corrected = announcementOf(post, undefined, 'Corrected');
    expect(await bot.sender.edit(place, sent, corrected)).toMatchObject({
      done: false,
      after: 1_000,
      unsure: false,
    });
    expect(await bot.sender.edit(place, sent, corrected)).toEqual({ done: true });
    const [thread] = discord.reader({ in: forum }).threads();
    expect(thread && discord.reader({ in: thread }).sees()[0]?.embeds[0]?.title).toBe('Corrected');
  });
});

test('a message that somebody deleted is gone, and can be corrected no more', async () => {
  const sent = await sendTo(discord.general, 'text');
  discord.general.messages.delete(sent.message);
  const edited = await bot.sender.edit(placeOf(discord.general), sent, announcementOf());
  expect(edited).toMatchObject({ done: false, refused: 'gone' });
});
