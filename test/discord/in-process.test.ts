import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Respond } from '../../src/bot/model.ts';
import { type Announcer, openAnnouncer } from './announcing/open.ts';
import { announcementOf, more, placeOf } from './announcing/sample.ts';
import { nothingRefused } from './backstage.ts';
import { discordInProcess } from './in-process.ts';
import { card, sampleCommands, sampleRespond } from './sample.ts';

const start = (respond: Respond = sampleRespond) => discordInProcess({ respond, commands: sampleCommands });

test('a reader sees the answer to a command, and others see it too', async () => {
  const discord = start();
  const reader = discord.reader({ name: 'Ming', locale: 'zh-CN' });
  const seen = await reader.types('/say', { text: '你好' });
  expect(seen).toMatchObject({
    change: 'new',
    private: false,
    deferred: false,
    text: '你好',
    buttons: ['More', 'Site'],
  });
  expect(
    discord
      .reader()
      .sees()
      .map(({ id }) => id),
  ).toEqual([seen.message.id]);
  nothingRefused(discord.refused);
});

test('text typed straight after a command goes into its first required option', async () => {
  const seen = await start().reader().types('/say long context');
  expect(seen.text).toBe('long context');
});

test('a private answer is seen by its reader alone, and nobody else can press its buttons', async () => {
  const discord = start();
  const reader = discord.reader();
  const other = discord.reader({ name: 'Other' });
  const seen = await reader.types('/say', { text: 'psst', private: true });
  expect(seen.private).toBe(true);
  expect(other.sees()).toEqual([]);
  await expect(other.presses(seen, 'More')).rejects.toThrow("somebody else's private one");
});

test('a press on a private answer changes it in place, on a public one opens a new message', async () => {
  const discord = start();
  const reader = discord.reader();
  const shown = await reader.types('/say', { text: 'a' });
  const opened = await reader.presses(shown, 'More');
  expect(opened).toMatchObject({ change: 'new', private: true, text: 'No. 1' });
  const turned = await reader.presses(opened, 'More');
  expect(turned).toMatchObject({ change: 'edited', private: true, text: 'No. 2' });
  expect(turned.message.id).toBe(opened.message.id);
  expect(turned.message.interaction_metadata?.user.id).toBe(reader.id);
  expect(reader.sees()).toHaveLength(2);
});

test('a deferred answer is seen when it has been filled in', async () => {
  const slow: Respond = () =>
    Promise.resolve({
      callback: { type: 5, data: { flags: 64 } },
      later: Promise.resolve({
        do: 'edit',
        message: { ...card('late'), components: [{ type: 10, content: 'late' }] },
      }),
    });
  const seen = await start(slow).reader().types('/post latest');
  expect(seen).toMatchObject({ deferred: true, private: true, text: 'late', change: 'edited' });
});

test('a public "thinking…" is replaced by a private message', async () => {
  const discord = start(() =>
    Promise.resolve({
      callback: { type: 5 },
      later: Promise.resolve({
        do: 'replace',
        message: { content: 'sorry', flags: 64, allowed_mentions: { parse: [] } },
      }),
    }),
  );
  const reader = discord.reader();
  const seen = await reader.types('/post latest');
  expect(seen).toMatchObject({ deferred: true, private: true, text: 'sorry', change: 'new' });
  expect(reader.sees()).toHaveLength(1);
  expect(discord.reader().sees()).toHaveLength(0);
});

test('an answer after three seconds comes too late', async () => {
  const discord = start(async interaction => {
    discord.clock.passes(3_001);
    return await sampleRespond(interaction);
  });
  await expect(discord.reader().types('/say x')).rejects.toThrow('more than three seconds');
});

test('an answer that Discord refuses fails the test, and says where and why', async () => {
  const discord = start(() => Promise.resolve({ callback: { type: 4, data: card('x'.repeat(4_001)) } }));
  await expect(discord.reader().types('/say x')).rejects.toThrow('callback of /say');
  expect(discord.refused).toHaveLength(1);
  expect(() => nothingRefused(discord.refused)).toThrow('data.components.0.components.0.content');
});

test('completion offers what the bot found', async () => {
  expect(await start().reader().completes('/say', 'text', 'lo')).toEqual([{ name: 'say lo', value: 'x' }]);
});

test('a message command carries the message that was pressed', async () => {
  let text = '';
  const discord = start(interaction => {
    const data = interaction.type === 2 && interaction.data.type === 3 ? interaction.data : undefined;
    text = data?.resolved.messages[data.target_id]?.content ?? '';
    return sampleRespond(interaction);
  });
  await discord.reader().picks('Search the posts', 'what about forgetting?');
  expect(text).toBe('what about forgetting?');
});

test('the client sends no command that it does not know, and none without its required options', async () => {
  const reader = start().reader();
  await expect(reader.types('/insight', { number: '5' })).rejects.toThrow('offers no /insight');
  await expect(reader.types('/say')).rejects.toThrow('text is required');
  await expect(reader.types('/say', { text: 'x'.repeat(51) })).rejects.toThrow('1 to 50');
  await expect(reader.types('/post')).rejects.toThrow('it has latest');
});

test('an interaction says what the reader and the bot may do in the channel', async () => {
  const seen: { permissions: bigint; app: bigint; owners: object }[] = [];
  const discord = start(interaction => {
    const permissions = BigInt(interaction.member?.permissions ?? 0);
    seen.push({
      permissions,
      app: BigInt(interaction.app_permissions),
      owners: interaction.authorizing_integration_owners,
    });
    return sampleRespond(interaction);
  });
  const quiet = discord.channel(discord.guild({ locale: 'zh-CN', community: true }), 'quiet', {
    deny: ['SendMessages'],
  });
  const external = discord.channel(discord.guild({ installed: false }), 'elsewhere');
  const moderator = discord.reader({ in: quiet, may: ['ManageMessages'] });
  await moderator.types('/say a');
  await moderator.at(external).types('/say b');
  await moderator.alone().types('/say c');
  const [inQuiet, outside, direct] = seen;
  expect((inQuiet?.permissions ?? 0n) & ((1n << 11n) | (1n << 13n))).toBe(1n << 13n);
  expect((inQuiet?.app ?? 0n) & (1n << 11n)).toBe(0n);
  expect(outside?.owners).toEqual({ 1: moderator.id });
  expect(direct?.owners).toEqual({ 0: '0' });
});

test('an edit after a quarter of an hour comes too late', async () => {
  const discord = start(() => {
    const message = { content: 'late', allowed_mentions: { parse: [] } } as const;
    const later = setImmediate().then(() => {
      discord.clock.passes(15 * 60_000 + 1);
      return { do: 'edit', message } as const;
    });
    return Promise.resolve({ callback: { type: 5 }, later });
  });
  const reader = discord.reader();
  expect(await reader.types('/post latest')).toMatchObject({ change: 'nothing', deferred: true });
  expect(reader.sees().map(({ content }) => content)).toEqual(['']);
});

test('where a server does not let outside applications speak, their answers are private', async () => {
  const discord = start();
  const strict = discord.guild({ installed: false, everyone: ['ViewChannel', 'UseApplicationCommands'] });
  const reader = discord.reader({ in: discord.channel(strict, 'strict') });
  expect((await reader.types('/say hello')).private).toBe(true);
});

test('an interaction that no client sends reaches the bot as it is', async () => {
  let asked: unknown;
  const discord = start(interaction => {
    asked = interaction.data;
    return Promise.resolve({ callback: { type: 4, data: card('what?') } });
  });
  expect((await discord.reader().sends({ type: 2, data: { name: 'say', options: 5 } })).text).toBe('what?');
  expect(asked).toEqual({ name: 'say', options: 5 });
});

test('a member command is offered to those who may use it', async () => {
  const discord = start();
  discord.registers([{ name: 'announce', description: 'Announces', default_member_permissions: '32' }]);
  await expect(discord.reader().types('/announce')).rejects.toThrow('offers no /announce');
  expect((await discord.reader({ may: ['ManageGuild'] }).types('/announce')).change).toBe('new');
});

test('an interaction says in what kind of channel it was made, and what may be done there', async () => {
  const seen: unknown[] = [];
  const discord = start(interaction => {
    const { channel, app_permissions: app } = interaction;
    const may = (bits: unknown) => (BigInt(String(bits)) & (1n << 11n)) !== 0n;
    const parent = channel && 'parent_id' in channel ? channel.parent_id : undefined;
    const permissions = channel && 'permissions' in channel ? channel.permissions : undefined;
    seen.push([channel?.type, parent, may(permissions), may(app)]);
    return sampleRespond(interaction);
  });
  const guild = discord.guild();
  const news = discord.channel(guild, 'news', { kind: 'announcement', denyBot: ['SendMessages'] });
  const forum = discord.channel(guild, 'posts', { kind: 'forum' });
  const media = discord.channel(guild, 'pictures', { kind: 'media' });
  const reader = discord.reader({ in: news });
  for (const channel of [
    news,
    discord.thread(news, 'a'),
    discord.thread(forum, 'b'),
    discord.thread(media, 'c'),
  ])
    await reader.at(channel).types('/say hello');
  expect(seen).toEqual([
    [5, null, true, false],
    [10, news.id, true, false],
    [11, forum.id, true, true],
    [11, media.id, true, true],
  ]);
  await expect(reader.at(forum).types('/say hello')).rejects.toThrow('but in its threads');
});

test('a bot sends messages by itself without sockets too, and they go wrong as planned', async () => {
  const discord = start();
  const bot = openAnnouncer(discord);
  const hasty = openAnnouncer(discord, { timeout: 50 });
  const send = ({ sender }: Announcer) => sender.send(placeOf(discord.general), announcementOf(), more);
  discord.plan(/POST .*messages/, 'stalls');
  discord.plan(/POST .*messages/, 'breaks after it');
  expect(await send(hasty)).toMatchObject({ done: false, unsure: true });
  expect(discord.reader().sees()).toEqual([]);
  expect(await send(bot)).toMatchObject({ done: false, unsure: true });
  expect(await send(bot)).toEqual({ done: true, message: discord.reader().sees()[0]?.id });
  expect(discord.requests).toHaveLength(3);
  await Promise.all([bot.close(), hasty.close()]);
});
