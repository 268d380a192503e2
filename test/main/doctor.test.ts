import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Discord, startDiscord } from '../discord/discord.ts';
import { run } from './child.ts';

let discord: Discord;
let data: string;
let variables: Readonly<Record<string, string>>;

beforeEach(async () => {
  discord = await startDiscord();
  data = await mkdtemp(join(tmpdir(), 'quoth-'));
  variables = {
    LANG: 'en_US.UTF-8',
    DISCORD_API_URL: discord.apiUrl,
    DATABASE_URL: join(data, 'quoth.db'),
    CACHE_DIR: join(data, 'cache'),
  };
});

afterEach(async () => {
  await discord.close();
  await rm(data, { recursive: true });
});

describe('npm start -- doctor', () => {
  it('ends with 0 where nothing must be done, and prints the invite link', async () => {
    const { code, text } = await run(['doctor'], { ...variables, DISCORD_TOKEN: discord.token });
    expect(text).toContain('Nothing must be done');
    expect(text).toContain('client_id=1100000000000000001&scope=bot+applications.commands&permissions=0');
    expect(text).toContain('created /insight');
    expect(text).toContain('1 post served from ./content');
    expect(text).toContain('1 connection, as Discord would have it; 1000 of 1000 logins are left today.');
    expect(text).not.toContain(discord.token);
    expect(code).toBe(0);
  });

  it('ends with 1 where something must be, in the language of the shell', async () => {
    const wrong = `${discord.token.slice(0, -4)}XXXX`;
    const { code, text } = await run(['doctor'], {
      ...variables,
      LANG: 'zh_CN.UTF-8',
      DISCORD_TOKEN: wrong,
    });
    expect(text).toContain('Discord 不接受这个 token');
    expect(text).toContain('1 件事要处理');
    expect(text).not.toContain(wrong);
    expect(code).toBe(1);
  });

  it('says over how many connections the bot is split, and that too few logins are left for them', async () => {
    const session_start_limit = { total: 1_000, remaining: 3, reset_after: 90_000, max_concurrency: 1 };
    discord.plan(/gateway\/bot/, { status: 200, body: { url: 'wss://x', shards: 8, session_start_limit } });
    const { code, text } = await run(['doctor'], { ...variables, DISCORD_TOKEN: discord.token });
    expect(text).toContain('A start takes 8 logins, and Discord grants only 3 more within 2 minutes.');
    expect(code).toBe(0);
  });

  it('says whether other servers can follow the home channel', async () => {
    const looked = async (home: string) => {
      const { text } = await run(['doctor'], {
        ...variables,
        DISCORD_TOKEN: discord.token,
        HOME_CHANNEL: home,
      });
      return text;
    };
    const guild = discord.guild();
    const news = discord.channel(guild, 'news', { kind: 'announcement' });
    expect(await looked(news.id)).toContain('Other servers can follow #news.');
    expect(await looked(discord.channel(guild, 'talk').id)).toContain(
      '#talk, which is no announcement channel',
    );
    expect(await looked('1234567890123456789')).toContain('HOME_CHANNEL=1234567890123456789 could not be');
  });

  it('prints nothing but JSON with --json', async () => {
    const { code, text } = await run(['doctor', '--json'], { ...variables, DISCORD_TOKEN: discord.token });
    expect(JSON.parse(text)).toMatchObject({ todo: 0, findings: expect.any(Array) });
    expect(code).toBe(0);
  });

  it('looks at all else where something is configured wrongly', async () => {
    const { code, text } = await run(['doctor'], {
      ...variables,
      DISCORD_TOKEN: discord.token,
      PORT: 'x',
      DISCORD_PUBLIC_KEY: 'half a secret',
      VISIBILITY: 'public',
    });
    expect(text).toContain('VISIBILITY is "public"');
    expect(text).toContain('DISCORD_PUBLIC_KEY is a value of 13 characters');
    expect(text).toContain('The token is that of Quoth');
    expect(text).not.toContain('half a secret');
    expect(code).toBe(1);
  });

  it('shows no password of a database, and says that it does not answer', async () => {
    const { code, text } = await run(['doctor', '--json'], {
      ...variables,
      DATABASE_URL: 'postgres://quoth:very-secret-password@127.0.0.1:1/quoth',
    });
    expect(text).toContain('The database 127.0.0.1:1/quoth does not answer');
    expect(text).not.toContain('very-secret-password');
    expect(code).toBe(1);
  });

  it('says what it takes where it is given something else', async () => {
    const { code, text } = await run(['doctor', '--fix'], variables);
    expect(code).toBe(78);
    expect(text).toContain('doctor (with --json for programs)');
  });
});
