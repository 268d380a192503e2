import { describe, expect, test, vi } from 'vitest';
import { apologyText, type BotOptions, logIn } from '../discord/bot.ts';
import type { Discord } from '../discord/discord.ts';
import { sampleRespond } from '../discord/sample.ts';
import { atEnd, start } from './start.ts';

const callbacks = ({ requests }: Discord) => requests.filter(({ path }) => path.endsWith('/callback'));

const blocked = {
  status: 400,
  body: { code: 200_000, message: 'Message was blocked by automatic moderation' },
};
const found = { do: 'edit', message: { content: 'found', allowed_mentions: { parse: [] } } } as const;

describe('where Discord will not have what follows an answer', () => {
  test('the apology takes the place of "thinking…"', async () => {
    const { discord } = await start({
      respond: () => Promise.resolve({ callback: { type: 5 }, later: Promise.resolve(found) }),
    });
    discord.plan(/PATCH/, blocked);
    const reader = discord.reader();
    expect(await reader.types('/post latest')).toMatchObject({ text: apologyText, deferred: true });
    expect(reader.sees()).toHaveLength(1);
  });

  test('the apology stands beside a message that was to be changed, and is private', async () => {
    const { discord } = await start({
      respond: interaction =>
        interaction.type === 3
          ? Promise.resolve({ callback: { type: 6 }, later: Promise.resolve(found) })
          : sampleRespond(interaction),
    });
    const reader = discord.reader();
    const seen = await reader.types('/say hello');
    discord.plan(/PATCH/, blocked);
    expect(await reader.presses(seen, 'More')).toMatchObject({
      change: 'new',
      text: apologyText,
      private: true,
    });
    expect(discord.reader().sees()).toHaveLength(1);
  });

  test('a message that was dismissed meanwhile is left alone, in one line', async () => {
    const { bot, discord } = await start({
      respond: () => Promise.resolve({ callback: { type: 5 }, later: Promise.resolve(found) }),
    });
    discord.plan(/PATCH/, { status: 404, body: { code: 10_008, message: 'Unknown Message' } });
    discord
      .reader()
      .types('/post latest')
      .catch(() => undefined);
    await vi.waitUntil(() => bot.log.lines.length > 0, 15_000);
    expect(bot.log.lines).toEqual(['an answer was not shown: the message is gone (code 10008)']);
  });
});

/** A public "thinking…" that turns out to be for one reader alone. */
const replaced: BotOptions = {
  respond: () =>
    Promise.resolve({
      callback: { type: 5 },
      later: Promise.resolve({
        do: 'replace',
        message: { content: 'sorry', flags: 64, allowed_mentions: { parse: [] } },
      }),
    }),
};

const followUps = ({ requests }: Discord) =>
  requests.filter(({ method, path }) => method === 'POST' && path.startsWith('/webhooks/'));

describe('a message that nothing marks as the same', () => {
  test.each(['loses the answer', 'breaks after it'] as const)(
    'is seen once where the reply to it is lost: %s',
    async fault => {
      const { bot, discord } = await start(replaced);
      discord.plan(/POST .webhooks/, fault);
      const reader = discord.reader();
      expect(await reader.types('/post latest')).toMatchObject({ text: 'sorry', private: true });
      await vi.waitUntil(() => bot.log.lines.length > 0, 15_000);
      expect(reader.sees()).toHaveLength(1);
      expect(followUps(discord)).toHaveLength(1);
      expect(bot.log.lines).toEqual([expect.stringMatching(/^an answer was not shown: /)]);
    },
  );

  test('is sent again where Discord says that it took nothing', async () => {
    const { bot, discord } = await start(replaced);
    discord.plan(/POST .webhooks/, { status: 404, body: { code: 10_015, message: 'Unknown Webhook' } }, 2);
    expect(await discord.reader().types('/post latest')).toMatchObject({ text: 'sorry', private: true });
    expect(bot.log.lines).toEqual([]);
  });
});

test('two bots that are given the same, while one takes the place of the other, answer once', async () => {
  const { bot, discord } = await start(replaced);
  const other = await logIn(discord, replaced);
  atEnd(other.close);
  const reader = discord.reader();
  expect(await reader.types('/post latest')).toMatchObject({ text: 'sorry', private: true });
  await discord.until(() => callbacks(discord).length === 2);
  await Promise.all([bot.close(), other.close()]);
  expect(reader.sees()).toHaveLength(1);
  expect(followUps(discord)).toHaveLength(1);
  expect([...bot.log.lines, ...other.log.lines]).toEqual([]);
});

describe('the bot', () => {
  test('takes an answer for posted that Discord has already', async () => {
    const { bot, discord } = await start();
    discord.plan(/callback/, 'loses the answer');
    const reader = discord.reader();
    expect((await reader.types('/say hello')).text).toBe('hello');
    await discord.until(() => callbacks(discord).length === 2);
    discord.plan(/callback/, { status: 400, body: { code: 40_060, message: 'Already acknowledged' } });
    reader.types('/say twice').catch(() => undefined);
    await discord.until(() => callbacks(discord).length === 3);
    expect((await reader.types('/say then')).text).toBe('then');
    expect(callbacks(discord)).toHaveLength(4);
    expect(bot.log.lines).toEqual([]);
  });

  test('logs in one line that the quarter of an hour of an answer was over', async () => {
    const { bot, discord } = await start({
      respond: () => {
        const edit = Promise.withResolvers<typeof found>();
        setImmediate(() => {
          discord
            .until(() => callbacks(discord).length === 1)
            .then(() => {
              discord.clock.passes(16 * 60_000);
              edit.resolve(found);
            }, edit.reject);
        });
        return Promise.resolve({ callback: { type: 5 }, later: edit.promise });
      },
    });
    discord
      .reader()
      .types('/post latest')
      .catch(() => undefined);
    await vi.waitUntil(() => bot.log.lines.length > 0, 15_000);
    expect(bot.log.lines).toEqual([expect.stringContaining('later than the 15 minutes')]);
  });

  test('does not ask again and again where a 429 says not how long to wait', async () => {
    const { bot, discord } = await start();
    discord.plan(/callback/, { status: 429, body: '<html>Slow down</html>' }, 99);
    discord
      .reader()
      .types('/say hello')
      .catch(() => undefined);
    await vi.waitUntil(() => bot.log.lines.length > 0, 15_000);
    expect(callbacks(discord)).toHaveLength(1);
    expect(bot.log.lines).toEqual([expect.stringContaining('Discord asks to wait')]);
  });

  test('waits as long as the body of a 429 says', async () => {
    const { bot, discord } = await start();
    discord.plan(/callback/, { status: 429, body: { message: 'slow', retry_after: 0.01 } });
    expect((await discord.reader().types('/say hello')).text).toBe('hello');
    expect(callbacks(discord)).toHaveLength(2);
    expect(bot.log.lines).toEqual([]);
  });

  test('does not take a page for Discord’s answer', async () => {
    const { bot, discord } = await start();
    discord.plan(/callback/, { status: 200, body: '<html>Log in to the hotel’s network</html>' });
    expect((await discord.reader().types('/say hello')).text).toBe('hello');
    discord.plan(/callback/, { status: 403, body: '<html>Access denied</html>' }, 2);
    discord
      .reader()
      .types('/say hello')
      .catch(() => undefined);
    await vi.waitUntil(() => bot.log.lines.length > 0, 15_000);
    expect(bot.log.lines).toEqual([expect.stringContaining('something else answered')]);
  });

  test('logs in one line that an answer came too late', async () => {
    const { bot, discord } = await start({
      respond: interaction => {
        discord.clock.passes(3_001);
        return sampleRespond(interaction);
      },
    });
    await expect(discord.reader().types('/say x')).rejects.toThrow('three seconds');
    await vi.waitUntil(() => bot.log.lines.length > 0, 15_000);
    expect(bot.log.lines).toEqual([expect.stringContaining('later than the three seconds')]);
  });

  test.each([
    ['is lost', 'loses the answer', 1],
    ['never comes, at first', 'stalls', 1],
    ['breaks off, at first', 'resets', 1],
    ['is a 500 page, at first', { status: 500, body: '<html>', headers: { 'content-type': 'text/html' } }, 1],
  ] as const)('posts its answer once when the reply to it %s', async (_how, fault, times) => {
    const { bot, discord } = await start();
    discord.plan(/callback/, fault, times);
    const reader = discord.reader();
    expect((await reader.types('/say hello')).text).toBe('hello');
    await discord.until(() => callbacks(discord).length === 2);
    expect(reader.sees()).toHaveLength(1);
    expect(bot.log.lines).toEqual([]);
  });

  test('tries twice, then logs one line that says nothing secret', async () => {
    const { bot, discord } = await start();
    discord.plan(/callback/, 'stalls', 9);
    discord
      .reader()
      .types('/say hello')
      .catch(() => undefined);
    await vi.waitUntil(() => bot.log.lines.length > 0, 15_000);
    expect(callbacks(discord)).toHaveLength(2);
    expect(bot.log.lines).toEqual([expect.stringContaining('no answer in time')]);
    const token = callbacks(discord)[0]?.path.split('/')[3] ?? '?';
    expect(bot.log.text()).not.toContain(token);
  });

  test('waits where Discord asks for a moment, and not where it asks for long', async () => {
    const { bot, discord } = await start();
    const limited = (seconds: number) => ({
      status: 429,
      body: { message: 'slow', retry_after: seconds, global: false },
      headers: { 'retry-after': `${seconds}` },
    });
    discord.plan(/callback/, limited(0.01));
    expect((await discord.reader().types('/say hello')).text).toBe('hello');
    discord.plan(/callback/, limited(30));
    discord
      .reader()
      .types('/say hello')
      .catch(() => undefined);
    await vi.waitUntil(() => bot.log.lines.length > 0, 15_000);
    expect(bot.log.lines[0]).toContain('Discord asks to wait');
  });

  test('answers 60 readers at once while an edit hangs', async () => {
    const edit = { do: 'edit', message: { content: 'found', allowed_mentions: { parse: [] } } } as const;
    const { discord } = await start({
      respond: interaction =>
        interaction.type === 2 && interaction.data.name === 'post'
          ? Promise.resolve({ callback: { type: 5 }, later: Promise.resolve(edit) })
          : sampleRespond(interaction),
      timeout: 60_000,
    });
    const answered = Promise.withResolvers<void>();
    discord.plan(/PATCH/, { until: answered.promise });
    const reader = discord.reader();
    const slow = reader.types('/post latest');
    await discord.until(() => discord.requests.some(({ method }) => method === 'PATCH'));
    const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => reader.types(`/say ${n}`)));
    expect(answers.map(({ text }) => text)).toEqual(Array.from({ length: 60 }, (_, n) => `${n}`));
    answered.resolve();
    expect((await slow).text).toBe('found');
  });
});
