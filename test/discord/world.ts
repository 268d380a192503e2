import { type APIMessage, type APIUser, ChannelType, type Locale } from 'discord-api-types/v10';
import { type Clock, makeIds } from './clock.ts';
import { bits, type Permission, standard } from './permissions.ts';

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
}

export interface Member {
  readonly user: APIUser;
  readonly roles: readonly Role[];
}

export interface Overwrite {
  /** A role's or a member's id; the server's own id stands for everyone. */
  readonly id: string;
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly locale: Locale;
  readonly features: readonly string[];
  /** False where no one added the bot to the server, so that only those who installed it for themselves use it. */
  readonly installed: boolean;
  readonly ownerId: string;
  readonly everyone: Role;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly type: ChannelType;
  /** Absent in direct messages. */
  readonly guild?: Guild;
  /** The channel that a thread belongs to. */
  readonly parent?: Channel;
  readonly overwrites: readonly Overwrite[];
  readonly locked: boolean;
  readonly archived: boolean;
  /** Oldest first. */
  readonly messages: Map<string, Kept>;
}

/** A message as Discord keeps it. */
export interface Kept {
  message: APIMessage;
  /** The only reader who sees it, where it is ephemeral. */
  readonly onlyFor?: string;
}

export interface GuildOptions {
  readonly name?: string;
  readonly locale?: `${Locale}`;
  /** Whether it is a Community, whose language is chosen by its people; every other server's is en-US. */
  readonly community?: boolean;
  readonly installed?: boolean;
  /** What everyone may do in it. */
  readonly everyone?: readonly Permission[];
}

export interface ChannelOptions {
  readonly kind?: 'text' | 'announcement' | 'forum' | 'voice';
  /** What everyone may not, or may, do here; the bot is one of everyone. */
  readonly deny?: readonly Permission[];
  readonly allow?: readonly Permission[];
  /** The same for the bot alone. */
  readonly denyBot?: readonly Permission[];
  readonly allowBot?: readonly Permission[];
}

export interface ThreadOptions {
  readonly locked?: boolean;
  readonly archived?: boolean;
}

const kinds = {
  text: ChannelType.GuildText,
  announcement: ChannelType.GuildAnnouncement,
  forum: ChannelType.GuildForum,
  voice: ChannelType.GuildVoice,
} as const;

/** The servers, channels and people that the fake Discord knows. */
export interface World {
  readonly clock: Clock;
  readonly nextId: () => string;
  readonly application: { readonly id: string; readonly name: string };
  readonly bot: APIUser;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly guild: (options?: GuildOptions) => Guild;
  readonly channel: (guild: Guild, name: string, options?: ChannelOptions) => Channel;
  readonly thread: (parent: Channel, name: string, options?: ThreadOptions) => Channel;
  readonly role: (guild: Guild, name: string, permissions?: readonly Permission[]) => Role;
  readonly user: (name: string) => APIUser;
  /** The direct messages between the bot and a user: the same channel each time. */
  readonly directMessages: (user: APIUser) => Channel;
}

/** @param applicationId the snowflake of the application, which is its bot user's too. */
export function makeWorld(clock: Clock, applicationId: string): World {
  const nextId = makeIds(clock);
  const bot: APIUser = { ...makeUser(applicationId, 'Quoth'), bot: true };
  const guilds = new Map<string, Guild>();
  const channels = new Map<string, Channel>();
  const direct = new Map<string, Channel>();

  const keep = (channel: Omit<Channel, 'id' | 'messages'>): Channel => {
    const kept: Channel = { ...channel, id: nextId(), messages: new Map() };
    channels.set(kept.id, kept);
    return kept;
  };

  const plain = { overwrites: [], locked: false, archived: false };

  return {
    clock,
    nextId,
    application: { id: applicationId, name: 'Quoth' },
    bot,
    guilds,
    channels,
    guild: (options = {}) => {
      const id = nextId();
      const installed = options.installed ?? true;
      const everyone = { id, name: '@everyone', permissions: bits(...(options.everyone ?? standard)) };
      const guild: Guild = {
        id,
        name: options.name ?? 'A server',
        locale: (options.locale ?? 'en-US') as Locale,
        features: options.community ? ['COMMUNITY'] : [],
        installed,
        ownerId: nextId(),
        everyone,
        roles: new Map([[id, everyone]]),
        members: new Map(installed ? [[bot.id, { user: bot, roles: [] }]] : []),
      };
      guilds.set(id, guild);
      return guild;
    },
    channel: (guild, name, options = {}) =>
      keep({
        ...plain,
        name,
        type: kinds[options.kind ?? 'text'],
        guild,
        overwrites: [
          { id: guild.id, allow: bits(...(options.allow ?? [])), deny: bits(...(options.deny ?? [])) },
          { id: bot.id, allow: bits(...(options.allowBot ?? [])), deny: bits(...(options.denyBot ?? [])) },
        ],
      }),
    thread: (parent, name, options = {}) =>
      keep({
        name,
        type:
          parent.type === ChannelType.GuildAnnouncement
            ? ChannelType.AnnouncementThread
            : ChannelType.PublicThread,
        ...(parent.guild && { guild: parent.guild }),
        parent,
        overwrites: [],
        locked: options.locked ?? false,
        archived: options.archived ?? false,
      }),
    role: (guild, name, permissions = []) => {
      const role: Role = { id: nextId(), name, permissions: bits(...permissions) };
      guild.roles.set(role.id, role);
      return role;
    },
    user: name => makeUser(nextId(), name),
    directMessages: user => {
      const channel = direct.get(user.id) ?? keep({ ...plain, name: user.username, type: ChannelType.DM });
      direct.set(user.id, channel);
      return channel;
    },
  };
}

function makeUser(id: string, name: string): APIUser {
  return { id, username: name.toLowerCase(), discriminator: '0', global_name: name, avatar: null };
}
