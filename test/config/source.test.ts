import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayFault } from '../../src/config/fault.ts';
import { type Config, readConfig } from '../../src/config.ts';

const token = [Buffer.from('123456789012345678').toString('base64url'), 'GabcdE', 'x'.repeat(38)].join('.');

function config(environment: Readonly<Record<string, string>>): Config {
  const reading = readConfig(environment);
  if (!reading.ok) throw new Error(reading.faults.map(sayFault).join('\n'));
  return reading.config;
}

const source = (content: string) => config({ CONTENT: content }).source;

describe('CONTENT', () => {
  it.each(['./content', '/srv/posts', 'C:\\posts', 'posts.git', 'blog#1', 'a:b'])(
    '%s is a folder',
    written => {
      expect(config({ CONTENT: written })).toMatchObject({ content: written });
      expect(source(written)).toBeUndefined();
    },
  );

  it.each([
    ['https://github.com/me/blog.git', { folder: '' }],
    ['https://github.com/me/blog.git#main', { branch: 'main', folder: '' }],
    [
      'https://github.com/me/blog.git#feature/x:content/posts/',
      { branch: 'feature/x', folder: 'content/posts' },
    ],
    ['https://github.com/me/blog.git#:posts', { folder: 'posts' }],
    ['https://github.com/me/blog.git#main:./%E6%96%87%E7%AB%A0', { branch: 'main', folder: '文章' }],
    ['https://github.com/me/blog.git#50%', { branch: '50%', folder: '' }],
  ])('%s is a git repository', (written, place) => {
    expect(source(written)?.address).toEqual({
      kind: 'git',
      url: 'https://github.com/me/blog.git',
      ...place,
    });
  });

  it('may be a repository of the intranet, with a port and a slash at its end', () => {
    expect(source('http://git.lan:3000/me/blog.git/')?.address).toEqual({
      kind: 'git',
      url: 'http://git.lan:3000/me/blog.git',
      folder: '',
    });
  });

  it.each(['https://blog.example/feed.xml', 'https://blog.example/', 'http://blog.lan/rss?full=1'])(
    '%s is a feed',
    written => expect(source(written)?.address).toEqual({ kind: 'feed', url: written }),
  );
});

describe('a login', () => {
  it.each([
    ['https://me:hunter2@git.lan/blog.git', { name: 'me', password: 'hunter2' }],
    ['https://hunter2@git.lan/blog.git', { password: 'hunter2' }],
    ['https://me:p%40ss@blog.lan/feed', { name: 'me', password: 'p@ss' }],
  ])('in an address, as in %s, is told apart from it', (written, login) => {
    expect(source(written)?.login).toMatchObject(login);
    expect(source(written)?.address.url).not.toContain('@');
  });

  it('is the token where one is set', () => {
    const both = config({ CONTENT: 'https://me:old@git.lan/blog.git', CONTENT_TOKEN: 'new' });
    expect(both.source?.login).toMatchObject({ name: 'me', password: 'new' });
  });

  it('and the secret of the webhook are never printed', () => {
    const all = config({
      CONTENT: 'https://me:hunter2@git.lan/blog.git',
      CONTENT_SECRET: 'hunter3',
      HTTPS_PROXY: 'http://me:hunter4@127.0.0.1:7890',
      DISCORD_TOKEN: token,
    });
    expect(inspect(all, { depth: 9, showHidden: true }) + JSON.stringify(all)).not.toContain('hunter');
    const wrong = readConfig({ CONTENT: 'ssh://me:hunter2@git.lan/blog.git' });
    expect(wrong.ok ? '' : wrong.faults.map(sayFault).join()).not.toMatch(/hunter|^$/);
  });
});

it('a repository is asked each five minutes through the proxy, unless it is said otherwise', () => {
  const content = { CONTENT: 'https://git.lan/blog.git' };
  expect(config(content).source).toEqual({
    address: { kind: 'git', url: 'https://git.lan/blog.git', folder: '' },
    every: 300_000,
  });
  const set = { CONTENT_EVERY: '1h', HTTPS_PROXY: '127.0.0.1:7890', NO_PROXY: 'git.lan' };
  expect(config({ ...content, ...set }).source).toMatchObject({
    every: 3_600_000,
    proxy: { url: 'http://127.0.0.1:7890/', except: 'git.lan' },
  });
});

it('what only a source needs is not looked at beside a folder', () => {
  expect(config({ CONTENT_EVERY: 'often', HTTPS_PROXY: 'socks5://x' }).source).toBeUndefined();
});

it('the gateway listens where there is a secret for the webhook, and only then', () => {
  const gateway = { DISCORD_TOKEN: token, PORT: '8080' };
  expect(config({ ...gateway, CONTENT_SECRET: 'x' }).way).toMatchObject({
    listen: { host: '127.0.0.1', port: 8080 },
  });
  expect(config({ ...gateway, PORT: 'none' }).way).not.toHaveProperty('listen');
  expect(readConfig({ ...gateway, PORT: 'none', CONTENT_SECRET: 'x' }).ok).toBe(false);
});

it('whatever CONTENT is, it is a folder, an address without its login, or a fault that does not show it', () => {
  const login = 'l0gin';
  const scheme = fc.constantFrom('https://', 'http://', 'ssh://', 'HTTPS:/');
  const name = fc.constantFrom(`me:${login}@`, `${login}@`, `:${login}@`, '');
  const piece = fc.constantFrom('host', '/', '.git', '#', ':', '..', '%', 'a b', '?', '[');
  fc.assert(
    fc.property(scheme, name, fc.array(piece, { maxLength: 8 }), (first, second, rest) => {
      const reading = readConfig({ CONTENT: `${first}${second}${rest.join('')}` });
      if (reading.ok && reading.config.source) expect(JSON.stringify(reading.config)).not.toContain(login);
      else if (!reading.ok) expect(reading.faults.map(sayFault).join()).not.toContain(login);
    }),
    { numRuns: 500 },
  );
});
