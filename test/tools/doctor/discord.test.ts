import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/open.ts';
import { type Discord, startDiscord } from '../../discord/discord.ts';
import { sqlite } from '../../store/databases.ts';
import { subscription } from '../../store/samples.ts';
import { accountOf, examine, wanted } from './patient.ts';

let discord: Discord;

beforeEach(async () => {
  discord = await startDiscord();
});

afterEach(() => discord.close());

describe('a bot that is well', () => {
  it('has nothing to do, and is told which application it is, where, and how to invite it', async () => {
    discord.registers(wanted);
    const found = await examine({ account: accountOf(discord) });
    expect([...found.values()].flat().filter(({ state }) => state === 'todo')).toEqual([]);
    expect(found.get('application')).toMatchObject([
      { state: 'good', message: expect.stringContaining('Quoth (1100000000000000001)') },
    ]);
    expect(found.get('servers')).toMatchObject([{ state: 'good' }]);
    expect(found.get('clock')).toMatchObject([{ state: 'good' }]);
    expect(found.get('commands')).toMatchObject([{ state: 'good' }]);
    expect(found.get('endpoint')).toMatchObject([{ state: 'good' }]);
    expect(found.get('invite')?.[0]?.message).toBe(
      'https://discord.com/oauth2/authorize?client_id=1100000000000000001&scope=bot+applications.commands&permissions=0',
    );
  });

  it('changes nothing in Discord', async () => {
    await examine({ account: accountOf(discord) });
    expect(discord.requests.length).toBeGreaterThan(3);
    expect(discord.requests.every(({ method }) => method === 'GET')).toBe(true);
  });
});

describe('what is wrong with the token', () => {
  it('is said where Discord does not accept it, and nothing else is made of it', async () => {
    const { token, applicationId } = discord;
    const bot = { token: `${token.slice(0, -4)}XXXX`, applicationId };
    const found = await examine({ account: accountOf(discord, { bot }) });
    expect(found.get('application')).toMatchObject([
      { state: 'todo', message: expect.stringContaining('does not accept the token') },
    ]);
    expect(found.get('discord')).toMatchObject([{ state: 'good' }]);
    expect(found.has('commands')).toBe(false);
    expect(found.has('invite')).toBe(true);
  });

  it('is said where it is that of another application', async () => {
    const bot = { token: discord.token, applicationId: '1100000000000000009' };
    const found = await examine({ account: accountOf(discord, { bot }) });
    expect(found.get('application')).toMatchObject([
      { state: 'todo', message: expect.stringContaining('DISCORD_APPLICATION_ID=1100000000000000001') },
    ]);
  });
});

describe('what is wrong with the way to Discord', () => {
  it('is said once, with the proxy that helps', async () => {
    const reach = { apiUrl: 'http://127.0.0.1:1/api' };
    const { publicKey } = discord.signer;
    const found = await examine({ way: 'http', account: accountOf(discord, { reach, publicKey }) });
    expect(found.get('discord')).toMatchObject([
      { state: 'todo', message: expect.stringMatching(/127\.0\.0\.1:1 cannot be reached.*set HTTPS_PROXY/) },
    ]);
    const todo = [...found.values()].flat().filter(({ state }) => state === 'todo');
    expect(todo.map(({ check }) => check)).toEqual(['discord']);
    expect(found.has('endpoint')).toBe(false);
  });

  it('is said where a page answers in its place', async () => {
    discord.plan(/GET/, { status: 200, body: '<html>Log in to the Wi-Fi</html>' }, 100);
    const found = await examine({ account: accountOf(discord) });
    expect(found.get('discord')).toMatchObject([
      { state: 'todo', message: expect.stringContaining('something else answered') },
    ]);
  });

  it('is said where nothing is answered, and all else is looked at meanwhile', async () => {
    discord.plan(/GET/, 'stalls', 100);
    const found = await examine({ account: accountOf(discord), patience: 500 });
    expect(found.get('discord')).toMatchObject([{ state: 'todo' }]);
    expect(found.get('posts')).toMatchObject([{ state: 'good' }]);
  });
});

describe('the clock', () => {
  it('is held against Discord’s', async () => {
    const account = accountOf(discord);
    const ahead = await examine({ account, now: () => Date.now() + 600_000 });
    expect(ahead.get('clock')).toMatchObject([
      { state: 'todo', message: expect.stringMatching(/(599|600|601) seconds ahead of Discord/) },
    ]);
    const behind = await examine({ account, now: () => Date.now() - 600_000 });
    expect(behind.get('clock')?.[0]?.message).toContain('behind');
  });
});

describe('the commands', () => {
  it('that differ are named, and written by nobody', async () => {
    const [first, ...others] = wanted;
    discord.registers([{ ...first, description: 'Something old' }, ...others.slice(1)]);
    const found = await examine({ account: accountOf(discord) });
    const [{ state, message } = { state: '', message: '' }] = found.get('commands') ?? [];
    expect(state).toBe('hint');
    expect(message).toContain(`changed /${first?.name}: description`);
    expect(message).toContain(`created /${others[0]?.name}`);
  });
});

describe('the endpoint', () => {
  it('fits, once Discord posts there', async () => {
    const { publicKey } = discord.signer;
    discord.world.application.interactions_endpoint_url = 'https://example.com/interactions';
    const found = await examine({ way: 'http', account: accountOf(discord, { publicKey }) });
    expect(found.get('endpoint')).toMatchObject([{ state: 'good' }]);
  });

  it('is to be entered in the portal', async () => {
    const { publicKey } = discord.signer;
    const found = await examine({ way: 'http', account: accountOf(discord, { publicKey }) });
    expect(found.get('endpoint')).toMatchObject([
      { state: 'todo', message: expect.stringContaining('Interactions Endpoint URL') },
    ]);
  });

  it('has the key of another application', async () => {
    const found = await examine({ way: 'http', account: accountOf(discord, { publicKey: '0'.repeat(64) }) });
    expect(found.get('endpoint')).toMatchObject([
      { state: 'todo', message: expect.stringContaining('DISCORD_PUBLIC_KEY') },
    ]);
  });

  it('is in the way of the gateway', async () => {
    discord.world.application.interactions_endpoint_url = 'https://example.com/interactions';
    const found = await examine({ account: accountOf(discord) });
    expect(found.get('endpoint')).toMatchObject([
      { state: 'todo', message: expect.stringContaining('the gateway is given none') },
    ]);
  });

  it('is not known without a token', async () => {
    const { apiUrl } = discord;
    const account = { reach: { apiUrl }, publicKey: discord.signer.publicKey };
    const found = await examine({ way: 'http', account });
    expect(found.get('endpoint')).toMatchObject([{ state: 'hint' }]);
    expect(found.get('application')).toMatchObject([{ state: 'hint' }]);
  });
});

describe('the channels that are told of new posts', () => {
  it('are named where Quoth lacks what it needs there', async () => {
    const guild = discord.guild();
    const open = discord.channel(guild, 'open');
    const shut = discord.channel(guild, 'shut', { denyBot: ['EmbedLinks'] });
    const database = await sqlite.fresh();
    const store = openStore(database);
    await store.subscribe(subscription(open.id, { guild: guild.id }));
    const before = await examine({ account: accountOf(discord), database });
    expect(before.get('channels')).toMatchObject([
      { state: 'good', message: expect.stringContaining('1 channel') },
    ]);
    await store.subscribe(subscription(shut.id, { guild: guild.id }));
    const after = await examine({ account: accountOf(discord), database });
    expect(after.get('channels')).toMatchObject([
      { state: 'todo', message: expect.stringMatching(/#shut Quoth lacks Embed Links/) },
    ]);
    await store.close();
  });
});
