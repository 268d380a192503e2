import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PermissionName } from '../../../src/announce/model.ts';
import { type Discord, startDiscord } from '../discord.ts';
import { discordInProcess } from '../in-process.ts';
import { allows, type Permission, permissionsIn } from '../permissions.ts';
import { sampleRespond } from '../sample.ts';
import { type Announcer, openAnnouncer } from './open.ts';

let discord: Discord;
let bot: Announcer;

beforeEach(async () => {
  discord = await startDiscord();
  bot = openAnnouncer(discord);
});

afterEach(async () => {
  await bot.close();
  await discord.close();
});

type Channel = ReturnType<Discord['channel']>;

const look = (channel: Channel, role?: string, thread?: boolean) =>
  bot.servers.look(channel.guild?.id ?? '', channel.id, role, thread);

describe('a channel looked at', () => {
  test.each([
    ['text', 'text'],
    ['announcement', 'announcement'],
    ['forum', 'forum'],
    ['media', 'media'],
    ['voice', 'other'],
    ['category', 'other'],
  ] as const)('is of its kind: %s', async (kind, seen) => {
    const channel = discord.channel(discord.guild(), 'news', { kind });
    expect(await look(channel)).toEqual({
      channel: channel.id,
      name: 'news',
      kind: seen,
      missing: [],
      needsTag: false,
      tags: [],
    });
  });

  test('is a thread, but in a forum it is the forum', async () => {
    const guild = discord.guild();
    const talk = discord.thread(discord.channel(guild, 'general'), 'talk');
    const forum = discord.channel(guild, 'posts', {
      kind: 'forum',
      tags: ['AI', '!Staff'],
      requiresTag: true,
    });
    const question = discord.thread(forum, 'A question');
    expect(await look(talk)).toMatchObject({ channel: talk.id, name: 'talk', kind: 'thread' });
    expect(await look(question)).toMatchObject({
      channel: forum.id,
      name: 'posts',
      kind: 'forum',
      needsTag: true,
      tags: ['AI', 'Staff'],
    });
  });

  test('that Quoth does not see lacks View Channel, and no more is known of it', async () => {
    const channel = discord.channel(discord.guild(), 'hidden', { denyBot: ['ViewChannel'] });
    expect(await look(channel)).toMatchObject({
      channel: channel.id,
      kind: 'other',
      missing: ['ViewChannel'],
    });
  });

  test('lacks what announcing there needs, by name', async () => {
    const guild = discord.guild();
    const denied = { denyBot: ['SendMessages', 'SendMessagesInThreads', 'EmbedLinks'] } as const;
    const text = discord.channel(guild, 'text', denied);
    expect((await look(text)).missing).toEqual(['SendMessages', 'EmbedLinks']);
    const thread = discord.thread(text, 'talk');
    expect((await look(thread)).missing).toEqual(['SendMessagesInThreads', 'EmbedLinks']);
  });

  test('needs Create Public Threads only where a thread is to be opened on a message', async () => {
    const guild = discord.guild();
    const denied = { denyBot: ['CreatePublicThreads'] } as const;
    const text = discord.channel(guild, 'text', denied);
    const forum = discord.channel(guild, 'posts', { kind: 'forum', ...denied });
    expect((await look(text)).missing).toEqual([]);
    expect((await look(text, undefined, true)).missing).toEqual(['CreatePublicThreads']);
    expect((await look(forum, undefined, true)).missing).toEqual([]);
  });

  test('cannot be told of where Discord is away', async () => {
    discord.plan(/GET/, { status: 503, body: '' }, 10);
    await expect(look(discord.general)).rejects.toThrow('503');
  });

  const names = [
    'ViewChannel',
    'SendMessages',
    'EmbedLinks',
    'ReadMessageHistory',
    'CreatePublicThreads',
  ] as const satisfies readonly PermissionName[];
  const some = fc.subarray<Permission>([...names]);

  test('lacks what Discord would miss, whatever roles and overwrites say', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ everyone: some, bot: some, deny: some, allow: some, denyBot: some, allowBot: some }),
        async ({ everyone, bot: own, ...overwrites }) => {
          const fake = discordInProcess({ respond: sampleRespond });
          const announcer = openAnnouncer(fake);
          const guild = fake.guild({ everyone, bot: own });
          const channel = fake.channel(guild, 'news', overwrites);
          const me = guild.members.get(fake.world.bot.id);
          const may = me ? permissionsIn(channel, me) : 0n;
          const missing = names.filter(name => !allows(may, name));
          const seen = await announcer.servers.look(guild.id, channel.id, undefined, true);
          expect(seen.missing).toEqual(missing.includes('ViewChannel') ? ['ViewChannel'] : missing);
          await announcer.close();
        },
      ),
      { numRuns: 50 },
    );
  });

  test('lacks nothing where Quoth is an administrator', async () => {
    const channel = discord.channel(discord.guild({ bot: ['Administrator'] }), 'news', {
      deny: ['ViewChannel', 'SendMessages'],
    });
    expect((await look(channel)).missing).toEqual([]);
  });
});

describe('a role looked at', () => {
  const roleIn = async (bot: readonly Permission[], options: Parameters<Discord['role']>[1] = {}) => {
    const guild = discord.guild({ bot });
    const role = discord.role(guild, { name: 'Readers', ...options });
    return (await look(discord.channel(guild, 'news'), role.id)).role;
  };

  test('can be mentioned where it is mentionable, or where Quoth may mention all', async () => {
    expect(await roleIn([])).toMatchObject({ name: 'Readers', everyone: false, mentionable: false });
    expect(await roleIn([], { mentionable: true })).toMatchObject({ mentionable: true });
    expect(await roleIn(['MentionEveryone'])).toMatchObject({ mentionable: true });
  });

  test('can be given where Quoth may manage roles and stands above it', async () => {
    expect(await roleIn([])).toMatchObject({ manageable: false });
    expect(await roleIn(['ManageRoles'])).toMatchObject({ manageable: true });
    expect(await roleIn(['ManageRoles'], { position: 11 })).toMatchObject({ manageable: false });
    expect(await roleIn(['ManageRoles'], { position: 10 })).toMatchObject({ manageable: true });
    expect(await roleIn(['ManageRoles'], { managed: true })).toMatchObject({ manageable: false });
  });

  test('cannot be given where it gives power over others', async () => {
    const withPower = (power: Permission) => roleIn(['ManageRoles'], { permissions: [power] });
    expect(await withPower('Administrator')).toMatchObject({ manageable: false });
    expect(await withPower('ManageMessages')).toMatchObject({ manageable: false });
    expect(await withPower('EmbedLinks')).toMatchObject({ manageable: true });
  });

  test('of everyone is known for what it is', async () => {
    const guild = discord.guild({ bot: ['ManageRoles'] });
    const { role } = await look(discord.channel(guild, 'news'), guild.id);
    expect(role).toMatchObject({ everyone: true, manageable: false });
  });

  test('is told of no more where somebody deleted it', async () => {
    expect(await look(discord.general, '1')).not.toHaveProperty('role');
  });
});

describe('a reader who asks to be notified', () => {
  const open = (bot: readonly Permission[] = ['ManageRoles'], position = 1) => {
    const guild = discord.guild({ bot });
    const role = discord.role(guild, { name: 'Readers', position });
    const reader = discord.reader({ in: discord.channel(guild, 'news') });
    return { guild, role, reader };
  };

  test('has the role, and has it no more when they press again', async () => {
    const { guild, role, reader } = open();
    expect(await bot.servers.toggleRole(guild.id, reader.id, role.id)).toBe('given');
    expect(reader.roles()).toEqual(['Readers']);
    expect(await bot.servers.toggleRole(guild.id, reader.id, role.id)).toBe('taken');
    expect(reader.roles()).toEqual([]);
  });

  test('keeps it while they use commands', async () => {
    const { guild, role, reader } = open();
    await bot.servers.toggleRole(guild.id, reader.id, role.id);
    await expect(reader.types('/nothing')).rejects.toThrow('offers no');
    expect(reader.roles()).toEqual(['Readers']);
  });

  test('does not get it where Quoth may not give it', async () => {
    const unable = open([]);
    const high = open(['ManageRoles'], 11);
    for (const { guild, role, reader } of [unable, high]) {
      expect(await bot.servers.toggleRole(guild.id, reader.id, role.id)).toBe('away');
      expect(reader.roles()).toEqual([]);
    }
  });

  test('does not get it where it gives power over others', async () => {
    const { guild, reader } = open();
    const powerful = discord.role(guild, { name: 'Moderators', permissions: ['ManageMessages'] });
    expect(await bot.servers.toggleRole(guild.id, reader.id, powerful.id)).toBe('away');
    expect(reader.roles()).toEqual([]);
  });

  test('does not get it where the role, the reader or the server is gone', async () => {
    const { guild, role, reader } = open();
    expect(await bot.servers.toggleRole(guild.id, reader.id, '1100000000000000009')).toBe('away');
    expect(await bot.servers.toggleRole(guild.id, '1100000000000000009', role.id)).toBe('away');
    discord.removes(guild);
    expect(await bot.servers.toggleRole(guild.id, reader.id, role.id)).toBe('away');
  });

  test('is told where Discord stumbles', async () => {
    const { guild, role, reader } = open();
    discord.plan(/PUT/, { status: 500, body: '' });
    await expect(bot.servers.toggleRole(guild.id, reader.id, role.id)).rejects.toThrow('500');
  });
});

test('Quoth knows every server that it is in, however many there are, and none that removed it', async () => {
  const general = discord.general.guild;
  const all = Array.from({ length: 450 }, () => discord.guild());
  discord.guild({ installed: false });
  const [gone] = all.splice(200, 1);
  if (gone) discord.removes(gone);
  expect(await bot.servers.guilds()).toEqual([general?.id, ...all.map(({ id }) => id)]);
  expect(discord.requests).toHaveLength(3);
});
