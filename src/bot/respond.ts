import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteraction,
  APIInteraction,
  APIMessageApplicationCommandInteraction,
} from 'discord-api-types/v10';
import { limits } from '../message/limits.ts';
import { notice } from '../message/notice.ts';
import { cut } from '../message/shorten.ts';
import { wordsOf } from '../words/words.ts';
import { type Asked, askedOf, messageText } from './asked.ts';
import { audienceOf } from './audience.ts';
import { makeBacklog } from './backlog.ts';
import type { Answer, Parts, Respond, Response } from './model.ts';
import { pressOf } from './press.ts';
import { recordOf, textOf } from './sent.ts';
import { type Setting, settingOf } from './setting.ts';
import { localeFor, show, showPrivately } from './show.ts';
import { answered, failed, firstPosts, responseOf, sceneOf, timely } from './timely.ts';
import { makeTurns, type Turn } from './turn.ts';

const unknownCommand = {
  tone: 'notice',
  lay: words => notice(words.notices.unknownCommand),
} satisfies Answer;

/** Who should see an answer: as asked, else as configured, else as the command has it. */
function wantedBy(asked: Asked | undefined, { visibility }: Parts): 'all' | 'asker' {
  if (asked?.private !== undefined) return asked.private ? 'asker' : 'all';
  return visibility === 'private' ? 'asker' : (asked?.action.seenBy ?? 'asker');
}

function slash(
  interaction: APIApplicationCommandInteraction,
  setting: Setting,
  turn: Turn,
  parts: Parts,
): Promise<Response> {
  const asked = askedOf(parts.commands, interaction);
  const wanted = wantedBy(asked, parts);
  const audience = audienceOf(setting, wanted, turn.hush);
  const work = async () => {
    if (!asked) return show(unknownCommand, audience, setting, parts.library(), parts);
    const { answer, library } = await answered(parts, posts => {
      const locale = localeFor(setting, audience.public, posts, parts);
      return asked.action.answer(sceneOf(posts, setting, [], parts, locale), asked.given);
    });
    const missed = parts.missed && answer.tone === 'notice' ? answer.missed?.() : undefined;
    if (missed !== undefined) parts.missed?.(missed);
    const shown = show(answer, audience, setting, library, parts);
    if (shown.public) turn.posted();
    return shown;
  };
  const target = { how: 'new', ephemeral: audience.ephemeral } as const;
  return timely(work, target, `/${textOf(interaction.data.name)}`, setting, parts);
}

function messageCommand(
  interaction: APIMessageApplicationCommandInteraction,
  setting: Setting,
  turn: Turn,
  parts: Parts,
): Promise<Response> {
  const { name, target_id, resolved } = interaction.data;
  const command = parts.commands.find(one => one.kind === 'message' && one.name === name);
  const audience = audienceOf(setting, 'asker', turn.hush);
  const work = async () => {
    const message = recordOf(recordOf(resolved).messages)[textOf(target_id)];
    if (command?.kind !== 'message' || !message) {
      return show(unknownCommand, audience, setting, parts.library(), parts);
    }
    const { answer, library } = await answered(parts, posts =>
      command.answer(sceneOf(posts, setting, [], parts), messageText(message)),
    );
    return show(answer, audience, setting, library, parts);
  };
  return timely(work, { how: 'new', ephemeral: audience.ephemeral }, textOf(name), setting, parts);
}

async function complete(
  interaction: APIApplicationCommandAutocompleteInteraction,
  setting: Setting,
  parts: Parts,
): Promise<Response> {
  // Who types is asked again with the next key.
  if (parts.inTurn) return { callback: noChoices };
  await firstPosts(parts);
  const asked = askedOf(parts.commands, interaction);
  const completer = asked?.typing === undefined ? undefined : asked.action.complete[asked.typing];
  const scene = sceneOf(parts.library(), setting, [], parts);
  const found =
    asked?.typing && completer ? completer(scene, asked.given[asked.typing] ?? '', asked.given) : [];
  const choices = found
    .filter(({ value }) => value !== '' && value.length <= limits.choiceName)
    .slice(0, limits.choices)
    .map(({ name, value }) => ({ name: cut(name, limits.choiceName), value }));
  return { callback: { type: 8, data: { choices } } };
}

const noChoices: Response['callback'] = { type: 8, data: { choices: [] } };

/** Answers what is no interaction that Quoth knows. */
function unknown(interaction: APIInteraction, setting: Setting): Response {
  if (interaction.type === 4) return { callback: noChoices };
  const shown = showPrivately(unknownCommand.lay(wordsOf(setting.locale)), setting);
  return responseOf({ ...shown, outcome: 'notice' }, 'new');
}

/** Whether an interaction holds what its type promises; interactions are untrusted. */
const isWhole = (interaction: APIInteraction): boolean =>
  'data' in interaction && typeof interaction.data === 'object' && interaction.data !== null;

/** Says to whoever asked too much when they are answered again. */
function refused(
  { of, seconds }: NonNullable<Turn['refused']>,
  { type }: APIInteraction,
  setting: Setting,
): Response {
  if (type === 4) return { callback: noChoices, outcome: 'refused' };
  const { tooMuch, tooMuchHere } = wordsOf(setting.locale).notices;
  const said = notice((of === 'reader' ? tooMuch : tooMuchHere)(seconds));
  return responseOf({ ...showPrivately(said, setting), outcome: 'refused' }, 'new');
}

function dispatch(
  interaction: APIInteraction,
  setting: Setting,
  turn: Turn,
  parts: Parts,
): Response | Promise<Response> {
  if (turn.refused) return refused(turn.refused, interaction, setting);
  if (!isWhole(interaction)) return unknown(interaction, setting);
  switch (interaction.type) {
    case 2:
      return interaction.data.type === 3
        ? messageCommand({ ...interaction, data: interaction.data }, setting, turn, parts)
        : slash(interaction, setting, turn, parts);
    case 3:
      return pressOf(interaction, setting, turn, parts);
    case 4:
      return complete(interaction, setting, parts);
    default:
      return unknown(interaction, setting);
  }
}

/** A bot of the given parts: what answers interactions, whichever way they came. */
export function makeBot(all: Parts): Respond {
  const turnOf = makeTurns(all);
  const { isOverdue, inTurn } = makeBacklog(all);
  return async interaction => {
    if (interaction.type === 1) return { callback: { type: 1 } };
    const setting = settingOf(interaction);
    const parts = isOverdue(interaction.id) ? { ...all, inTurn } : all;
    try {
      return await dispatch(interaction, setting, await turnOf(interaction, setting), parts);
    } catch (error) {
      if (interaction.type === 4) {
        parts.log.error({ err: error }, 'completing an option failed; the reader got no choices');
        return { callback: noChoices, outcome: 'failed' };
      }
      return responseOf(failed(error, 'an interaction', setting, parts), 'new');
    }
  };
}
