import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ChannelKind } from '../../src/announce/model.ts';
import { file } from '../announce/world.ts';
import { blogFrom } from '../blog/fixture.ts';
import { makeClock } from '../discord/clock.ts';
import { type Discord, startDiscord } from '../discord/discord.ts';
import type { Channel } from '../discord/model.ts';
import { minute, noon, subscription } from '../store/samples.ts';
import { type Announcing, free, type Machine, startMachine } from './cron-trigger.ts';

const old = { 'old.md': file('Old') };
const news = { ...old, 'new.md': file('New') };

let discord: Discord;
let machine: Machine;
let worker: Announcing;

const blog = (files: Readonly<Record<string, string>>) => blogFrom(files, {}, discord.clock.now());

beforeAll(async () => {
  machine = await startMachine();
});

afterAll(() => machine.close());

beforeEach(async () => {
  const start = Date.now();
  discord = await startDiscord({ clock: makeClock(() => noon + Date.now() - start) });
  worker = machine.opens(discord, blog(old));
});

afterEach(() => discord.close());

/** Titles of what was announced in a channel; in a forum, of its threads' first messages. */
function titlesIn(channel: Channel): readonly (string | undefined)[] {
  const threads = [...discord.world.channels.values()].filter(({ parent }) => parent === channel);
  return [channel, ...threads].flatMap(({ messages }) =>
    [...messages.values()].flatMap(({ message }) => message.embeds.map(({ title }) => title)),
  );
}

/** Channels of a server that are told of new posts. */
async function subscribed(kinds: readonly Exclude<ChannelKind, 'thread'>[]): Promise<readonly Channel[]> {
  const guild = discord.guild();
  const channels = kinds.map((kind, at) => discord.channel(guild, `${kind}-${at}`, { kind }));
  for (const [at, { id }] of channels.entries()) {
    const kind = kinds[at] ?? 'text';
    await worker.subscribes(subscription(id, { guild: guild.id, kind, madeAt: discord.clock.now() }));
  }
  return channels;
}

/** The cron trigger fires each minute until nothing is left to do; gives how many subrequests each time took. */
async function firesOn(times = 30): Promise<readonly number[]> {
  const invocations: number[] = [];
  const store = await worker.store();
  for (let fired = 0; fired < times; fired++) {
    const before = discord.requests.length;
    const { queries } = await worker.fires();
    invocations.push(queries + discord.requests.length - before);
    if ((await store.next()) === undefined) return invocations;
    discord.clock.passes(minute);
  }
  throw new Error(`There is still something to do after ${times} minutes.\n${machine.logged().join('\n')}`);
}

/** A post comes with another bundle, and is as old as it takes. */
async function publishes(files: Readonly<Record<string, string>>): Promise<void> {
  discord.clock.passes(minute);
  worker.deploys(blog(files));
  await worker.fires();
  discord.clock.passes(10 * minute);
}

test('what the first bundle holds is known; what a later one adds is announced once', async () => {
  await worker.fires();
  const [text, announcements, forum] = await subscribed(['text', 'announcement', 'forum']);
  if (!(text && announcements && forum)) throw new Error('no channels');
  await publishes(news);
  for (const channel of [text, announcements, forum]) expect(titlesIn(channel)).toEqual([]);
  await firesOn();
  await worker.fires();
  for (const channel of [text, announcements, forum]) expect(titlesIn(channel)).toEqual(['New']);
  const published = discord.requests.filter(({ path }) => path.endsWith('/crosspost'));
  expect(published).toHaveLength(1);
});

test('forty channels take several invocations, none of which asks for more than the plan has', async () => {
  const channels = await subscribed(Array.from({ length: 40 }, () => 'text'));
  await worker.fires();
  await publishes(news);
  const invocations = await firesOn();
  expect(invocations.length).toBeGreaterThan(1);
  expect(Math.max(...invocations)).toBeLessThanOrEqual(free);
  for (const channel of channels) expect(titlesIn(channel)).toEqual(['New']);
});

test('many posts in channels of all kinds take no more than that either', async () => {
  const kinds = ['text', 'announcement', 'forum'] as const;
  const channels = await subscribed(Array.from({ length: 12 }, (_, at) => kinds[at % 3] ?? 'text'));
  await worker.fires();
  const titles = Array.from({ length: 5 }, (_, at) => `New ${at}`);
  await publishes({ ...old, ...Object.fromEntries(titles.map(title => [`${title}.md`, file(title)])) });
  expect(Math.max(...(await firesOn()))).toBeLessThanOrEqual(free);
  for (const [at, channel] of channels.entries()) {
    // A forum gets a thread for each, every other channel one message of all.
    if (at % 3 === 2) expect(titlesIn(channel).toSorted()).toEqual(titles);
    else expect([...channel.messages.values()]).toHaveLength(1);
  }
});

test('a post is announced once its page is there', async () => {
  let status = 404;
  const asked: (string | undefined)[] = [];
  const site = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(status).end();
  });
  await new Promise<void>(resolve => site.listen(0, '127.0.0.1', resolve));
  const { port } = site.address() as AddressInfo;
  const there = (files: Readonly<Record<string, string>>) =>
    blogFrom(files, { url: `http://127.0.0.1:${port}` }, discord.clock.now());
  worker.deploys(there(old));
  await worker.fires();
  const [channel] = await subscribed(['text']);
  discord.clock.passes(minute);
  worker.deploys(there(news));
  await worker.fires();
  discord.clock.passes(10 * minute);
  await worker.fires();
  expect(channel && titlesIn(channel)).toEqual([]);
  status = 200;
  discord.clock.passes(minute);
  await worker.fires();
  expect(channel && titlesIn(channel)).toEqual(['New']);
  expect(asked).toEqual(['HEAD /posts/new', 'HEAD /posts/new']);
  await new Promise(resolve => site.close(resolve));
});

test('an invocation that is killed while it sends leaves nothing out, and says nothing twice', async () => {
  const channels = await subscribed(Array.from({ length: 12 }, (_, at) => (at % 4 === 3 ? 'forum' : 'text')));
  await worker.fires();
  await publishes(news);
  // Some arrive and are never answered, some do not arrive at all.
  discord.plan(/POST .*(messages|threads)$/, 'loses the answer', 3);
  discord.plan(/POST .*(messages|threads)$/, 'stalls', 3);
  const killed = worker.fires().catch((error: unknown) => error);
  await discord.until(() => discord.requests.filter(({ method }) => method === 'POST').length >= 6);
  await machine.dies();
  expect(await killed).toBeInstanceOf(Error);
  discord.clock.passes(minute);
  await firesOn();
  for (const channel of channels) expect(titlesIn(channel)).toEqual(['New']);
});

test('two triggers at the same moment make the tables once, and send once', async () => {
  await Promise.all([worker.fires(), worker.fires()]);
  const channels = await subscribed(['text', 'text', 'announcement']);
  await publishes(news);
  await Promise.all([worker.fires(), worker.fires(), worker.fires()]);
  await firesOn();
  for (const channel of channels) expect(titlesIn(channel)).toEqual(['New']);
});

test('Discord’s limits are obeyed, and a channel that is closed holds up no other', async () => {
  const [open, limited, shut] = await subscribed(['text', 'text', 'text']);
  if (!(open && limited && shut)) throw new Error('no channels');
  await worker.fires();
  await publishes(news);
  discord.permits(shut, { denyBot: ['SendMessages'] });
  const body = { message: 'You are being rate limited.', retry_after: 3_600, global: false };
  const headers = { 'retry-after': '3600' };
  discord.plan(new RegExp(`POST /channels/${limited.id}/messages`), { status: 429, body, headers });
  await worker.fires();
  expect([open, limited, shut].map(channel => titlesIn(channel))).toEqual([['New'], [], []]);
  const store = await worker.store();
  expect((await store.subscription(shut.id))?.paused).toMatchObject({ because: 'forbidden' });
  discord.clock.passes(30 * minute);
  await worker.fires();
  expect(titlesIn(limited)).toEqual([]);
  discord.clock.passes(31 * minute);
  await worker.fires();
  expect(titlesIn(limited)).toEqual(['New']);
  discord.permits(shut, {});
  discord.clock.passes(24 * 60 * minute);
  await worker.fires();
  expect(titlesIn(shut)).toEqual(['New']);
  expect((await store.subscription(shut.id))?.paused).toBeUndefined();
  discord.refused.splice(0);
});
