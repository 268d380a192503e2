import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startConnectProxy } from '../discord/connect-proxy.ts';
import { type Discord, startDiscord } from '../discord/discord.ts';
import { type Child, killAll, run, start } from './child.ts';

let discord: Discord;
const children: Child[] = [];

beforeEach(async () => {
  discord = await startDiscord();
});

afterEach(async () => {
  await killAll(children);
  await discord.close();
});

function open(variables: Readonly<Record<string, string>>, args: readonly string[] = []): Child {
  const child = start(args, { DISCORD_API_URL: discord.apiUrl, ...variables });
  children.push(child);
  return child;
}

describe('npm start with a token', () => {
  it('connects without intents, registers its commands, answers, and leaves when asked to', async () => {
    const bot = open({ DISCORD_TOKEN: ` "Bot ${discord.token}" ` });
    await bot.writes('created /post');
    await bot.writes('created Search the posts');
    const reader = discord.reader({ locale: 'zh-CN' });
    const seen = await reader.types('/insight 5');
    expect(seen.text).toContain('### 关于Long Context的警示');
    expect((await reader.presses(seen, '看这一节')).text).toContain('加工压缩');
    expect((await reader.completes('/search', 'query', 'long'))[0]?.name).toBe('long');
    expect((await reader.types('/search long context')).private).toBe(true);
    expect((await reader.picks('Search the posts', '百万token上下文')).text).toContain('Long Context');
    expect(discord.gateway.identified.at(-1)).toBe(0);
    bot.process.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(bot.written()).not.toContain(discord.token);
  });

  it('goes on after the connection dropped, and after a restart writes no command again', async () => {
    const first = open({ DISCORD_TOKEN: discord.token });
    await first.writes('created Search the posts');
    discord.gateway.drops();
    await discord.until(() => discord.gateway.resumed.length > 0);
    const seen = await discord.reader().types('/post latest');
    first.process.kill('SIGTERM');
    await first.ended;
    const second = open({ DISCORD_TOKEN: discord.token });
    await second.writes('connected to Discord');
    expect((await discord.reader().presses(seen, '阅读全文')).private).toBe(true);
    second.process.kill('SIGTERM');
    await second.ended;
    expect(second.written()).not.toContain('created');
    expect(second.written()).not.toContain('changed');
  });

  it('leaves when asked to while Discord is away', async () => {
    const bot = open({ DISCORD_TOKEN: discord.token });
    await bot.writes('created Search the posts');
    discord.gateway.accepts(false);
    discord.gateway.drops();
    await bot.writes('the connection to Discord was lost');
    bot.process.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });

  it('says what to do where Discord does not take the token', async () => {
    const wrong = `${discord.token.slice(0, -4)}XXXX`;
    const bot = open({ DISCORD_TOKEN: wrong });
    expect(await bot.ended).toBe(78);
    expect(bot.written()).toMatch(/DISCORD_TOKEN/);
    expect(bot.written()).not.toContain(wrong);
  });

  it('reaches Discord through HTTPS_PROXY', async () => {
    const proxy = await startConnectProxy({ to: discord.port });
    const bot = open({ DISCORD_TOKEN: discord.token, HTTPS_PROXY: proxy.url });
    await bot.writes('created Search the posts');
    expect((await discord.reader().types('/insight 5')).text).toContain('Long Context');
    expect(proxy.tunnels.length).toBeGreaterThan(1);
    bot.process.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    await proxy.close();
  });
});

describe('npm start with a public key', () => {
  it('answers signed interactions, edits what comes later, and says when it is ready', async () => {
    const registered = await run(['register'], {
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_TOKEN: discord.token,
    });
    expect(registered.code).toBe(0);
    const bot = open({
      DISCORD_PUBLIC_KEY: discord.signer.publicKey,
      DISCORD_APPLICATION_ID: discord.applicationId,
      PORT: '0',
    });
    await bot.writes(/http:\/\/127\.0\.0\.1:\d+/);
    await bot.writes('posts are read');
    const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(bot.written()) ?? [];
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/interactions`, { method: 'POST', body: '{"type":1}' })).status).toBe(401);
    await discord.usesEndpoint(`${url}/interactions`);
    const reader = discord.reader({ locale: 'zh-CN' });
    const seen = await reader.types('/insight 5');
    expect(seen.text).toContain('### 关于Long Context的警示');
    expect((await reader.presses(seen, '🗑')).change).toBe('deleted');
    bot.process.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });
});

describe('npm start -- register', () => {
  it('prints what it wrote, and writes nothing where nothing changed', async () => {
    const variables = { DISCORD_API_URL: discord.apiUrl, DISCORD_TOKEN: discord.token };
    const first = await run(['register'], variables);
    expect(first).toMatchObject({ code: 0 });
    expect(first.text).toContain('created /insight');
    const writes = discord.requests.length;
    const second = await run(['register'], variables);
    expect(second.text).toBe('Nothing to write: all commands are registered as they should be.\n');
    expect(discord.requests.slice(writes).every(({ method }) => method === 'GET')).toBe(true);
  });
});
