import type {
  APIApplicationCommandInteractionDataBasicOption,
  APIApplicationCommandInteractionDataOption,
  APIInteraction,
  APIInteractionGuildMember,
  APIMessage,
  APIRole,
  GuildFeature,
  InteractionType,
  Locale,
} from 'discord-api-types/v10';
import { type Place, type PlaceRole, timeOf } from './place.ts';

/** What a reader does that Discord makes an interaction of. */
export type Act =
  | {
      readonly does: 'ask';
      readonly command: NamedCommand;
      readonly options: readonly AskedOption[];
    }
  | {
      readonly does: 'complete';
      readonly command: NamedCommand;
      readonly options: readonly TypedOption[];
    }
  /** A message command. */
  | { readonly does: 'ask about'; readonly command: NamedCommand; readonly message: APIMessage }
  | { readonly does: 'press'; readonly message: APIMessage; readonly customId: string }
  | {
      readonly does: 'choose';
      readonly message: APIMessage;
      readonly customId: string;
      readonly values: readonly string[];
    };

export interface NamedCommand {
  readonly id: string;
  readonly name: string;
}

export type AskedOption = APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommand>;
/** An option that is filled in, without the subcommand around it. */
export type AskedValue = APIApplicationCommandInteractionDataBasicOption<InteractionType.ApplicationCommand>;
export type TypedOption =
  APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommandAutocomplete>;
export type TypedValue =
  APIApplicationCommandInteractionDataBasicOption<InteractionType.ApplicationCommandAutocomplete>;

/**
 * The interaction as Discord sends it to a bot that is installed in the server.
 * @param nextId makes the interaction's id; the token is made of it and is good for nothing
 */
export function interactionOf(place: Place, act: Act, nextId: () => string): APIInteraction {
  const id = nextId();
  const common = { ...around(place), id, token: `preview-${id}`, version: 1 as const };
  switch (act.does) {
    case 'ask': {
      const { command, options } = act;
      const roles = rolesIn(options, place);
      const resolved = { roles: Object.fromEntries(roles.map(role => [role.id, role])) };
      return {
        ...common,
        type: 2,
        data: { ...command, type: 1, options: [...options], ...(roles.length > 0 && { resolved }) },
      };
    }
    case 'complete':
      return { ...common, type: 4, data: { ...act.command, type: 1, options: [...act.options] } };
    case 'ask about': {
      const { message, command } = act;
      const resolved = { messages: { [message.id]: message } };
      return { ...common, type: 2, data: { ...command, type: 3, target_id: message.id, resolved } };
    }
    case 'press': {
      const { message, customId } = act;
      return { ...common, type: 3, message, data: { component_type: 2, custom_id: customId } };
    }
    case 'choose': {
      const { message, customId, values } = act;
      return {
        ...common,
        type: 3,
        message,
        data: { component_type: 3, custom_id: customId, values: [...values] },
      };
    }
  }
}

/** What every interaction in a server carries. */
function around(place: Place) {
  const { guild, channel, application } = place;
  return {
    application_id: application.id,
    guild_id: guild.id,
    guild: { id: guild.id, locale: asLocale(guild.locale), features: [COMMUNITY] },
    guild_locale: asLocale(guild.locale),
    channel_id: channel.id,
    channel: channelOf(place),
    member: memberOf(place),
    locale: asLocale(place.locale),
    app_permissions: String(place.appPermissions),
    authorizing_integration_owners: { 0: guild.id },
    context: 0 as const,
    entitlements: [],
    attachment_size_limit: 10 * 1024 * 1024,
  };
}

/** The channel as an interaction carries it: a thread with what it belongs to. */
function channelOf({ guild, channel, permissions }: Place) {
  const { id, name, type, parent } = channel;
  const common = { id, name, guild_id: guild.id, permissions: String(permissions) };
  if (type !== 10 && type !== 11) return { ...common, type, position: 0 };
  const thread_metadata = {
    archived: false,
    auto_archive_duration: A_WEEK,
    archive_timestamp: timeOf(id).toISOString(),
    locked: false,
  };
  return { ...common, type, ...(parent === undefined ? {} : { parent_id: parent }), thread_metadata };
}

/** The roles that options name, as Discord resolves them. */
function rolesIn(options: readonly AskedOption[], place: Place): readonly APIRole[] {
  return options.flatMap((option): readonly APIRole[] => {
    if (option.type === 1 || option.type === 2) return rolesIn(option.options ?? [], place);
    const role = option.type === 8 ? place.roles.find(({ id }) => id === option.value) : undefined;
    return role ? [roleOf(role)] : [];
  });
}

function roleOf({ id, name }: PlaceRole): APIRole {
  return {
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: 1,
    permissions: '0',
    managed: false,
    mentionable: true,
    flags: NO_FLAGS,
  };
}

/** Enums of discord-api-types exist as types alone here; these are their values. */
const COMMUNITY = 'COMMUNITY' as GuildFeature;
const asLocale = (tag: `${Locale}`) => tag as Locale;
const A_WEEK: number = 10_080;
const NO_FLAGS: number = 0;

function memberOf({ reader, permissions, roles }: Place): APIInteractionGuildMember {
  return {
    user: reader,
    roles: roles.filter(({ holders }) => holders.includes(reader.id)).map(({ id }) => id),
    nick: null,
    avatar: null,
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    premium_since: null,
    deaf: false,
    mute: false,
    flags: NO_FLAGS,
    pending: false,
    communication_disabled_until: null,
    permissions: String(permissions),
  };
}
