import { PassThrough } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import type { Respond } from '../../../src/bot/model.ts';
import type { Output } from '../../../src/preview/terminal/look.ts';
import type { Input } from '../../../src/preview/terminal/prompt.ts';
import { openSession, type Session } from '../../../src/preview/terminal/session.ts';
import { wordsOf } from '../../../src/words/words.ts';
import { button, commands, fakeBot, ids, link, row, says } from './bot.ts';

const english = wordsOf('en').terminal;

export interface Desk {
  readonly session: Session;
  readonly input: PassThrough;
  /** Everything that was printed, once no more comes. */
  readonly printed: () => Promise<string>;
}

export function sessionOn(respond: Respond, input: Input, output: Output): Session {
  return openSession({
    respond,
    commands,
    input,
    output,
    locale: 'en-US',
    clock: () => Date.UTC(2025, 5, 13),
    words: english,
    look: () => ({ columns: 88, depth: 1, links: false, locale: 'en-US', now: 0 }),
  });
}

export function desk(respond: Respond, terminal = false): Desk {
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
export async function piped(
  respond: Respond,
  lines: string,
  opening: readonly string[] = [],
): Promise<string> {
  const { session, input, printed } = desk(respond);
  input.end(lines);
  await session.run(opening);
  return await printed();
}

export const card = row(
  button('阅读全文', ids.read),
  button('6 条洞见', ids.insights),
  link('原文', 'https://blog.example/p'),
);
const options = [
  { label: '第一节', value: 'one' },
  { label: '第二节', value: 'two' },
];
const select = row({ type: 3, custom_id: 'sections', placeholder: '跳到某一节…', options });

/** Answers with what it was asked. */
export const echo = fakeBot(interaction => {
  if (interaction.type === 3) {
    const { data } = interaction;
    const chosen = 'values' in data ? `:${data.values.join()}` : '';
    return says(`pressed ${data.custom_id}${chosen}`, { ephemeral: true, rows: [card, select] });
  }
  return says(interaction.type === 2 ? `asked ${interaction.data.name}` : '', { rows: [card, select] });
});
