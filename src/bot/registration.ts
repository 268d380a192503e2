import type {
  APIApplicationCommandOption,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Described, Words } from '../words/model.ts';
import { wordsOf } from '../words/words.ts';
import type { Action, Command, OptionName, TextOption } from './model.ts';
import { permissions } from './permissions.ts';

/** The languages that stand beside English; neither Chinese falls back to the other. */
const chinese = ['zh-CN', 'zh-TW'] as const;

/** Longest text of an option that is free text. */
const longestQuery = 200;

const localised = (say: (words: Words) => string) =>
  Object.fromEntries(chinese.map(locale => [locale, say(wordsOf(locale))]));

/** Installable by servers and by users, usable in servers, in direct messages and in group messages. */
const everywhere = { integration_types: [0, 1], contexts: [0, 1, 2] } satisfies Pick<
  RESTPostAPIApplicationCommandsJSONBody,
  'integration_types' | 'contexts'
>;

/** Option names and descriptions are localised; command names are not (a friend's “/insight 5” works for all). */
function described(say: (words: Words) => Described) {
  const { name, description } = say(wordsOf('en'));
  return {
    name,
    name_localizations: localised(words => say(words).name),
    description,
    description_localizations: localised(words => say(words).description),
  };
}

/** Manage Server: who may use such a command, unless a server's admins say otherwise; in servers only. */
const byManagers = {
  default_member_permissions: String(permissions.ManageGuild),
  integration_types: [0],
  contexts: [0],
} satisfies Partial<RESTPostAPIApplicationCommandsJSONBody>;

function textOption(name: TextOption, required: boolean): APIApplicationCommandOption {
  const limit = name === 'query' ? { max_length: longestQuery } : {};
  return { type: 3, ...described(words => words.options[name]), required, autocomplete: true, ...limit };
}

function optionOf(name: OptionName, required: boolean): APIApplicationCommandOption {
  if (name === 'role') return { type: 8, ...described(words => words.options.role), required };
  if (name === 'thread' || name === 'follow')
    return { type: 5, ...described(words => words.options[name]), required };
  return textOption(name, required);
}

/** What decides which options there are. */
interface Offer {
  /** Whether there is a home channel to follow. */
  readonly isFollowed: boolean;
  readonly forManagers?: true | undefined;
}

function optionsOf(action: Action, { isFollowed, forManagers }: Offer): APIApplicationCommandOption[] {
  const offered = action.options.filter(({ name }) => name !== 'follow' || isFollowed);
  const own = offered.map(({ name, required }) => optionOf(name, required));
  if (forManagers) return own;
  const byDefault = action.seenBy === 'asker';
  return [...own, { type: 5, ...described(words => words.options.private(byDefault)), required: false }];
}

const describedAs = (say: (words: Words) => string) => ({
  description: say(wordsOf('en')),
  description_localizations: localised(say),
});

function subcommand(name: string, action: Action, offer: Offer): APIApplicationCommandSubcommandOption {
  const options = optionsOf(action, offer).filter(option => option.type !== 1 && option.type !== 2);
  return { type: 1, name, ...describedAs(action.describe), options };
}

function registration(command: Command, isFollowed: boolean): RESTPostAPIApplicationCommandsJSONBody {
  if (command.kind === 'message') {
    return { type: 3, name: command.name, name_localizations: localised(command.localName), ...everywhere };
  }
  const { name } = command;
  if (command.kind === 'slash') {
    const { action } = command;
    return {
      type: 1,
      name,
      ...describedAs(action.describe),
      options: optionsOf(action, { isFollowed }),
      ...everywhere,
    };
  }
  const options = Object.entries(command.actions).map(([sub, action]) =>
    subcommand(sub, action, { isFollowed, forManagers: command.forManagers }),
  );
  const who = command.forManagers ? byManagers : everywhere;
  return { type: 1, name, ...describedAs(command.describe), options, ...who };
}

/**
 * The commands as Discord registers them.
 *
 * @param isFollowed whether there is a home channel that others may follow.
 */
export const registrations = (
  commands: readonly Command[],
  isFollowed = false,
): RESTPostAPIApplicationCommandsJSONBody[] => commands.map(command => registration(command, isFollowed));
