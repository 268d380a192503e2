import { createHmac } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { makeBase } from '../../src/http/app.ts';
import { serve } from '../../src/http/serve.ts';
import { baseOf } from '../../src/main/base.ts';
import { type LiveLibrary, startLibrary } from '../../src/main/live.ts';
import { makeLog } from '../../src/main/log.ts';
import { startDiscord } from '../discord/discord.ts';
import { startFeedServer } from '../source/feed/feed-server.ts';
import { rss } from '../source/feed/feeds.ts';
import { type GitServer, gitBackend, startGitServer } from '../source/git/git-server.ts';
import { run, start } from './child.ts';

const post = (title: string) => `---\ntitle: ${title}\ndate: 2025-06-12\n---\n\nText of ${title}.\n`;
const secret = 'a secret of the webhook';

let cache: string;

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'quoth-cache-'));
});

afterEach(() => rm(cache, { recursive: true, force: true }));

function configOf(variables: Readonly<Record<string, string>>) {
  const reading = readConfig({ CACHE_DIR: cache, ...variables });
  if (!reading.ok) throw new Error('the configuration is wrong');
  return reading.config;
}

/** Resolves once these are the posts; every change is looked at, so nothing is waited for by the clock. */
const served = (live: LiveLibrary, ...titles: readonly string[]) =>
  new Promise<void>(resolve => {
    const look = () => {
      const now = live.current().posts.map(({ title }) => title);
      if (now.toSorted().join() !== titles.toSorted().join()) return;
      stop();
      resolve();
    };
    const stop = live.onChange(look);
    look();
  });

describe.skipIf(gitBackend === undefined)(
  'CONTENT as a git repository (needs git and its http-backend)',
  () => {
    let server: GitServer;

    beforeEach(async () => {
      server = await startGitServer();
      await server.commit({ 'posts/a.md': post('A') });
    });

    afterEach(() => server.close());

    test('a signed webhook brings new posts at once, and readers keep the same objects of all others', async () => {
      const config = configOf({ CONTENT: `${server.url}#main:posts`, CONTENT_SECRET: secret });
      const live = startLibrary(config, () => undefined);
      const http = await serve(makeBase(baseOf(config, live, makeLog('silent'))), '127.0.0.1', 0);
      await live.ready;
      await served(live, 'A');
      const [a] = live.current().posts;
      await server.commit({ 'posts/b.md': post('B'), 'outside.md': post('Outside') });
      const body = JSON.stringify({ ref: 'refs/heads/main' });
      const signature = createHmac('sha256', secret).update(body).digest('hex');
      const headers = { 'x-hub-signature-256': `sha256=${signature}`, 'x-github-event': 'push' };
      const answer = await fetch(`${http.url}/hooks/content`, { method: 'POST', headers, body });
      expect(answer.status).toBe(202);
      await served(live, 'A', 'B');
      expect(live.current().posts.find(({ title }) => title === 'A')).toBe(a);
      expect(await (await fetch(`${http.url}/healthz`)).json()).toEqual({
        status: 'ok',
        source: { state: 'current' },
      });
      await live.close();
      await http.close();
    });

    test('Quoth, killed in the middle of its first fetch, has all posts at the next start', async () => {
      const noise = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 251));
      await server.commit({ 'posts/b.md': post('B'), 'noise.bin': noise });
      const held = Promise.withResolvers<void>();
      server.fault = { holdAfter: 500, held: held.resolve };
      const variables = { CONTENT: `${server.url}#main:posts`, CACHE_DIR: cache };
      const first = start(['say', '/post list'], variables);
      await held.promise;
      first.process.kill('SIGKILL');
      await first.ended;
      server.fault = undefined;
      const { code, text } = await run(['say', '/post list'], variables);
      expect(text).toMatch(/A[\s\S]*B|B[\s\S]*A/);
      expect(code).toBe(0);
      // Away, what was brought is still there.
      server.fault = 'away';
      const later = await run(['say', '/post show A'], variables);
      expect(later.text).toMatch(/cannot be reached/);
      expect(later.text).toContain('Text of A.');
    });

    test('what only a person can mend is said in a sentence, and ends the start', async () => {
      const { code, text } = await run(['say', '/post list'], {
        CONTENT: server.url.replace('blog', 'none'),
        CACHE_DIR: cache,
      });
      expect(code).not.toBe(0);
      expect(text).toMatch(/^There is no git repository at http[^\n]*404[^\n]*\n$/);
    });

    test('a restart finds the cache of a repository whose posts lie in another folder by then', async () => {
      const many = Object.fromEntries(
        Array.from({ length: 40 }, (_, index) => [`posts/${index}.md`, post(`P${index}`)]),
      );
      await server.commit(many);
      const config = configOf({ CONTENT: `${server.url}#main:posts` });
      const first = startLibrary(config, () => undefined);
      await first.ready;
      await first.close();
      await server.commit({ 'posts/b.md': post('B') });
      const told: string[] = [];
      const second = startLibrary(config, sentence => told.push(sentence), { fresh: true });
      await second.ready;
      expect(second.current().posts.length).toBe(42);
      await second.close();
      const files = (await readdir(cache)).filter(name => name.startsWith('posts-'));
      expect([files.length, told]).toEqual([1, []]);
    });

    test('the gateway opens a server for its webhook where there is a secret for it', async () => {
      const discord = await startDiscord();
      const bot = start([], {
        DISCORD_API_URL: discord.apiUrl,
        DISCORD_TOKEN: discord.token,
        CONTENT: `${server.url}#main:posts`,
        CONTENT_SECRET: secret,
        CACHE_DIR: cache,
        PORT: '0',
      });
      await bot.writes(/listening on http:\S+\/hooks\/content/);
      await bot.writes('created /post');
      await bot.writes('posts are read');
      const [, url = ''] = /listening on (http:\S+)\/hooks\/content/.exec(bot.written()) ?? [];
      const signature = createHmac('sha256', secret).update('{}').digest('hex');
      const ping = {
        method: 'POST',
        headers: { 'x-gitea-signature': signature, 'x-gitea-event': 'ping' },
        body: '{}',
      };
      expect(await (await fetch(`${url}/hooks/content`, ping)).text()).toBe('pong');
      expect((await fetch(`${url}/hooks/content`, { method: 'POST', body: '{}' })).status).toBe(401);
      expect((await fetch(`${url}/interactions`, { method: 'POST', body: '{}' })).status).toBe(404);
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      bot.process.kill('SIGTERM');
      expect(await bot.ended).toBe(0);
      expect(bot.written()).not.toContain(secret);
      await discord.close();
    });
  },
);

test('CONTENT as a feed is read, followed, and kept while the feed is away', async () => {
  const server = await startFeedServer(rss(['B', 'A']));
  const config = configOf({ CONTENT: `${server.origin}/feed` });
  const told: string[] = [];
  const live = startLibrary(config, sentence => told.push(sentence));
  await live.ready;
  await served(live, 'A', 'B');
  server.reply = rss(['C', 'B']);
  live.hurry();
  await served(live, 'A', 'B', 'C');
  expect(live.current().settings.title).toBe('A blog');
  await live.close();
  await server.close();
  const later = startLibrary(config, sentence => told.push(sentence), { fresh: true });
  await later.ready;
  await served(later, 'A', 'B', 'C');
  expect(later.source()).toMatchObject({ state: 'away' });
  expect(told).toEqual([expect.stringMatching(/cannot be read: nothing listens/)]);
  await later.close();
});

test('check looks through a feed as it is now, and does not take what is kept of it for that', async () => {
  const html = '<p><img src="/x.png"> <a href="nowhere.md">x</a></p><p>TL;DR</p><ul><li>One</li></ul>';
  const server = await startFeedServer(rss([{ title: 'A', html }, 'B']));
  const variables = { CONTENT: `${server.origin}/feed`, CACHE_DIR: cache };
  const whole = await run(['check'], variables);
  expect([whole.code, whole.text]).toEqual([0, expect.stringMatching(/^2 posts served.*0 warnings\.\n$/)]);
  server.reply = response => response.writeHead(503).end();
  const away = await run(['check'], variables);
  expect([away.code, away.text]).toEqual([
    1,
    expect.stringMatching(/error \(503\)[\s\S]*No post is checked/),
  ]);
  await server.close();
});
