import { describe, expect, test, vi } from 'vitest';
import { apologyText } from '../discord/bot.ts';
import type { Discord } from '../discord/discord.ts';
import { sampleRespond } from '../discord/sample.ts';
import { start } from './start.ts';

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

describe('the bot', () => {
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
