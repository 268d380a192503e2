import { expect, test } from 'vitest';
import { proxyFor } from '../../src/network/proxy.ts';

const url = 'http://127.0.0.1:7890';
const through = (address: string, except = '') => proxyFor(address, { url, except });

test('Discord is reached through the proxy, REST and gateway alike', () => {
  expect(through('https://discord.com/api')).toBe(url);
  expect(through('wss://gateway-us-east1-b.discord.gg/?v=10')).toBe(url);
  expect(proxyFor('https://discord.com/api', undefined)).toBeUndefined();
});

test('an address in Discord’s place is reached through it as well, unless NO_PROXY names it', () => {
  expect(through('http://127.0.0.1:1234/api')).toBe(url);
  expect(through('ws://127.0.0.1:1234')).toBe(url);
  expect(through('http://127.0.0.1:1234/api', 'localhost,127.0.0.1')).toBeUndefined();
});

test.each([
  ['*', 'https://discord.com', false],
  ['discord.com', 'https://discord.com', false],
  ['DISCORD.com', 'https://discord.com', false],
  ['localhost, discord.com', 'https://discord.com', false],
  ['localhost discord.com', 'https://discord.com', false],
  ['.discord.gg', 'wss://gateway.discord.gg', false],
  ['*.discord.gg', 'wss://gateway.discord.gg', false],
  ['discord.gg', 'wss://gateway.discord.gg', false],
  ['discord.com:443', 'https://discord.com', false],
  ['discord.com:8443', 'https://discord.com:8443', false],
  ['[::1]:8443', 'https://[::1]:8443', false],
  ['discord.com:8443', 'https://discord.com', true],
  ['cord.com', 'https://discord.com', true],
  ['discord.com.evil.example', 'https://discord.com', true],
  ['localhost,127.0.0.1', 'https://discord.com', true],
  [' , ', 'https://discord.com', true],
])('NO_PROXY=%s and %s: through the proxy is %s', (except, address, proxied) => {
  expect(through(address, except)).toBe(proxied ? url : undefined);
});
