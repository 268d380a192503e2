import { describe, expect, it } from 'vitest';
import type { Respond } from '../../../src/bot/model.ts';
import { button, contained, fakeBot, ids, row, says, text } from './bot.ts';
import { card, echo, piped } from './desk.ts';

describe('what stands below the last answer', () => {
  it.each([
    ['阅读全文', `pressed ${ids.read}`],
    ['[阅读全文]', `pressed ${ids.read}`],
    ['1', `pressed ${ids.read}`],
    ['[２]', `pressed ${ids.insights}`],
    ['a', 'pressed sections:one'],
    ['Ｂ', 'pressed sections:two'],
    ['第二节', 'pressed sections:two'],
    ['3', 'This opens https://blog.example/p'],
    ['原文', 'This opens https://blog.example/p'],
    ['4', 'No button has the number 4: the last answer with buttons shows 1, 2, 3.'],
  ])('%s', async (line, answer) => {
    expect(await piped(echo.respond, `/help\n${line}\n`)).toContain(
      `> ${line}\n${answer.startsWith('pressed') ? '│ ' : ''}${answer}`,
    );
  });

  it('is a button’s label before it is a number', async () => {
    const hits = fakeBot(asked =>
      asked.type === 3
        ? says(`pressed ${asked.data.custom_id}`)
        : says('hits', { rows: [row(button('2', ids.insights), button('1', ids.read))] }),
    );
    expect(await piped(hits.respond, '/search a\n1\n')).toContain(`pressed ${ids.read}`);
  });

  it.each([
    ['a hit', [button('1', ids.read), button('发到频道', ids.share)], 'shows 1.'],
    ['a page', [button('继续读', ids.read), button('发到频道', ids.share)], 'shows 1.'],
    ['a public card', [button('继续读', ids.read), button('🗑', ids.remove)], 'shows 1.'],
    ['a list', [button('发到频道', ids.share)], 'Type a button’s name to press it.'],
  ])('is shown to others or taken away by name alone: %s', async (_, buttons, sentence) => {
    const bot = fakeBot(() => says('x', { rows: [row(...buttons)] }));
    expect(await piped(bot.respond, '/help\n2\n')).toContain(sentence);
    expect(bot.asked).toHaveLength(1);
  });

  it('has the number before it that presses it', async () => {
    const rows = [row(button('继续读', ids.read), button('发到频道', ids.share)), card];
    const bot = fakeBot(() => says('x', { rows }));
    const printed = await piped(bot.respond, '/help\n');
    expect(printed).toContain('│ 1 [继续读]  [发到频道]\n│ 2 [阅读全文]  3 [6 条洞见]  4 [原文 ↗]');
  });

  it('goes to the bot with the message that carries it', async () => {
    const bot = fakeBot(
      echo.respond.length === 1 ? () => says('x', { ephemeral: true, rows: [card] }) : () => says(''),
    );
    await piped(bot.respond, '/help\n1\n');
    expect(bot.asked[1]).toMatchObject({
      type: 3,
      data: { component_type: 2, custom_id: ids.read },
      message: { flags: 32_768 | 64, components: contained(text('x'), card).components },
    });
  });

  it('and below earlier answers, by its label, or where nothing is below later ones', async () => {
    const bot = fakeBot(asked =>
      asked.type === 2 && asked.data.name === 'help' ? says('x', { rows: [card] }) : says('y'),
    );
    await piped(bot.respond, '/help\n/search a\n阅读全文\n1\n');
    expect(bot.asked.map(asked => asked.type)).toEqual([2, 2, 3, 3]);
    for (const asked of bot.asked.slice(2)) {
      expect(asked).toMatchObject({ message: { components: contained(text('x'), card).components } });
    }
  });

  it('is gone with its answer', async () => {
    const bot = fakeBot(asked =>
      asked.type === 3
        ? { callback: { type: 6 }, later: Promise.resolve({ do: 'delete' }) }
        : says('x', { rows: [row(button('🗑', 'remove'))] }),
    );
    expect(await piped(bot.respond, '/help\n🗑\n🗑\n')).toContain('> 🗑\nNothing to press here is called “🗑”.');
  });

  it.each(['Next section', '下一节', '6 條重點', 'no. 12 ›', '[Older]'])(
    'is not there under the name that other answers have for it: %s',
    async line => {
      const sentence = `Nothing to press here is called “${line}”.`;
      expect(await piped(echo.respond, `${line}\n/help\n${line}\n`)).toContain(sentence);
    },
  );

  it('is remembered by name once it was shown', async () => {
    const pages = fakeBot(asked =>
      says('x', asked.type === 3 ? {} : { ephemeral: true, rows: [row(button('Onward', ids.read))] }),
    );
    const update: Respond = async interaction => {
      const { callback } = await pages.respond(interaction);
      return interaction.type === 3 && callback.type === 4
        ? { callback: { type: 7, data: callback.data } }
        : { callback };
    };
    expect(await piped(update, '/help\nOnward\nOnward\n/onward\n')).toContain(
      '> Onward\nNothing to press here is called “Onward”.\n\n> /onward\nThere is no command “onward”.',
    );
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
