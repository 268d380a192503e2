import type {
  APIApplicationCommandInteractionDataBasicOption,
  APIApplicationCommandInteractionDataOption,
  APIInteraction,
  APIInteractionGuildMember,
  APIMessage,
  GuildFeature,
  InteractionType,
  Locale,
} from 'discord-api-types/v10';
import type { Place } from './place.ts';

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
    case 'ask':
      return { ...common, type: 2, data: { ...act.command, type: 1, options: [...act.options] } };
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
  const { guild, channel, application, permissions } = place;
  return {
    application_id: application.id,
    guild_id: guild.id,
    guild: { id: guild.id, locale: asLocale(guild.locale), features: [COMMUNITY] },
    guild_locale: asLocale(guild.locale),
    channel_id: channel.id,
    channel: {
      ...channel,
      type: 0 as const,
      guild_id: guild.id,
      position: 0,
      permissions: String(permissions),
    },
    member: memberOf(place),
    locale: asLocale(place.locale),
    app_permissions: String(place.appPermissions),
    authorizing_integration_owners: { 0: guild.id },
    context: 0 as const,
    entitlements: [],
    attachment_size_limit: 10 * 1024 * 1024,
  };
}

/** Enums of discord-api-types exist as types alone here; these are their values. */
const COMMUNITY = 'COMMUNITY' as GuildFeature;
const asLocale = (tag: `${Locale}`) => tag as Locale;
const NO_FLAGS: number = 0;

function memberOf({ reader, permissions }: Place): APIInteractionGuildMember {
  return {
    user: reader,
    roles: [],
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
