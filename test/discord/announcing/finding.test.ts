import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testMark } from '../../../src/message/announcement.ts';
import { encode } from '../../../src/message/route.ts';
import { locales, wordsOf } from '../../../src/words/words.ts';
import { makeClock } from '../clock.ts';
import { type Discord, startDiscord } from '../discord.ts';
import { discordInProcess } from '../in-process.ts';
import { plainMessage } from '../messages.ts';
import type { Channel } from '../model.ts';
import { sampleCommands } from '../sample.ts';
import { type Announcer, openAnnouncer } from './open.ts';
import { announcementOf, more, placeOf, post } from './sample.ts';

const other = 'AnOtherPost';
const start = Date.UTC(2026, 7, 1);

let discord: Discord;
let bot: Announcer;

beforeEach(async () => {
  discord = await startDiscord({ clock: makeClock(() => start) });
  bot = openAnnouncer(discord);
});

afterEach(async () => {
  await bot.close();
  await discord.close();
});

const write = (channel: Channel, payload: Parameters<typeof plainMessage>[3]) => {
  const message = plainMessage(discord.world, channel, discord.world.user('Somebody'), payload);
  channel.messages.set(message.id, { message });
};

describe('an announcement that may have arrived', () => {
  test('is found among the newest messages by its buttons', async () => {
    const place = placeOf(discord.general);
    await bot.sender.send(place, announcementOf(other), { ...more, nonce: 'other' });
    discord.plan(/POST .*messages/, 'breaks after it');
    await bot.sender.send(place, announcementOf(), more);
    write(discord.general, { content: 'Nice!' });
    const message = discord.reader().sees()[1]?.id;
    expect(await bot.sender.find(place, post, start)).toEqual({ done: true, sent: { message } });
  });

  test('is found by what a select of it offers', async () => {
    const value = encode({ do: 'go', route: { to: 'card', post } });
    const options = [{ label: 'On compression', value }];
    const old = discord.leaves(discord.general, {
      content: 'Two new posts',
      components: [{ type: 1, components: [{ type: 3, custom_id: '1|choose|posts', options }] }],
    });
    expect(await bot.sender.find(placeOf(discord.general), post, start)).toEqual({
      done: true,
      sent: { message: old.id },
    });
  });

  test('is not there where only somebody else wrote, or another post was announced', async () => {
    const place = placeOf(discord.general);
    expect(await bot.sender.find(place, post, start)).toEqual({ done: true, sent: 'none' });
    const { content, components } = announcementOf();
    write(discord.general, { content, components });
    await bot.sender.send(place, announcementOf(other), more);
    expect(await bot.sender.find(place, post, start)).toEqual({ done: true, sent: 'none' });
  });

  test('is not there where Quoth only answered somebody with a card of the post', async () => {
    const { content, components } = announcementOf();
    const fake = discordInProcess({
      respond: () =>
        Promise.resolve({
          callback: {
            type: 4,
            data: { content, components: [...components], allowed_mentions: { parse: [] } },
          },
        }),
      commands: sampleCommands,
    });
    const answering = openAnnouncer(fake);
    expect((await fake.reader().types('/post latest')).buttons).toEqual(['Read']);
    const found = await answering.sender.find(placeOf(fake.general), post, start);
    expect(found).toEqual({ done: true, sent: 'none' });
    await answering.close();
  });

  test.each(locales)('is not there where only a test of it was sent: %s', async locale => {
    const place = placeOf(discord.general);
    await bot.sender.send(place, testMark(announcementOf(), wordsOf(locale)), more);
    expect(await bot.sender.find(place, post, start)).toEqual({ done: true, sent: 'none' });
    const sent = await bot.sender.send(place, announcementOf(), { ...more, nonce: 'other' });
    const message = sent.done && sent.message;
    expect(await bot.sender.find(place, post, start)).toEqual({ done: true, sent: { message } });
  });

  test('cannot be known of where Quoth may not read what was written', async () => {
    const channel = discord.channel(discord.guild(), 'news', { denyBot: ['ReadMessageHistory'] });
    await bot.sender.send(placeOf(channel), announcementOf(), more);
    expect(await bot.sender.find(placeOf(channel), post, start)).toEqual({ done: true, sent: 'unknown' });
    discord.permits(channel, { denyBot: ['ViewChannel'] });
    expect(await bot.sender.find(placeOf(channel), post, start)).toEqual({ done: true, sent: 'unknown' });
  });

  test('is looked for again later where Discord stumbles', async () => {
    discord.plan(/GET .*messages/, { status: 503, body: '' });
    expect(await bot.sender.find(placeOf(discord.general), post, start)).toMatchObject({
      done: false,
      after: 2_000,
    });
  });
});

describe('an announcement of before', () => {
  test('is not taken for the one that is looked for', async () => {
    await bot.sender.send(placeOf(discord.general), announcementOf(), more);
    const since = start + 60 * 60_000;
    const found = await bot.sender.find(placeOf(discord.general), post, since);
    expect(found).toEqual({ done: true, sent: 'none' });
  });

  test('but a clock that is a minute ahead loses none', async () => {
    const sent = await bot.sender.send(placeOf(discord.general), announcementOf(), more);
    const found = await bot.sender.find(placeOf(discord.general), post, start + 60_000);
    expect(found).toEqual({ done: true, sent: { message: sent.done && sent.message } });
  });

  test('is found behind three hundred messages, and cannot be known of behind a thousand', async () => {
    await bot.sender.send(placeOf(discord.general), announcementOf(), more);
    for (let index = 0; index < 300; index++) write(discord.general, { content: 'Nice!' });
    const place = placeOf(discord.general);
    expect(await bot.sender.find(place, post, start)).toMatchObject({
      sent: { message: expect.stringMatching(/^\d+$/) },
    });
    for (let index = 0; index < 700; index++) write(discord.general, { content: 'Nice!' });
    expect(await bot.sender.find(place, post, start)).toEqual({ done: true, sent: 'unknown' });
  });
});

describe('a thread that may have been opened', () => {
  const forumOf = (options: Parameters<Discord['channel']>[2] = {}) =>
    discord.channel(discord.guild(), 'posts', { kind: 'forum', ...options });

  test('is found among the newest threads, asleep or not', async () => {
    const forum = forumOf();
    const place = placeOf(forum, 'forum');
    discord.plan(/POST .*threads/, 'breaks after it');
    expect(await bot.sender.send(place, announcementOf(), more)).toMatchObject({ unsure: true });
    const [thread] = discord.reader({ in: forum }).threads();
    const sent = { message: thread?.id, thread: thread?.id };
    await bot.sender.send(place, announcementOf(other), more);
    discord.thread(forum, 'A question of somebody');
    expect(await bot.sender.find(place, post, start)).toEqual({ done: true, sent });
    discord.clock.passes(4 * 24 * 60 * 60_000);
    expect(await bot.sender.find(place, post, start)).toEqual({ done: true, sent });
  });

  test('is not there where only a test of it was sent', async () => {
    const place = placeOf(forumOf(), 'forum');
    await bot.sender.send(place, testMark(announcementOf(), wordsOf('zh-CN')), more);
    expect(await bot.sender.find(place, post, start)).toEqual({ done: true, sent: 'none' });
  });

  test('is not there, though another is whose first message was deleted', async () => {
    const forum = forumOf();
    const place = placeOf(forum, 'forum');
    await bot.sender.send(place, announcementOf(other), more);
    for (const thread of discord.reader({ in: forum }).threads()) thread.messages.clear();
    expect(await bot.sender.find(place, post, start)).toEqual({ done: true, sent: 'none' });
  });

  test('cannot be known of among hundreds that somebody closed since', async () => {
    const forum = forumOf();
    for (let index = 0; index < 301; index++) {
      discord.clock.passes(1);
      discord.thread(forum, `Question ${index}`, { archived: true });
    }
    const place = placeOf(forum, 'forum');
    expect(await bot.sender.find(place, post, start)).toEqual({ done: true, sent: 'unknown' });
    const later = discord.clock.now() + 2 * 60_000;
    expect(await bot.sender.find(place, post, later)).toEqual({ done: true, sent: 'none' });
  });

  test('cannot be known of where Quoth may not read what was written', async () => {
    const forum = forumOf({ denyBot: ['ReadMessageHistory'] });
    expect(await bot.sender.find(placeOf(forum, 'forum'), post, start)).toEqual({
      done: true,
      sent: 'unknown',
    });
  });
});
