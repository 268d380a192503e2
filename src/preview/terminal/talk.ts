import type { APIMessage, Locale, RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Respond, Response } from '../../bot/model.ts';
import type { TerminalWords } from '../../words/model.ts';
import { type Act, interactionOf } from '../interaction.ts';
import { messageBy } from '../message.ts';
import { type Outcome, outcomeOf } from '../outcome.ts';
import { placeFor, snowflakes } from '../place.ts';
import { type AskChoices, likeliest } from './choices.ts';
import { type Completion, complete } from './completion.ts';
import { type Control, controlsOf, fold, type Standing } from './controls.ts';
import { refusal, type Said, understand } from './said.ts';
import { sent } from './typed.ts';

/** Who talks with which bot. */
export interface TalkParts {
  readonly respond: Respond;
  /** The commands as they are registered with Discord. */
  readonly commands: RESTPutAPIApplicationCommandsJSONBody;
  /** The reader's language, and the server's. */
  readonly locale: `${Locale}`;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly words: TerminalWords;
}

/** What comes of one line. */
export type Turn =
  | { readonly does: 'ask'; readonly response: Response; readonly outcome: Promise<Outcome> }
  /** The bot is not asked; the sentence says why, or does what the line wants. */
  | { readonly does: 'say'; readonly sentence: string }
  | { readonly does: 'wait' | 'end' };

/** One reader's talk with the bot. It remembers its answers, on which things can be pressed. */
export interface Talk {
  /** Do not take a line before the outcome of the one before is there. */
  readonly take: (line: string) => Promise<Turn>;
  readonly complete: (line: string) => Promise<Completion>;
}

/** Answers on which things can still be pressed. */
const REMEMBERED = 50;

export function openTalk({ respond, commands, locale, clock, words }: TalkParts): Talk {
  const place = placeFor(locale);
  const nextId = snowflakes(clock);
  let standing: readonly Standing<APIMessage>[] = [];
  const shown = new Set<string>();
  const before = () => ({ standing, wasShown: (label: string) => shown.has(fold(label)) });

  const keep = (outcome: Outcome, pressed: APIMessage | undefined) => {
    const gone = outcome.kind === 'removed' ? pressed?.id : undefined;
    const message = outcome.kind === 'message' ? outcome.message : undefined;
    const others = standing.filter(one => one.message.id !== gone && one.message.id !== message?.id);
    const controls = controlsOf(message?.components ?? []);
    for (const { label } of controls) shown.add(fold(label));
    standing = [...(message ? [{ message, controls }] : []), ...others].slice(0, REMEMBERED);
  };

  const send = async (act: Act): Promise<Turn> => {
    const interaction = interactionOf(place, act, nextId);
    const response = await respond(interaction);
    const outcome = outcomeOf(interaction, response, place, nextId).then(come => {
      keep(come, 'message' in act ? act.message : undefined);
      return come;
    });
    return { does: 'ask', response, outcome };
  };

  const choices: AskChoices = async act => {
    const { callback } = await respond(interactionOf(place, act, nextId));
    return callback.type === 8 ? (callback.data.choices ?? []) : [];
  };

  const act = async (said: Said): Promise<Turn> => {
    switch (said.does) {
      case 'ask':
        return await send(said);
      case 'divide': {
        const { offered, ways } = said;
        return await act(sent(offered, await likeliest(offered, ways, choices)));
      }
      case 'ask about': {
        const message = messageBy(place.reader, { content: said.text }, place.channel.id, nextId());
        return await send({ does: 'ask about', command: said.command, message });
      }
      case 'use':
        return said.control.does === 'open'
          ? { does: 'say', sentence: words.opens(said.control.url) }
          : await send(useOf(said.control, said.message));
      case 'miss':
        return { does: 'say', sentence: words.noSuchNumber(said.typed, said.numbers) };
      case 'absent':
        return { does: 'say', sentence: words.nothingCalled(said.typed) };
      case 'nothing':
        return { does: 'say', sentence: refusal(said, words) };
      default:
        return { does: said.does };
    }
  };

  return {
    take: line => act(understand(line, before(), commands)),
    complete: line =>
      complete(line, {
        commands,
        labels: [...new Set(standing.flatMap(({ controls }) => controls.map(({ label }) => label)))],
        choices,
      }),
  };
}

function useOf(control: Exclude<Control, { does: 'open' }>, message: APIMessage): Act {
  const { customId } = control;
  return control.does === 'press'
    ? { does: 'press', message, customId }
    : { does: 'choose', message, customId, values: [control.value] };
}
