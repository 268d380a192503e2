import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { register } from '../../src/discord/register.ts';
import { closeRest, makeRest } from '../../src/discord/rest.ts';
import { logIn, openBot } from '../discord/bot.ts';
import { type ConnectProxy, certificate, startConnectProxy, startTls } from '../discord/connect-proxy.ts';
import { type Discord, startDiscord } from '../discord/discord.ts';
import { sampleCommands } from '../discord/sample.ts';

let discord: Discord;
let proxy: ConnectProxy;
const closing: (() => Promise<void>)[] = [];

beforeAll(() => {
  setDefaultCACertificates([...getCACertificates(), certificate.toString()]);
});

beforeEach(async () => {
  discord = await startDiscord({ gatewayUrl: 'wss://gateway.discord.test' });
  const tls = await startTls(discord.port);
  proxy = await startConnectProxy({ to: tls.port, login: 'me:s3cret' });
  discord.registers(sampleCommands);
  closing.push(tls.close, proxy.close);
});

afterEach(async () => {
  await Promise.all(closing.splice(0).map(close => close()));
  await discord.close();
});

const apiUrl = 'https://discord.test/api';

test('HTTPS_PROXY carries REST, the gateway, its callbacks and its resumption', async () => {
  const bot = await logIn(discord, { apiUrl, proxy: { url: proxy.url, except: 'localhost' } });
  const reader = discord.reader();
  expect((await reader.types('/say through the wall')).text).toBe('through the wall');
  discord.gateway.drops();
  await discord.until(() => discord.gateway.resumed.length === 1);
  expect((await reader.types('/say again')).text).toBe('again');
  expect(new Set(proxy.tunnels)).toEqual(new Set(['discord.test:443', 'gateway.discord.test:443']));
  expect(proxy.tunnels.filter(host => host.startsWith('gateway'))).toHaveLength(2);
  await bot.close();
});

test('HTTPS_PROXY carries a gateway and a REST address without TLS', async () => {
  const plain = await startDiscord();
  plain.registers(sampleCommands);
  const tunnel = await startConnectProxy({ to: plain.port });
  const bot = await logIn(plain, { apiUrl: plain.apiUrl, proxy: { url: tunnel.url, except: '' } });
  expect((await plain.reader().types('/say hello')).text).toBe('hello');
  expect(tunnel.tunnels.length).toBeGreaterThanOrEqual(2);
  expect(new Set(tunnel.tunnels)).toEqual(new Set([`127.0.0.1:${plain.port}`]));
  await bot.close();
  await tunnel.close();
  await plain.close();
});

test('HTTPS_PROXY carries the registration of commands', async () => {
  const rest = makeRest({ apiUrl, proxy: { url: proxy.url, except: '' } }, discord.token);
  expect(await register(rest, discord.applicationId, undefined, [])).toHaveLength(sampleCommands.length);
  await closeRest(rest);
  expect(new Set(proxy.tunnels)).toEqual(new Set(['discord.test:443']));
});

test('a host in NO_PROXY is reached without the proxy', async () => {
  const direct = { apiUrl, proxy: { url: proxy.url, except: 'discord.test' } };
  const bot = openBot(discord, direct);
  await vi.waitUntil(() => bot.log.lines.length > 0, 15_000);
  expect(bot.log.lines).toEqual([expect.stringMatching(/discord\.test.*Check HTTPS_PROXY/)]);
  expect(proxy.tunnels).toEqual([]);
  await bot.close();
});

test('a proxy that wants another password is named, and neither password is shown', async () => {
  const bot = openBot(discord, {
    apiUrl,
    proxy: { url: proxy.url.replace('s3cret', 'wr0ng'), except: '' },
  });
  await vi.waitUntil(() => bot.log.lines.length > 0, 15_000);
  expect(bot.log.lines).toEqual([expect.stringContaining('Check HTTPS_PROXY')]);
  expect(bot.log.text()).not.toMatch(/wr0ng|s3cret/);
  await bot.close();
});
