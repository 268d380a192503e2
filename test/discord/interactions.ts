import { randomBytes } from 'node:crypto';
import {
  type APIInteraction,
  type APIMessage,
  type APIUser,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  type Locale,
} from 'discord-api-types/v10';
import { wire } from './clock.ts';
import type { Channel, Guild, Member, Role } from './model.ts';
import { channelObject, memberObject, roleObject } from './objects.ts';
import type { SentOption } from './options.ts';
import { inDirectMessages, permissionsIn } from './permissions.ts';
import type { World } from './world.ts';

/** Somebody who uses Discord. */
export interface Person {
  readonly user: APIUser;
  readonly locale: Locale;
  readonly roles: readonly Role[];
}

/** What somebody does that makes an interaction. */
export type Draft =
  | {
      readonly does: 'command' | 'complete';
      readonly id: string;
      readonly name: string;
      readonly guildId?: string | undefined;
      readonly options: readonly SentOption[];
    }
  | {
      readonly does: 'message command';
      readonly id: string;
      readonly name: string;
      readonly target: APIMessage;
    }
  | { readonly does: 'press'; readonly message: APIMessage; readonly customId: string }
  /** Whatever a test makes up: fields that stand in place of Discord's own. */
  | { readonly does: 'anything'; readonly fields: object }
  | {
      readonly does: 'choose';
      readonly message: APIMessage;
      readonly customId: string;
      readonly values: readonly string[];
    };

/** The interaction that Discord makes of what a person does in a channel, with a fresh id and token. */
export function interactionFor(world: World, person: Person, channel: Channel, draft: Draft): APIInteraction {
  const id = world.nextId();
  return wire({
    application_id: world.application.id,
    id,
    token: Buffer.from(`interaction:${id}:${randomBytes(48).toString('hex')}`).toString('base64url'),
    version: 1,
    locale: person.locale,
    entitlements: [],
    attachment_size_limit: 10 * 1024 * 1024,
    channel_id: channel.id,
    ...whereIt(world, person, channel),
    ...whatItDoes(channel, draft),
  });
}

function whereIt(world: World, person: Person, channel: Channel): object {
  const { guild } = channel;
  if (!guild) {
    return {
      user: person.user,
      channel: { id: channel.id, type: channel.type, recipients: [person.user] },
      app_permissions: String(inDirectMessages),
      context:
        channel.type === ChannelType.DM
          ? InteractionContextType.BotDM
          : InteractionContextType.PrivateChannel,
      authorizing_integration_owners: channel.type === ChannelType.DM ? { 0: '0' } : { 1: person.user.id },
    };
  }
  const member = memberOf(guild, person);
  const permissions = permissionsIn(channel, member);
  const bot = guild.members.get(world.bot.id);
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: guild.features },
    guild_locale: guild.locale,
    member: { ...memberObject(member), permissions: String(permissions) },
    channel: partialChannel(world, channel, permissions),
    app_permissions: String(bot ? permissionsIn(channel, bot) : inDirectMessages & permissions),
    context: InteractionContextType.Guild,
    authorizing_integration_owners: guild.installed ? { 0: guild.id } : { 1: person.user.id },
  };
}

/** The person as a member of a server; whoever does something in one is a member of it. */
export function memberOf(guild: Guild, { user, roles }: Person): Member {
  const member = guild.members.get(user.id) ?? {
    user,
    roles: roles.filter(role => guild.roles.has(role.id)),
  };
  guild.members.set(user.id, member);
  return member;
}

/** A channel as interactions carry it: without its overwrites, and with what the person may do there. */
function partialChannel(world: World, channel: Channel, permissions: bigint): object {
  return {
    ...channelObject(world, channel),
    permission_overwrites: undefined,
    permissions: String(permissions),
  };
}

function whatItDoes(channel: Channel, draft: Draft): object {
  switch (draft.does) {
    case 'command':
    case 'complete': {
      const { does, id, name, options, guildId: guild_id } = draft;
      const type =
        does === 'command'
          ? InteractionType.ApplicationCommand
          : InteractionType.ApplicationCommandAutocomplete;
      const resolved = resolvedOf(channel, options);
      const data = { id, name, type: ApplicationCommandType.ChatInput, guild_id, options, ...resolved };
      return { type, data: options.length > 0 ? data : { ...data, options: undefined } };
    }
    case 'message command': {
      const { id, name, target } = draft;
      const resolved = { messages: { [target.id]: target } };
      const data = { id, name, type: ApplicationCommandType.Message, target_id: target.id, resolved };
      return { type: InteractionType.ApplicationCommand, data };
    }
    case 'press':
      return {
        type: InteractionType.MessageComponent,
        message: draft.message,
        data: { id: 1, component_type: ComponentType.Button, custom_id: draft.customId },
      };
    case 'choose':
      return {
        type: InteractionType.MessageComponent,
        message: draft.message,
        data: {
          id: 1,
          component_type: ComponentType.StringSelect,
          custom_id: draft.customId,
          values: draft.values,
        },
      };
    case 'anything':
      return draft.fields;
    default:
      return draft satisfies never;
  }
}

/** Roles that options name, as Discord sends them along. */
function resolvedOf(channel: Channel, options: readonly SentOption[]): object {
  const all = options.flatMap(option => [option, ...(option.options ?? [])]);
  const roles = all.flatMap(({ value }) => {
    const role = typeof value === 'string' ? channel.guild?.roles.get(value) : undefined;
    return role ? [[role.id, roleObject(role)]] : [];
  });
  return roles.length > 0 ? { resolved: { roles: Object.fromEntries(roles) } } : {};
}
