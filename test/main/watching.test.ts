import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Discord, startDiscord } from '../discord/discord.ts';
import { type Child, killAll, start } from './child.ts';

let discord: Discord;
let data: string;
const children: Child[] = [];

beforeEach(async () => {
  discord = await startDiscord();
  data = await mkdtemp(join(tmpdir(), 'quoth-'));
});

afterEach(async () => {
  await killAll(children);
  await discord.close();
  await rm(data, { recursive: true });
});

function open(variables: Readonly<Record<string, string>>): Child {
  const child = start([], {
    DISCORD_API_URL: discord.apiUrl,
    DATABASE_URL: join(data, 'quoth.db'),
    CACHE_DIR: join(data, 'cache'),
    ...variables,
  });
  children.push(child);
  return child;
}

const addressOf = (child: Child, path: string): string =>
  new RegExp(`listening on (http://\\S+)${path}`).exec(child.written())?.[1] ?? '';

const query = 'what nobody else should read';

describe('what whoever looks after Quoth sees', () => {
  it('is on ADMIN_PORT beside the gateway: health, metrics, and a line for each interaction', async () => {
    const bot = open({ DISCORD_TOKEN: discord.token, ADMIN_PORT: '0' });
    await bot.writes('created Search the posts');
    const reader = discord.reader();
    await reader.types('/post latest');
    await reader.types('/search', { query });
    await bot.writes('"command":"/search","options":["query"]');
    const admin = addressOf(bot, '/metrics');
    expect((await fetch(`${admin}/healthz`)).status).toBe(200);
    const metrics = await (await fetch(`${admin}/metrics`)).text();
    expect(metrics).toContain('quoth_gateway_connected 1');
    expect(metrics).toContain(
      'quoth_interactions_total{kind="command",command="/post latest",outcome="answered"} 1',
    );
    expect(metrics).toContain('quoth_database_up 1');
    expect(metrics).toContain('quoth_deliveries{state="sent"} 0');
    expect(metrics).toMatch(/quoth_posts [1-9]/);
    for (const text of [metrics, bot.written()]) {
      expect(text).not.toContain(query);
      expect(text).not.toContain(discord.token);
      expect(text).not.toContain(reader.id);
    }
  });

  it('is not where webhooks post to, and no secret is in any of it', async () => {
    const secrets = {
      CONTENT_SECRET: 'the-secret-of-a-webhook',
      HTTPS_PROXY: 'http://me:pass-of-proxy@127.0.0.1:1',
    };
    const bot = open({
      ...secrets,
      NO_PROXY: '127.0.0.1',
      DISCORD_TOKEN: discord.token,
      PORT: '0',
      ADMIN_PORT: '0',
      LOG_LEVEL: 'trace',
    });
    await bot.writes('created Search the posts');
    await discord.reader().types('/help');
    await bot.writes('"command":"/help"');
    expect((await fetch(`${addressOf(bot, '/hooks/content')}/metrics`)).status).toBe(404);
    const metrics = await (await fetch(`${addressOf(bot, '/metrics')}/metrics`)).text();
    for (const text of [metrics, bot.written()]) {
      for (const secret of [discord.token, secrets.CONTENT_SECRET, 'pass-of-proxy'])
        expect(text).not.toContain(secret);
    }
  });

  it('is not on the public port of the HTTP endpoint then, and says what was typed with LOG_QUERIES', async () => {
    const bot = open({
      DISCORD_PUBLIC_KEY: discord.signer.publicKey,
      DISCORD_TOKEN: discord.token,
      PORT: '0',
      ADMIN_PORT: '0',
      LOG_QUERIES: '1',
    });
    await bot.writes('created Search the posts');
    const [endpoint, admin] = [addressOf(bot, '/interactions'), addressOf(bot, '/metrics')];
    expect((await fetch(`${endpoint}/metrics`)).status).toBe(404);
    expect((await fetch(`${endpoint}/healthz`)).status).toBe(404);
    expect((await fetch(`${admin}/interactions`, { method: 'POST' })).status).toBe(404);
    await discord.usesEndpoint(`${endpoint}/interactions`);
    await discord.reader().types('/post latest');
    await discord.reader().types('/post show', { post: query });
    await bot.writes(query);
    expect(await (await fetch(`${admin}/metrics`)).text()).not.toContain(query);
  });

  it('is that somebody is refused, once in the log and each time in the metrics, but not who', async () => {
    const bot = open({ DISCORD_TOKEN: discord.token, ADMIN_PORT: '0', FAIR_USE: '1' });
    await bot.writes('created Search the posts');
    const reader = discord.reader();
    for (let count = 0; count < 4; count++) await reader.types('/help');
    expect((await reader.types('/help')).text).toContain('Please try again in ');
    const metrics = await (await fetch(`${addressOf(bot, '/metrics')}/metrics`)).text();
    expect(metrics).toContain('quoth_interactions_total{kind="command",command="/help",outcome="refused"} 4');
    expect(bot.written().match(/asks too much/g)).toHaveLength(1);
    expect(bot.written()).not.toContain('"outcome":"refused"');
    expect(bot.written()).not.toContain(reader.id);
  });
});
