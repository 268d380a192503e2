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
import { type Flood, makeFlood } from './flood.ts';
import type { Answer, Parts, Respond, Response } from './model.ts';
import { pressOf } from './press.ts';
import { recordOf, textOf } from './sent.ts';
import { settingOf } from './setting.ts';
import { localeFor, show, showPrivately } from './show.ts';
import { answered, failed, firstPosts, responseOf, sceneOf, timely } from './timely.ts';

const unknownCommand = {
  tone: 'notice',
  lay: words => notice(words.notices.unknownCommand),
} satisfies Answer;

/** Who should see an answer: as asked, else as configured, else as the command has it. */
function wantedBy(asked: Asked | undefined, { visibility }: Parts): 'all' | 'asker' {
  if (asked?.private !== undefined) return asked.private ? 'asker' : 'all';
  return visibility === 'private' ? 'asker' : (asked?.action.seenBy ?? 'asker');
}

function slash(interaction: APIApplicationCommandInteraction, flood: Flood, parts: Parts): Promise<Response> {
  const setting = settingOf(interaction);
  const asked = askedOf(parts.commands, interaction);
  const wanted = wantedBy(asked, parts);
  const audience = audienceOf(setting, wanted, flood.full(setting.reader.id, setting.channel));
  const work = async () => {
    if (!asked) return show(unknownCommand, audience, setting, parts.library(), parts);
    const { answer, library } = await answered(parts, posts => {
      const locale = localeFor(setting, audience.public, posts, parts);
      return asked.action.answer(sceneOf(posts, setting, [], parts, locale), asked.given);
    });
    const shown = show(answer, audience, setting, library, parts);
    if (shown.public) flood.add(setting.reader.id, setting.channel);
    return shown;
  };
  const target = { how: 'new', ephemeral: audience.ephemeral } as const;
  return timely(work, target, `/${textOf(interaction.data.name)}`, setting, parts);
}

function messageCommand(
  interaction: APIMessageApplicationCommandInteraction,
  flood: Flood,
  parts: Parts,
): Promise<Response> {
  const setting = settingOf(interaction);
  const { name, target_id, resolved } = interaction.data;
  const command = parts.commands.find(one => one.kind === 'message' && one.name === name);
  const audience = audienceOf(setting, 'asker', flood.full(setting.reader.id, setting.channel));
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
  parts: Parts,
): Promise<Response> {
  await firstPosts(parts);
  const asked = askedOf(parts.commands, interaction);
  const completer = asked?.typing === undefined ? undefined : asked.action.complete[asked.typing];
  const scene = sceneOf(parts.library(), settingOf(interaction), [], parts);
  const found =
    asked?.typing && completer ? completer(scene, asked.given[asked.typing] ?? '', asked.given) : [];
  const choices = found
    .filter(({ value }) => value !== '' && value.length <= limits.choiceName)
    .slice(0, limits.choices)
    .map(({ name, value }) => ({ name: cut(name, limits.choiceName), value }));
  return { callback: { type: 8, data: { choices } } };
}

/** Answers what is no interaction that Quoth knows. */
function unknown(interaction: APIInteraction): Response {
  if (interaction.type === 4) return { callback: { type: 8, data: { choices: [] } } };
  const setting = settingOf(interaction);
  const shown = showPrivately(unknownCommand.lay(wordsOf(setting.locale)), setting);
  return responseOf({ ...shown, outcome: 'notice' }, 'new');
}

/** Whether an interaction holds what its type promises; interactions are untrusted. */
const isWhole = (interaction: APIInteraction): boolean =>
  interaction.type === 1 || (typeof interaction.data === 'object' && interaction.data !== null);

function dispatch(interaction: APIInteraction, flood: Flood, parts: Parts): Response | Promise<Response> {
  if (!isWhole(interaction)) return unknown(interaction);
  switch (interaction.type) {
    case 1:
      return { callback: { type: 1 } };
    case 2:
      return interaction.data.type === 3
        ? messageCommand({ ...interaction, data: interaction.data }, flood, parts)
        : slash(interaction, flood, parts);
    case 3:
      return pressOf(interaction, flood, parts);
    case 4:
      return complete(interaction, parts);
    default:
      return unknown(interaction);
  }
}

/** A bot of the given parts: what answers interactions, whichever way they came. */
export function makeBot(parts: Parts): Respond {
  const flood = makeFlood(parts.now, parts.mostPublic);
  return async interaction => {
    try {
      return await dispatch(interaction, flood, parts);
    } catch (error) {
      if (interaction.type === 4) {
        parts.log.error({ err: error }, 'completing an option failed; the reader got no choices');
        return { callback: { type: 8, data: { choices: [] } }, outcome: 'failed' };
      }
      const setting = settingOf(interaction);
      return responseOf(failed(error, 'an interaction', setting, parts), 'new');
    }
  };
}
