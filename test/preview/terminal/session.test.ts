import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Respond, Response } from '../../../src/bot/model.ts';
import { fakeBot, says } from './bot.ts';
import { desk, echo, piped, sessionOn } from './desk.ts';

describe('lines that are piped in', () => {
  it('are answered in their order, each under the line, after the opening ones', async () => {
    const bot = fakeBot(interaction => says(interaction.type === 2 ? `asked ${interaction.data.name}` : ''));
    expect(await piped(bot.respond, '/search a\n\n  /help\n', ['/insight 5'])).toBe(
      '> /insight 5\n│ asked insight\n\n> /search a\n│ asked search\n\n> /help\n│ asked help\n\n',
    );
  });

  it('stay in order where an answer takes its time', async () => {
    const slow = (): Response => ({
      callback: { type: 5 },
      later: new Promise(resolve => {
        const message = { content: 'slow', flags: 0, allowed_mentions: { parse: [] as const } };
        setImmediate(() => resolve({ do: 'edit', message }));
      }),
    });
    const bot = fakeBot(asked => (asked.type === 2 && asked.data.name === 'help' ? slow() : says('quick')));
    expect(await piped(bot.respond, '/help\n/search a\n')).toBe('> /help\nslow\n\n> /search a\n│ quick\n\n');
  });

  it('end quietly where nobody reads the answers any more', async () => {
    const input = new PassThrough();
    const output = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('x'), { code: 'EPIPE' })),
    });
    input.write('/help\n');
    await expect(sessionOn(echo.respond, input, output).run(['/help'])).resolves.toBeUndefined();
  });

  it('end at /quit', async () => {
    expect(await piped(echo.respond, '/quit\n/help\n')).toBe('');
  });

  it('without a newline at the end are answered too', async () => {
    expect(await piped(echo.respond, '/help')).toContain('asked help');
  });

  it('that ask nothing get one sentence', async () => {
    expect(await piped(echo.respond, '/serch a\n9\nhlp\n')).toBe(
      [
        '> /serch a',
        'There is no command “serch a”. The nearest is /search.',
        '',
        '> 9',
        'No button has the number 9. Type a button’s name to press it.',
        '',
        '> hlp',
        'There is no command “hlp”. The nearest is /help.',
        '',
        '',
      ].join('\n'),
    );
  });
});

describe('one answer', () => {
  it('is printed', async () => {
    const { session, printed } = desk(echo.respond);
    expect(await session.say('/insight 5')).toBe(true);
    expect(await printed()).toContain('│ asked insight\n');
  });

  it('is printed as the JSON that goes to Discord, with what follows', async () => {
    const message = { content: 'done', allowed_mentions: { parse: [] as const } };
    const response: Response = { callback: { type: 5 }, later: Promise.resolve({ do: 'edit', message }) };
    const { session, printed } = desk(fakeBot(() => response).respond);
    expect(await session.say('/insight 5', { json: true })).toBe(true);
    expect(JSON.parse(await printed())).toEqual({ callback: { type: 5 }, later: { do: 'edit', message } });
  });

  it('is none where the command does not exist', async () => {
    const { session, printed } = desk(echo.respond);
    expect(await session.say('/insigt 5', { json: true })).toBe(false);
    expect(await printed()).toBe('There is no command “insigt 5”. The nearest is /insight.\n');
  });

  it('goes to the bot as a whole interaction', async () => {
    const bot = fakeBot(() => says('x'));
    await desk(bot.respond).session.say('/post show 从压缩');
    expect(bot.asked[0]).toMatchObject({
      type: 2,
      version: 1,
      locale: 'en-US',
      guild_locale: 'en-US',
      context: 0,
      guild: { features: ['COMMUNITY'] },
      channel: { type: 0 },
      data: {
        name: 'post',
        type: 1,
        options: [{ type: 1, name: 'show', options: [{ name: 'post', type: 3, value: '从压缩' }] }],
      },
    });
  });

  it('to a message command carries the message', async () => {
    const bot = fakeBot(() => says('x'));
    await desk(bot.respond).session.say('搜索博客 记忆与遗忘');
    expect(bot.asked[0]).toMatchObject({ data: { type: 3, name: 'Search the posts' } });
    expect(JSON.stringify(bot.asked[0])).toContain('"content":"记忆与遗忘"');
  });
});

describe('a terminal', () => {
  /** What is seen once these keys were pressed. */
  async function typed(respond: Respond, ...keys: readonly string[]): Promise<string> {
    const { session, input, printed } = desk(respond, true);
    const running = session.run(['/insight 5']);
    for (const key of keys) {
      input.write(key);
      await new Promise(resolve => setImmediate(resolve));
    }
    input.write('\u0004');
    await running;
    return await printed();
  }

  it('welcomes, answers, prompts, and leaves at Ctrl-D', async () => {
    const seen = await typed(echo.respond, '/help\r');
    const order = ['This is Quoth', '/quit leaves', 'asked insight', 'asked help'].map(part =>
      seen.indexOf(part),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order[0]).toBe(0);
    expect(seen.endsWith('\n')).toBe(true);
  });

  it('answers what was typed ahead before it leaves', async () => {
    const bot = fakeBot(() => says('x'));
    await typed(bot.respond, '/help\r/search a\r\u0004');
    expect(bot.asked).toHaveLength(3);
  });

  it('completes at Tab', async () => {
    expect(await typed(echo.respond, '/ins', '\t', '5\r')).toContain('asked insight');
  });

  it('shows what Tab can choose from below the line, and leaves the line as it was', async () => {
    const bot = fakeBot(() => says('x'));
    const seen = await typed(bot.respond, '/insight 5 ', '\t', '\r');
    expect(seen).toContain('post:     private:\n');
    expect(bot.asked.at(-1)).toMatchObject({ data: { options: [{ name: 'number', value: '5' }] } });
  });

  it('empties the line at Ctrl-C, and leaves where it is empty', async () => {
    const bot = fakeBot(() => says('x'));
    await typed(bot.respond, '/help', '\u0003', '\r', '\u0003', '/help\r');
    expect(bot.asked).toHaveLength(1);
  });

  it('shows that an answer is being made', async () => {
    const message = { content: 'done', allowed_mentions: { parse: [] as const } };
    const bot = fakeBot(() => ({ callback: { type: 5 }, later: Promise.resolve({ do: 'edit', message }) }));
    expect(await typed(bot.respond)).toContain('Quoth is thinking…\r\u001b[2Kdone\n');
  });
});
