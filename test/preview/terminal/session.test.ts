import { PassThrough, Writable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { Respond, Response } from '../../../src/bot/model.ts';
import type { Output } from '../../../src/preview/terminal/look.ts';
import { type Input, openSession, type Session } from '../../../src/preview/terminal/session.ts';
import { wordsOf } from '../../../src/words/words.ts';
import { button, commands, contained, fakeBot, link, row, says, text } from './bot.ts';

const english = wordsOf('en').terminal;

interface Desk {
  readonly session: Session;
  readonly input: PassThrough;
  /** Everything that was printed, once no more comes. */
  readonly printed: () => Promise<string>;
}

function sessionOn(respond: Respond, input: Input, output: Output): Session {
  return openSession({
    respond,
    commands,
    input,
    output,
    locale: 'en-US',
    clock: () => Date.UTC(2025, 5, 13),
    words: english,
    look: () => ({ columns: 60, depth: 1, links: false, locale: 'en-US', now: 0 }),
  });
}

function desk(respond: Respond, terminal = false): Desk {
  const input = Object.assign(new PassThrough(), terminal ? { isTTY: true, setRawMode: () => input } : {});
  const output = Object.assign(new PassThrough(), terminal ? { isTTY: true, columns: 60 } : {});
  const session = sessionOn(respond, input, output);
  return {
    session,
    input,
    printed: () => {
      output.end();
      return textOf(output);
    },
  };
}

/** What a session prints for these lines, piped into it. */
async function piped(respond: Respond, lines: string, opening: readonly string[] = []): Promise<string> {
  const { session, input, printed } = desk(respond);
  input.end(lines);
  await session.run(opening);
  return await printed();
}

const card = row(
  button('阅读全文', 'read'),
  button('6 条洞见', 'insights'),
  link('原文', 'https://blog.example/p'),
);
const options = [
  { label: '第一节', value: 'one' },
  { label: '第二节', value: 'two' },
];
const select = row({ type: 3, custom_id: 'sections', placeholder: '跳到某一节…', options });

/** Answers with what it was asked. */
const echo = fakeBot(interaction => {
  if (interaction.type === 3) {
    const { data } = interaction;
    const chosen = 'values' in data ? `:${data.values.join()}` : '';
    return says(`pressed ${data.custom_id}${chosen}`, { ephemeral: true, rows: [card, select] });
  }
  return says(interaction.type === 2 ? `asked ${interaction.data.name}` : '', { rows: [card, select] });
});

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
        'The last answer has no button No. 9.',
        '',
        '> hlp',
        'There is no command “hlp”. The nearest is /help.',
        '',
        '',
      ].join('\n'),
    );
  });
});

describe('what stands below the last answer', () => {
  it.each([
    ['阅读全文', 'pressed read'],
    ['[阅读全文]', 'pressed read'],
    ['1', 'pressed read'],
    ['[２]', 'pressed insights'],
    ['a', 'pressed sections:one'],
    ['Ｂ', 'pressed sections:two'],
    ['第二节', 'pressed sections:two'],
    ['3', 'This opens https://blog.example/p'],
    ['原文', 'This opens https://blog.example/p'],
    ['4', 'The last answer has no button No. 4.'],
  ])('%s', async (line, answer) => {
    expect(await piped(echo.respond, `/help\n${line}\n`)).toContain(
      `> ${line}\n${answer.startsWith('pressed') ? '│ ' : ''}${answer}`,
    );
  });

  it('is a button’s label before it is a number', async () => {
    const hits = fakeBot(asked =>
      asked.type === 3
        ? says(`pressed ${asked.data.custom_id}`)
        : says('hits', { rows: [row(button('2', 'second'), button('1', 'first'))] }),
    );
    expect(await piped(hits.respond, '/search a\n1\n')).toContain('pressed first');
  });

  it('goes to the bot with the message that carries it', async () => {
    const bot = fakeBot(
      echo.respond.length === 1 ? () => says('x', { ephemeral: true, rows: [card] }) : () => says(''),
    );
    await piped(bot.respond, '/help\n1\n');
    expect(bot.asked[1]).toMatchObject({
      type: 3,
      data: { component_type: 2, custom_id: 'read' },
      message: { flags: 32_768 | 64, components: contained(text('x'), card).components },
    });
  });

  it('and below earlier answers, by its label', async () => {
    const bot = fakeBot(asked =>
      asked.type === 2 && asked.data.name === 'help' ? says('x', { rows: [card] }) : says('y'),
    );
    await piped(bot.respond, '/help\n/search a\n阅读全文\n1\n');
    expect(bot.asked.map(asked => asked.type)).toEqual([2, 2, 3]);
    expect(bot.asked[2]).toMatchObject({ message: { components: contained(text('x'), card).components } });
  });

  it('is gone with its answer', async () => {
    const bot = fakeBot(asked =>
      asked.type === 3
        ? { callback: { type: 6 }, later: Promise.resolve({ do: 'delete' }) }
        : says('x', { rows: [row(button('🗑', 'remove'))] }),
    );
    expect(await piped(bot.respond, '/help\n🗑\n🗑\n')).toContain('no command “🗑”');
  });

  it('can be taken back', async () => {
    const bot = fakeBot(asked =>
      asked.type === 3
        ? { callback: { type: 6 }, later: Promise.resolve({ do: 'delete' }) }
        : says('x', { rows: [row(button('🗑', 'remove'))] }),
    );
    expect(await piped(bot.respond, '/help\n🗑\n')).toContain('> 🗑\nThe answer was taken back.\n');
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
