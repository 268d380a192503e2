import type {
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { register, sayChange } from '../../src/discord/register.ts';
import { closeRest, makeRest } from '../../src/discord/rest.ts';
import { type Discord, startDiscord } from './discord.ts';

let discord: Discord;
let rest: ReturnType<typeof makeRest>;

beforeEach(async () => {
  discord = await startDiscord();
  rest = makeRest({ apiUrl: discord.apiUrl }, discord.token);
});

afterEach(async () => {
  await closeRest(rest);
  await discord.close();
});

type Wanted = RESTPostAPIApplicationCommandsJSONBody;

const everywhere = { contexts: [0, 1, 2], integration_types: [0, 1] } satisfies Partial<Wanted>;

type Slash = RESTPostAPIChatInputApplicationCommandsJSONBody;

const insight = (changes: Partial<Slash> = {}): Slash => ({
  name: 'insight',
  description: 'Quote one',
  description_localizations: { 'zh-CN': '引用', 'zh-TW': '引用' },
  ...everywhere,
  options: [
    {
      type: 3,
      name: 'number',
      name_localizations: { 'zh-CN': '编号' },
      description: 'Which',
      required: true,
      autocomplete: true,
    },
    { type: 5, name: 'private', description: 'Only for you' },
  ],
  ...changes,
});

const post = (...names: string[]): Slash => ({
  name: 'post',
  description: 'Posts',
  ...everywhere,
  options: names.map(name => ({
    type: 1,
    name,
    description: `Shows ${name}`,
    options: [{ type: 3, name: 'tag', description: 'Tag', max_length: 50 }],
  })),
});

const searching: Wanted = {
  type: 3,
  name: 'Search the posts',
  name_localizations: { 'zh-CN': '搜索博客' },
  ...everywhere,
};

async function registers(wanted: readonly Wanted[], guildId?: string) {
  const changes = await register(rest, discord.applicationId, guildId, wanted);
  return changes.map(sayChange);
}

const writes = () => discord.requests.filter(({ method }) => method !== 'GET').map(({ method }) => method);

test('commands are registered once; a second start writes nothing', async () => {
  const wanted = [insight(), post('latest', 'show'), searching];
  expect(await registers(wanted)).toEqual(['created /insight', 'created /post', 'created Search the posts']);
  expect(writes()).toEqual(['POST', 'POST', 'POST']);
  discord.registers([]);
  expect(await registers(wanted)).toEqual([]);
  expect(writes()).toHaveLength(3);
});

test('however Discord writes the defaults, they are no change', async () => {
  await registers([insight()]);
  const said: Wanted = insight({
    type: 1,
    nsfw: false,
    default_member_permissions: null,
    name_localizations: {},
    contexts: [2, 1, 0],
    description_localizations: { 'zh-TW': '引用', 'zh-CN': '引用' },
  });
  expect(await registers([said])).toEqual([]);
});

test.each<[string, Wanted, string]>([
  ['a description', insight({ description: 'Quote an insight' }), 'description'],
  [
    'a translation',
    insight({ description_localizations: { 'zh-CN': '引用第几条', 'zh-TW': '引用' } }),
    'description (zh-CN)',
  ],
  [
    'a translation that goes',
    insight({ description_localizations: { 'zh-CN': '引用' } }),
    'description (zh-TW)',
  ],
  ['who may use it', insight({ default_member_permissions: '32' }), 'permissions needed'],
  ['where it is used', insight({ contexts: [0] }), 'where it can be used'],
  ['who installs it', insight({ integration_types: [0] }), 'who can install it'],
  ['no options', insight({ options: [] }), 'option number removed; option private removed'],
])('only what changed is written: %s', async (_what, wanted, said) => {
  await registers([insight(), searching]);
  const before = writes().length;
  expect(await registers([wanted, searching])).toEqual([`changed /insight: ${said}`]);
  expect(writes().slice(before)).toEqual(['PATCH']);
  expect(await registers([wanted, searching])).toEqual([]);
});

test('a change within an option is named by option and field', async () => {
  await registers([insight()]);
  const [number] = insight().options ?? [];
  const changed = insight({
    options: [
      {
        ...number,
        type: 3,
        name: 'number',
        description: 'Which one',
        required: true,
        choices: [],
        max_length: 80,
      },
      { type: 3, name: 'post', description: 'Of which post' },
      { type: 5, name: 'private', description: 'Only for you' },
    ],
  });
  expect(await registers([changed])).toEqual([
    'changed /insight: option number: description; option number: greatest length; option post added',
  ]);
});

test('a change within a subcommand is named with it, and so is their order', async () => {
  await registers([post('latest', 'show')]);
  expect(await registers([post('show', 'latest', 'random')])).toEqual([
    'changed /post: subcommand random added; order of options',
  ]);
  const bare = ['show', 'latest', 'random'].map(
    name => ({ type: 1, name, description: `Shows ${name}` }) as const,
  );
  expect(await registers([{ ...post(), options: bare }])).toEqual([
    'changed /post: option tag of show removed; option tag of latest removed; option tag of random removed',
  ]);
});

test('a command that is no longer wanted goes, and an activity stays', async () => {
  await registers([insight(), post('latest')]);
  expect(await registers([insight()])).toEqual(['removed /post']);
  expect(await registers([])).toEqual(['removed /insight']);
  expect(await registers([])).toEqual([]);
});

test('in one server, where it can be used is left out', async () => {
  const guild = discord.guild();
  expect(await registers([insight()], guild.id)).toEqual(['created /insight']);
  expect(await registers([insight()], guild.id)).toEqual([]);
  const sent = discord.requests.find(({ method }) => method === 'POST');
  expect(sent?.path).toContain(`/guilds/${guild.id}/`);
  expect(sent?.body).not.toHaveProperty('contexts');
});

test('whoever names a server that the bot may not register in reads what to do', async () => {
  discord.plan(/GET .*commands/, { status: 403, body: { code: 50_001, message: 'Missing Access' } });
  await expect(registers([insight()], '1100000000000000009')).rejects.toThrow(
    /DISCORD_GUILD_ID.*applications\.commands/,
  );
  discord.plan(/GET .*commands/, { status: 404, body: { code: 10_002, message: 'Unknown Application' } });
  await expect(registers([insight()])).rejects.toThrow(/not registered.*Unknown Application/);
});
