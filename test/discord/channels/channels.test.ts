import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeClock } from '../clock.ts';
import { type Discord, startDiscord } from '../discord.ts';
import { makeRates } from '../rates.ts';
import { ask } from './ask.ts';

const silent = { allowed_mentions: { parse: [] } };

let discord: Discord;

beforeEach(async () => {
  discord = await startDiscord({ clock: makeClock(() => Date.UTC(2026, 7, 1)) });
});

afterEach(async () => {
  await discord.close();
});

const send = (body: object, channel = discord.general) =>
  ask(discord, 'POST', `/channels/${channel.id}/messages`, { ...silent, ...body });

describe('a nonce', () => {
  const enforced = { content: 'hello', nonce: 'a', enforce_nonce: true };

  test('gives the message that is there, for three minutes', async () => {
    const first = await send(enforced);
    discord.clock.passes(3 * 60_000);
    expect((await send({ ...enforced, content: 'other' })).body).toEqual(first.body);
    discord.clock.passes(1);
    expect((await send(enforced)).body.id).not.toBe(first.body.id);
    expect(discord.reader().sees()).toHaveLength(2);
  });

  test('counts in its own channel, and only where it is enforced', async () => {
    await send(enforced);
    await send({ ...enforced, enforce_nonce: false });
    await send(enforced, discord.channel(discord.guild(), 'other'));
    expect(discord.reader().sees()).toHaveLength(2);
  });
});

describe('a message', () => {
  const pingsOf = async (
    content: string,
    mentions: object | undefined,
    bot: readonly 'MentionEveryone'[] = [],
  ) => {
    const guild = discord.guild({ bot });
    const channel = discord.channel(guild, 'news');
    const open = discord.role(guild, { name: 'Open', mentionable: true });
    const closed = discord.role(guild, { name: 'Closed' });
    const names = new Map([
      [open.id, 'Open'],
      [closed.id, 'Closed'],
    ]);
    const { status } = await ask(discord, 'POST', `/channels/${channel.id}/messages`, {
      content: content.replace('@Open', `<@&${open.id}>`).replace('@Closed', `<@&${closed.id}>`),
      allowed_mentions: mentions ?? { roles: [open.id, closed.id] },
    });
    const pinged = discord
      .pings(channel)
      .map(one => [...(one.everyone ? ['everyone'] : []), ...one.roles.map(id => names.get(id))]);
    return { status, pinged };
  };

  test('notifies a role that is mentionable and allowed', async () => {
    expect(await pingsOf('@Open @Closed @everyone', undefined)).toMatchObject({ pinged: [['Open']] });
    expect(await pingsOf('@Open', { parse: [] })).toMatchObject({ pinged: [] });
    expect(await pingsOf('@Open', { parse: ['roles'] })).toMatchObject({ pinged: [['Open']] });
    expect(await pingsOf('hello', undefined)).toMatchObject({ pinged: [] });
  });

  test('notifies every role, and everyone, where the bot may mention them', async () => {
    const may = ['MentionEveryone'] as const;
    const { pinged } = await pingsOf('@Open @Closed @everyone', undefined, may);
    expect(pinged).toEqual([['Open', 'Closed']]);
    expect(await pingsOf('@here', { parse: ['everyone'] }, may)).toMatchObject({ pinged: [['everyone']] });
    expect(await pingsOf('@here', { parse: ['everyone'] })).toMatchObject({ pinged: [] });
  });

  test('is refused where all roles are allowed and some are listed', async () => {
    const { status } = await pingsOf('@Open', { parse: ['roles'], roles: ['1'] });
    expect(status).toBe(400);
    expect(discord.refused.splice(0)).toMatchObject([{ what: 'message to #news' }]);
  });

  test.each([
    ['empty', { content: ' ' }],
    ['too long', { content: 'x'.repeat(2_001) }],
    ['with an embed too long', { embeds: [{ title: 'x'.repeat(257) }] }],
    [
      'with 6,001 characters over two embeds',
      { embeds: [4_000, 2_001].map(size => ({ description: 'x'.repeat(size) })) },
    ],
    ['with a key that Discord does not know', { content: 'a', colour: 5 }],
    ['with a nonce too long', { content: 'a', nonce: 'x'.repeat(26), enforce_nonce: true }],
    ['with no nonce, which is to be enforced', { content: 'a', enforce_nonce: true }],
  ])('is refused: %s', async (_, body) => {
    expect(await send(body)).toMatchObject({ status: 400, body: { code: 50_035 } });
    expect(discord.refused.splice(0)).toHaveLength(1);
  });

  test.each([
    ['a forum', { kind: 'forum' }, 400, 50_008],
    ['a channel that is hidden', { denyBot: ['ViewChannel'] }, 403, 50_001],
    ['a channel that is read only', { denyBot: ['SendMessages'] }, 403, 50_013],
  ] as const)('is not taken in %s', async (_, options, status, code) => {
    const channel = discord.channel(discord.guild(), 'there', options);
    expect(await send({ content: 'a' }, channel)).toMatchObject({ status, body: { code } });
  });

  test('of somebody else is shown to the bot without its text, and is not its to edit', async () => {
    const { id } = discord.reader().writes('Nice!');
    const path = `/channels/${discord.general.id}/messages`;
    expect((await ask(discord, 'GET', path)).body).toMatchObject([{ id, content: '' }]);
    const edited = await ask(discord, 'PATCH', `${path}/${id}`, { ...silent, content: 'Bad' });
    expect(edited).toMatchObject({ status: 403, body: { code: 50_005 } });
  });

  test('is listed from the newest on, before and after another', async () => {
    const reader = discord.reader();
    const ids = Array.from({ length: 10 }, (_, index) => reader.writes(String(index)).id);
    const list = async (query: string): Promise<readonly string[]> => {
      const { body } = await ask(discord, 'GET', `/channels/${discord.general.id}/messages?${query}`);
      return body.map(({ id }: { id: string }) => id);
    };
    expect(await list('limit=3')).toEqual(ids.slice(7).toReversed());
    expect(await list(`limit=3&before=${ids[7]}`)).toEqual(ids.slice(4, 7).toReversed());
    expect(await list(`limit=3&after=${ids[1]}`)).toEqual(ids.slice(2, 5).toReversed());
  });
});

describe('a thread', () => {
  const open = (forum: Parameters<typeof send>[1], body: object) =>
    ask(discord, 'POST', `/channels/${forum?.id}/threads`, {
      name: 'A',
      message: { ...silent, content: 'a' },
      ...body,
    });

  test('in a forum has tags that the forum has, and one where it demands one', async () => {
    const forum = discord.channel(discord.guild(), 'posts', {
      kind: 'forum',
      tags: ['AI', '!Staff'],
      requiresTag: true,
    });
    const [ai, staff] = forum.tags.map(({ id }) => id);
    expect(await open(forum, {})).toMatchObject({ status: 400, body: { code: 40_067 } });
    expect(await open(forum, { applied_tags: [staff] })).toMatchObject({ body: { code: 50_013 } });
    expect(await open(forum, { applied_tags: ['1'] })).toMatchObject({ body: { code: 50_035 } });
    expect(await open(forum, { applied_tags: [ai], name: '' })).toMatchObject({ body: { code: 50_035 } });
    expect(discord.refused.splice(0)).toHaveLength(2);
    const { status, body } = await open(forum, { applied_tags: [ai] });
    expect(status).toBe(201);
    expect(body).toMatchObject({ parent_id: forum.id, applied_tags: [ai], message: { id: body.id } });
  });

  test('on a message has its id, and there is one at most', async () => {
    const { body } = await send({ content: 'a' });
    const path = `/channels/${discord.general.id}/messages/${body.id}/threads`;
    expect(await ask(discord, 'POST', path, { name: 'talk' })).toMatchObject({
      status: 201,
      body: { id: body.id },
    });
    expect(await ask(discord, 'POST', path, { name: 'talk' })).toMatchObject({ body: { code: 160_004 } });
    expect(
      discord
        .reader()
        .threads()
        .map(({ name }) => name),
    ).toEqual(['talk']);
  });

  test('falls asleep after three days, and is edited in only once it was opened again', async () => {
    const forum = discord.channel(discord.guild(), 'posts', { kind: 'forum' });
    const { body: thread } = await open(forum, {});
    const edit = () =>
      ask(discord, 'PATCH', `/channels/${thread.id}/messages/${thread.id}`, { ...silent, content: 'b' });
    const active = async () =>
      (await ask(discord, 'GET', `/guilds/${forum.guild?.id}/threads/active`)).body.threads;
    expect(await active()).toMatchObject([{ id: thread.id }]);
    discord.clock.passes(3 * 24 * 60 * 60_000 + 1);
    expect(await active()).toEqual([]);
    expect(await edit()).toMatchObject({ body: { code: 50_083 } });
    await ask(discord, 'PATCH', `/channels/${thread.id}`, { archived: false });
    expect((await edit()).status).toBe(200);
  });

  test('that is locked is woken by nobody but moderators', async () => {
    const thread = discord.thread(discord.general, 'over', { locked: true, archived: true });
    expect(await ask(discord, 'PATCH', `/channels/${thread.id}`, { archived: false })).toMatchObject({
      body: { code: 50_013 },
    });
    expect((await send({ content: 'a' }, thread)).body.code).toBe(160_005);
  });

  test('goes with its channel', async () => {
    const thread = discord.thread(discord.general, 'talk');
    discord.deletes(discord.general);
    expect((await send({ content: 'a' }, thread)).body.code).toBe(10_003);
  });
});

test('only messages of announcement channels are published', async () => {
  const { body } = await send({ content: 'a' });
  const path = `/channels/${discord.general.id}/messages/${body.id}/crosspost`;
  expect(await ask(discord, 'POST', path)).toMatchObject({ status: 400, body: { code: 50_024 } });
});

describe('limits', () => {
  test('are told with each message, and the sixth in five seconds is refused', async () => {
    const first = await send({ content: 'a' });
    expect(first.headers.get('x-ratelimit-remaining')).toBe('4');
    for (let index = 0; index < 4; index++) await send({ content: 'a' });
    const sixth = await send({ content: 'a' });
    expect(sixth).toMatchObject({ status: 429, body: { retry_after: 5, global: false } });
    expect(sixth.headers.get('retry-after')).toBe('5');
    expect((await send({ content: 'a' }, discord.channel(discord.guild(), 'other'))).status).toBe(200);
    discord.clock.passes(5_000);
    expect((await send({ content: 'a' })).status).toBe(200);
    expect(discord.badRequests()).toBe(1);
  });

  test('hold for all channels together: fifty requests a second', async () => {
    for (let index = 0; index < 50; index++) await ask(discord, 'GET', '/users/@me');
    const refused = await ask(discord, 'GET', '/users/@me');
    expect(refused).toMatchObject({ status: 429, body: { global: true } });
    expect(refused.headers.get('x-ratelimit-global')).toBe('true');
    discord.clock.passes(1_000);
    expect((await ask(discord, 'GET', '/users/@me')).status).toBe(200);
  });

  test('shut out who sends 10,000 bad requests in ten minutes', () => {
    const clock = makeClock(() => 0);
    const rates = makeRates(clock);
    for (let index = 0; index < 10_000; index++) rates.answered(403);
    expect(rates.refuses()).toMatchObject({ status: 429, body: expect.stringContaining('1015') });
    clock.passes(10 * 60_000);
    expect(rates.refuses()).toBeUndefined();
    expect(rates.badRequests()).toBe(0);
  });
});
