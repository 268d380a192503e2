import type { APIMessage } from 'discord-api-types/v10';
import type { Act } from '../../interaction.ts';
import { offeredBy } from '../../offered.ts';
import { type AskChoices, likeliest } from '../../terminal/choices.ts';
import { readTyped, sent, type Typed } from '../../terminal/typed.ts';
import type { Start } from '../wire.ts';
import type { Cause } from './entries.ts';

/** What it takes to send a line. */
export interface Sender {
  readonly start: Start;
  /** Does something on a message or sends a command. Resolves once all of it has come. */
  readonly act: (act: Act, cause: Cause) => Promise<void>;
  /** What the reader who looks writes; undefined where nobody looks. */
  readonly speak: (text: string) => APIMessage | undefined;
  /** What the bot offers while an option is typed. */
  readonly choices: AskChoices;
}

/** Sends a line as if it had been typed; the text of a message command is said first. A line that asks nothing does nothing. */
export async function sendLine(line: string, sender: Sender): Promise<void> {
  const { start, act, speak } = sender;
  const typed = await readLine(line, sender);
  if (typed.does === 'ask') await act(typed, { by: 'command', title: typed.title, typed: line });
  if (typed.does !== 'ask about') return;
  const message = speak(typed.text);
  const title = start.commands.find(({ name }) => name === typed.command.name)?.name ?? '';
  if (message) {
    await act({ does: 'ask about', command: typed.command, message }, { by: 'command', title, typed: title });
  }
}

/** Sends a command with its options filled in; `title` is as in the picker, `/post show`. */
export async function sendFilled(
  title: string,
  values: Readonly<Record<string, string>>,
  { start, act }: Pick<Sender, 'start' | 'act'>,
): Promise<void> {
  const offered = offeredBy(start.commands).find(one => one.title === title);
  const typed = offered && sent(offered, new Map(Object.entries(values)));
  const written = [title, ...Object.entries(values).map(([name, value]) => `${name}:${value}`)].join(' ');
  if (typed?.does === 'ask') await act(typed, { by: 'command', title, typed: written });
}

/** What a line asks for; where it can be cut in several ways, the one that the bot knows something for. */
async function readLine(line: string, { start, choices }: Sender): Promise<Typed> {
  const read = readTyped(line, start.commands);
  if (read.does !== 'divide') return read;
  return sent(read.offered, await likeliest(read.offered, read.ways, choices));
}
