import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { registrations } from '../../src/bot/registration.ts';
import { type Discord, startDiscord } from '../discord/discord.ts';
import { kinds } from '../store/databases.ts';
import { type Child, killAll, run, start } from './child.ts';

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

/** Quoth over the gateway, once it answers. */
async function open(variables: Readonly<Record<string, string>>): Promise<Child> {
  const child = start([], {
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_TOKEN: discord.token,
    CACHE_DIR: join(data, 'cache'),
    ...variables,
  });
  children.push(child);
  await child.writes('created Search the posts');
  return child;
}

async function end(child: Child): Promise<void> {
  child.process.kill('SIGTERM');
  await child.ended;
}

describe.each(kinds)('npm start -- missed: $name', ({ fresh }) => {
  it('says what was searched for three times and is in no post, and nothing of who asked', async () => {
    const DATABASE_URL = await fresh();
    const bot = await open({ DATABASE_URL });
    const [ming, bob] = [discord.reader({ locale: 'zh-CN' }), discord.reader()];
    await ming.types('/search 咖啡机');
    await bob.types('/search', { query: '咖啡機 me@example.com 13800138000' });
    await bob.types('/search', { query: '“咖啡机”' });
    await bob.types('/search Kubernetes');
    await bob.types('/search Kubernetes');
    for (let time = 0; time < 3; time++) await bob.types('/search CoT');
    for (let time = 0; time < 3; time++) await bob.picks('Search the posts', 'what somebody wrote');
    await end(bot);
    expect(bot.written()).not.toMatch(/咖啡|kubernetes/i);

    const variables = { DATABASE_URL, CACHE_DIR: join(data, 'cache'), DEFAULT_LOCALE: 'en' };
    const { code, text } = await run(['missed'], variables);
    const day = new Date().toISOString().slice(0, 7);
    expect(text).toMatch(
      new RegExp(
        `^Searched for three times or more in the last 90 days, and in no post:\n  3 times, last on ${day}-\\d\\d: 咖啡机\n$`,
      ),
    );
    expect(code).toBe(0);
    const json = await run(['missed', '--json'], variables);
    expect(JSON.parse(json.text)).toEqual([
      { query: '咖啡机', count: 3, last: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    ]);
    const chinese = await run(['missed'], { ...variables, DEFAULT_LOCALE: 'zh-CN' });
    expect(chinese.text).toContain('  3 次，最近一次 ');
  });
});

describe('what is searched for in vain', () => {
  it('is answered where it cannot be counted, and one line says why', async () => {
    const DATABASE_URL = 'postgres://nobody:secret-of-nobody@127.0.0.1:1/quoth';
    const bot = await open({ DATABASE_URL });
    const reader = discord.reader();
    for (let time = 0; time < 3; time++) {
      expect((await reader.types('/search Kubernetes')).text).toContain('“Kubernetes”');
    }
    await bot.writes('What is searched for in vain is not counted. ');
    await reader.types('/search Kubernetes');
    expect(bot.written().match(/searched for in vain/g)).toHaveLength(1);
    expect(bot.written()).not.toContain('secret-of-nobody');
  });

  it('is counted over HTTP without a token as well', async () => {
    const DATABASE_URL = join(data, 'apart', 'quoth.db');
    const variables = { DATABASE_URL, CACHE_DIR: join(data, 'cache') };
    const bot = start([], {
      ...variables,
      DISCORD_PUBLIC_KEY: discord.signer.publicKey,
      DISCORD_API_URL: discord.apiUrl,
      PORT: '0',
    });
    children.push(bot);
    await bot.writes('posts are read');
    const url = /listening on (http:\S+)"/.exec(bot.written())?.[1] ?? '';
    discord.registers(registrations(commands));
    await discord.usesEndpoint(url);
    const reader = discord.reader();
    for (let time = 0; time < 3; time++) await reader.types('/search Kubernetes');
    await end(bot);
    expect((await run(['missed'], variables)).text).toContain('kubernetes');
  });

  it('is not counted in the preview', async () => {
    const variables = { DATABASE_URL: join(data, 'quoth.db'), CACHE_DIR: join(data, 'cache'), PORT: '0' };
    await run([], variables, '/search Kubernetes\n'.repeat(4));
    expect((await run(['missed'], { ...variables, DEFAULT_LOCALE: 'en' })).text).toBe(
      'In the last 90 days nothing was searched for three times or more that is in no post.\n',
    );
  });
});
