import type { APIMessage, RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { TerminalWords } from '../../words/model.ts';
import { type Control, pressedBy, type Standing } from './controls.ts';
import { hasSlash, type Refused, readTyped, type Typed, withoutSlash } from './typed.ts';

/** What a line means to the session. */
export type Said =
  | Typed
  | { readonly does: 'use'; readonly control: Control; readonly message: APIMessage }
  | { readonly does: 'miss'; readonly typed: string }
  | { readonly does: 'end' }
  | { readonly does: 'wait' };

const LEAVING = new Set(['quit', 'exit']);

/**
 * Reads a line: a command with its slash, else what can be pressed on an answer, else a command without its slash.
 */
export function understand(
  line: string,
  standing: readonly Standing<APIMessage>[],
  commands: RESTPutAPIApplicationCommandsJSONBody,
): Said {
  const text = withoutSlash(line);
  if (text === '') return { does: 'wait' };
  if (LEAVING.has(text.toLowerCase())) return { does: 'end' };
  if (hasSlash(line)) return readTyped(line, commands);
  const pressed = pressedBy(line, standing);
  if (pressed) return { does: 'use', ...pressed };
  if (/^[[【]?\s*\d{1,9}\s*[\]】]?$/.test(text.normalize('NFKC'))) return { does: 'miss', typed: text };
  return readTyped(line, commands);
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
