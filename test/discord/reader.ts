import {
  type APIApplicationCommand,
  type APIInteraction,
  type APIMessage,
  ChannelType,
  InteractionContextType,
  type Locale,
} from 'discord-api-types/v10';
import type { Desk } from './desk.ts';
import type { Choice } from './exchange.ts';
import { type Draft, interactionFor, memberOf, type Person } from './interactions.ts';
import { plainMessage } from './messages.ts';
import type { Channel, Role } from './model.ts';
import { isForum } from './objects.ts';
import { type Filled, findTyped, nameOf, sendFocused, sendOptions } from './options.ts';
import { allows, type Permission, permissionsIn } from './permissions.ts';
import type { Registry } from './registry.ts';
import { buttonsOf, nameOfButton, type Seen, seenOf, selectsOf } from './seen.ts';
import type { World } from './world.ts';

export interface ReaderOptions {
  readonly name?: string;
  /** The language of their client. */
  readonly locale?: `${Locale}`;
  /** Where they are; at first the fake's own #general. */
  readonly in?: Channel;
  /** What they may do in that channel's server beside what everyone may. */
  readonly may?: readonly Permission[];
}

/** Somebody who reads the blog in Discord. Each action resolves to what they see of the answer. */
export interface Reader {
  readonly id: string;
  readonly channel: Channel;
  /** `types('/insight', { number: '5' })`, `types('/post latest')`, or all of it: `types('/search long context')`. */
  readonly types: (line: string, filled?: Filled) => Promise<Seen>;
  /** What is offered while `text` stands in an option: `completes('/insight', 'number', 'lo')`. */
  readonly completes: (
    line: string,
    option: string,
    text: string,
    filled?: Filled,
  ) => Promise<readonly Choice[]>;
  /** Presses the button with that label, or else with that custom_id. */
  readonly presses: (message: APIMessage | Seen, button: string) => Promise<Seen>;
  /** Chooses from the select that has an option of that label or value. */
  readonly chooses: (message: APIMessage | Seen, option: string) => Promise<Seen>;
  /** Long-presses a message, or a text that somebody else writes, and picks a command: `Search the posts`. */
  readonly picks: (command: string, target: APIMessage | string) => Promise<Seen>;
  /** Presses a button that Discord would not have shown: a forged custom_id, or one of long ago. */
  readonly forges: (message: APIMessage | Seen, customId: string) => Promise<Seen>;
  /** Sends an interaction that no client sends: these fields in place of what Discord would write. */
  readonly sends: (fields: object) => Promise<Seen>;
  /** Writes a message in their channel. */
  readonly writes: (text: string) => APIMessage;
  /** All that they see in their channel, oldest first. */
  readonly sees: () => readonly APIMessage[];
  /** Threads of their channel that they see, the newest first: what a forum shows. */
  readonly threads: () => readonly Channel[];
  /** Names of the roles that they have in the channel's server. */
  readonly roles: () => readonly string[];
  /** The same person somewhere else. */
  readonly at: (channel: Channel) => Reader;
  /** The same person in direct messages with the bot. */
  readonly alone: () => Reader;
}

/** What readers act through. */
export interface Backstage {
  readonly world: World;
  readonly desk: Desk;
  readonly registry: Registry;
  readonly general: Channel;
  /** Brings an interaction to the bot, whichever way in it has. */
  readonly deliver: (interaction: APIInteraction) => Promise<void>;
}

export function makeReader(backstage: Backstage, options: ReaderOptions = {}): Reader {
  const { world, general } = backstage;
  const { name = 'Reader', locale = 'en-US', in: channel = general, may = [] } = options;
  const roles: readonly Role[] =
    channel.guild && may.length > 0
      ? [world.role(channel.guild, { name: `${name}'s`, permissions: may })]
      : [];
  return readerAt(backstage, { user: world.user(name), locale: locale as Locale, roles }, channel);
}

function readerAt(backstage: Backstage, person: Person, channel: Channel): Reader {
  const { world, desk, registry, deliver } = backstage;
  const { guild } = channel;
  if (guild) memberOf(guild, person);

  const acts = async (draft: Draft, name: string): Promise<Seen> => {
    if (isForum(channel)) throw new Error('There is nowhere to type in a forum but in its threads.');
    const interaction = interactionFor(world, person, channel, draft);
    const exchange = desk.open(interaction, channel, name);
    await deliver(interaction);
    return seenOf(exchange);
  };

  const offered = (): readonly APIApplicationCommand[] =>
    registry.offered(guild?.id).filter(command => isOffered(command, person, channel));

  /** The message as this reader sees it now. */
  const present = (message: APIMessage | Seen): APIMessage => {
    const { id, channel_id } = 'message' in message ? message.message : message;
    const kept = world.channels.get(channel_id)?.messages.get(id);
    if (!kept) throw new Error('The message is not there any more.');
    if (kept.onlyFor !== undefined && kept.onlyFor !== person.user.id) {
      throw new Error(
        `${person.user.global_name} does not see that message: it is somebody else's private one.`,
      );
    }
    return kept.message;
  };

  return {
    id: person.user.id,
    channel,
    types: async (line, filled = {}) => {
      const typed = findTyped(line, offered());
      const { id, name, guild_id: guildId } = typed.command;
      const options = sendOptions(typed, filled);
      return await acts({ does: 'command', id, name, guildId, options }, `/${nameOf(typed)}`);
    },
    completes: async (line, option, text, filled = {}) => {
      const typed = findTyped(line, offered());
      const { id, name, guild_id: guildId } = typed.command;
      const options = sendFocused(typed, option, text, filled);
      const seen = await acts(
        { does: 'complete', id, name, guildId, options },
        `typing in /${nameOf(typed)}`,
      );
      return seen.choices;
    },
    presses: async (where, button) => {
      const message = present(where);
      return await acts(
        { does: 'press', message, customId: customIdOf(message, button) },
        `the button ${button}`,
      );
    },
    chooses: async (where, option) => {
      const message = present(where);
      const found = selectsOf(message).flatMap(({ custom_id, disabled, options }) =>
        disabled
          ? []
          : options
              .filter(one => one.label === option || one.value === option)
              .map(one => [custom_id, one.value] as const),
      );
      const [customId, value] =
        found[0] ??
        missing(
          `No select offers ${option}`,
          selectsOf(message).flatMap(({ options }) => options.map(({ label }) => label)),
        );
      return await acts({ does: 'choose', message, customId, values: [value] }, `the choice ${option}`);
    },
    picks: async (name, target) => {
      const command = offered().find(one => one.type === 3 && one.name === name);
      if (!command) throw new Error(`The client offers no ${name} for a message.`);
      const message =
        typeof target === 'string' ? writes(world, channel, world.user('Somebody'), target) : present(target);
      return await acts({ does: 'message command', id: command.id, name, target: message }, name);
    },
    forges: async (where, customId) =>
      await acts({ does: 'press', message: present(where), customId }, `the button ${customId}`),
    sends: async fields => await acts({ does: 'anything', fields }, 'an interaction that no client sends'),
    writes: text => writes(world, channel, person.user, text),
    sees: () =>
      [...channel.messages.values()]
        .filter(({ onlyFor }) => onlyFor === undefined || onlyFor === person.user.id)
        .map(({ message }) => message),
    threads: () =>
      [...world.channels.values()].filter(one => one.parent === channel && sees(one, person)).toReversed(),
    roles: () => (guild ? memberOf(guild, person).roles.map(role => role.name) : []),
    at: elsewhere => readerAt(backstage, person, elsewhere),
    alone: () => readerAt(backstage, person, world.directMessages(person.user)),
  };
}

function sees(channel: Channel, person: Person): boolean {
  const { guild } = channel;
  return !guild || allows(permissionsIn(channel, memberOf(guild, person)), 'ViewChannel');
}

/** Whether the client shows a command there: by its contexts, by where it is installed, by permissions. */
function isOffered(command: APIApplicationCommand, person: Person, channel: Channel): boolean {
  const { guild } = channel;
  if (command.contexts && !command.contexts.includes(contextOf(channel))) return false;
  if (guild && !command.integration_types?.includes(guild.installed ? 0 : 1)) return false;
  const needed = command.default_member_permissions;
  if (!guild) return true;
  const permissions = permissionsIn(channel, memberOf(guild, person));
  if (!allows(permissions, 'ViewChannel', 'UseApplicationCommands')) return false;
  return !needed || (permissions & BigInt(needed)) === BigInt(needed);
}

function contextOf({ guild, type }: Channel): InteractionContextType {
  if (guild) return InteractionContextType.Guild;
  return type === ChannelType.DM ? InteractionContextType.BotDM : InteractionContextType.PrivateChannel;
}

function customIdOf(message: APIMessage, wanted: string): string {
  const buttons = buttonsOf(message);
  const labelled = buttons.filter(button => nameOfButton(button) === wanted);
  const button = labelled[0] ?? buttons.find(one => 'custom_id' in one && one.custom_id === wanted);
  if (labelled.length > 1) throw new Error(`Two buttons are labelled ${wanted}; press one by its custom_id.`);
  if (!button) return missing(`No button is labelled ${wanted}`, buttons.map(nameOfButton));
  if (button.disabled) throw new Error(`The button ${wanted} is disabled.`);
  if (!('custom_id' in button)) throw new Error(`The button ${wanted} opens a link and sends nothing.`);
  return button.custom_id;
}

function missing(what: string, there: readonly string[]): never {
  throw new Error(`${what}. There are: ${there.join(', ') || 'none'}.`);
}

function writes(world: World, channel: Channel, author: APIMessage['author'], content: string): APIMessage {
  const message = plainMessage(world, channel, author, { content });
  channel.messages.set(message.id, { message });
  channel.activeAt = world.clock.now();
  return message;
}
