import type { APIMessage, RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { TerminalWords } from '../../words/model.ts';
import { type Control, isNumberTyped, numbersOn, pressedBy, type Standing } from './controls.ts';
import { isLabelOfQuoth } from './labels.ts';
import { hasSlash, type Read, type Refused, readTyped, withoutSlash } from './typed.ts';

/** What a line means to the session. */
export type Said =
  | Read
  | { readonly does: 'use'; readonly control: Control; readonly message: APIMessage }
  /** A number that no button has, and those that buttons have. */
  | { readonly does: 'miss'; readonly typed: string; readonly numbers: readonly string[] }
  /** The name of a button that is not there. */
  | { readonly does: 'absent'; readonly typed: string }
  | { readonly does: 'end' }
  | { readonly does: 'wait' };

const LEAVING = new Set(['quit', 'exit']);

/** What came before a line. */
export interface Before {
  /** The answers on which something may be pressed, the last first. */
  readonly standing: readonly Standing<APIMessage>[];
  /** Whether a button of this name was shown before. */
  readonly wasShown: (label: string) => boolean;
}

/**
 * Reads a line: a command with its slash, else what can be pressed on an answer, else a command without its slash,
 * else the name of a button that is not there.
 */
export function understand(
  line: string,
  { standing, wasShown }: Before,
  commands: RESTPutAPIApplicationCommandsJSONBody,
): Said {
  const text = withoutSlash(line);
  if (text === '') return { does: 'wait' };
  if (LEAVING.has(text.toLowerCase())) return { does: 'end' };
  if (hasSlash(line)) return readTyped(line, commands);
  const pressed = pressedBy(line, standing);
  if (pressed) return { does: 'use', ...pressed };
  if (isNumberTyped(line)) return { does: 'miss', typed: text, numbers: numbersOn(standing) };
  const read = readTyped(line, commands);
  const isUnknown = read.does === 'nothing' && read.because === 'unknown';
  return isUnknown && (wasShown(text) || isLabelOfQuoth(text)) ? { does: 'absent', typed: text } : read;
}

/** Why a line is not sent, in one sentence. */
export function refusal(refused: Refused, words: TerminalWords): string {
  switch (refused.because) {
    case 'unknown':
      return words.unknownCommand(refused.typed, refused.nearest);
    case 'subcommand':
      return words.subcommandNeeded(refused.command, refused.subcommands);
    case 'missing':
      return words.optionNeeded(refused.command, refused.option);
    case 'unused':
      return words.textUnused(refused.command, refused.text);
    case 'value':
      return words.valueUnusable(refused.option, refused.typed);
  }
}
