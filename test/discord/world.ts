import { type APIUser, ChannelType, type Locale } from 'discord-api-types/v10';
import { type Clock, makeIds } from './clock.ts';
import type { Channel, Guild, Overwrite, Role } from './model.ts';
import { bits, type Permission, standard } from './permissions.ts';

export interface GuildOptions {
  readonly name?: string;
  readonly locale?: `${Locale}`;
  /** Whether it is a Community, whose language is chosen by its people; every other server's is en-US. */
  readonly community?: boolean;
  readonly installed?: boolean;
  /** What everyone may do in it. */
  readonly everyone?: readonly Permission[];
  /** What the bot's own role lets it do beside that. It stands at position 10. */
  readonly bot?: readonly Permission[];
}

/** What somebody may, or may not, do in a channel. */
export interface Overwrites {
  /** What everyone may not, or may, do here; the bot is one of everyone. */
  readonly deny?: readonly Permission[];
  readonly allow?: readonly Permission[];
  /** The same for the bot alone. */
  readonly denyBot?: readonly Permission[];
  readonly allowBot?: readonly Permission[];
}

export interface ChannelOptions extends Overwrites {
  readonly kind?: keyof typeof kinds;
  /** Names of a forum's tags; one that begins with `!` is for moderators. */
  readonly tags?: readonly string[];
  /** Whether a forum takes no thread without a tag. */
  readonly requiresTag?: boolean;
}

export interface ThreadOptions {
  readonly locked?: boolean;
  readonly archived?: boolean;
  /** Ids of its forum's tags. */
  readonly tags?: readonly string[];
  /** The message that it was opened on, whose id it takes; a forum's first message takes the thread's. */
  readonly id?: string;
  /** Who opened it: somebody, unless told. */
  readonly owner?: string;
}

export interface RoleOptions {
  readonly name?: string;
  readonly permissions?: readonly Permission[];
  /** 1 unless told, below the bot's own. */
  readonly position?: number;
  readonly mentionable?: boolean;
  readonly managed?: boolean;
}

const kinds = {
  text: ChannelType.GuildText,
  announcement: ChannelType.GuildAnnouncement,
  forum: ChannelType.GuildForum,
  media: ChannelType.GuildMedia,
  category: ChannelType.GuildCategory,
  voice: ChannelType.GuildVoice,
} as const;

/** Milliseconds after which a thread in which nobody writes is archived. */
const sleepsAfter = 3 * 24 * 60 * 60_000;

/** The servers, channels and people that the fake Discord knows. */
export interface World {
  readonly clock: Clock;
  readonly nextId: () => string;
  readonly application: {
    readonly id: string;
    readonly name: string;
    /** As set in the portal. */
    verify_key: string;
    interactions_endpoint_url: string | null;
  };
  readonly bot: APIUser;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly guild: (options?: GuildOptions) => Guild;
  readonly channel: (guild: Guild, name: string, options?: ChannelOptions) => Channel;
  readonly thread: (parent: Channel, name: string, options?: ThreadOptions) => Channel;
  readonly role: (guild: Guild, options?: RoleOptions) => Role;
  /** Puts other overwrites in the place of a channel's. */
  readonly permits: (channel: Channel, overwrites: Overwrites) => void;
  /** A channel goes, and its threads with it. */
  readonly deletes: (channel: Channel) => void;
  /** Somebody removes the bot from a server. */
  readonly removes: (guild: Guild) => void;
  /** Whether a thread is archived, or has fallen asleep by now. */
  readonly isArchived: (channel: Channel) => boolean;
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

  const keep = (channel: Partial<Channel> & Pick<Channel, 'name' | 'type'>): Channel => {
    const id = channel.id ?? nextId();
    const plain = {
      overwrites: [],
      locked: false,
      archived: false,
      tags: [],
      requiresTag: false,
      appliedTags: [],
    };
    const own = {
      id,
      ownerId: id,
      activeAt: clock.now(),
      followers: new Set<Channel>(),
      webhooks: [],
      messages: new Map(),
    };
    const kept: Channel = { ...plain, ...own, ...channel };
    channels.set(id, kept);
    return kept;
  };

  const role = (guild: Guild, options: RoleOptions = {}): Role => {
    const { name = 'A role', permissions = [], position = 1, mentionable = false, managed = false } = options;
    const one: Role = {
      id: nextId(),
      name,
      permissions: bits(...permissions),
      position,
      mentionable,
      managed,
    };
    guild.roles.set(one.id, one);
    return one;
  };

  const overwritesOf = (guild: Guild, options: Overwrites): readonly Overwrite[] => [
    { id: guild.id, allow: bits(...(options.allow ?? [])), deny: bits(...(options.deny ?? [])) },
    { id: bot.id, allow: bits(...(options.allowBot ?? [])), deny: bits(...(options.denyBot ?? [])) },
  ];

  return {
    clock,
    nextId,
    application: { id: applicationId, name: 'Quoth', verify_key: '', interactions_endpoint_url: null },
    bot,
    guilds,
    channels,
    guild: (options = {}) => {
      const id = nextId();
      const installed = options.installed ?? true;
      const everyone: Role = {
        id,
        name: '@everyone',
        permissions: bits(...(options.everyone ?? standard)),
        position: 0,
        mentionable: false,
        managed: false,
      };
      const guild: Guild = {
        id,
        name: options.name ?? 'A server',
        locale: (options.locale ?? 'en-US') as Locale,
        features: options.community ? ['COMMUNITY'] : [],
        installed,
        ownerId: nextId(),
        everyone,
        roles: new Map([[id, everyone]]),
        members: new Map(),
      };
      if (installed) {
        const own = role(guild, {
          name: 'Quoth',
          permissions: options.bot ?? [],
          position: 10,
          managed: true,
        });
        guild.members.set(bot.id, { user: bot, roles: [own] });
      }
      guilds.set(id, guild);
      return guild;
    },
    channel: (guild, name, options = {}) =>
      keep({
        name,
        type: kinds[options.kind ?? 'text'],
        guild,
        overwrites: overwritesOf(guild, options),
        tags: (options.tags ?? []).map(tag => ({
          id: nextId(),
          name: tag.replace(/^!/, ''),
          moderated: tag.startsWith('!'),
        })),
        requiresTag: options.requiresTag ?? false,
      }),
    thread: (parent, name, options = {}) =>
      keep({
        name,
        type:
          parent.type === ChannelType.GuildAnnouncement
            ? ChannelType.AnnouncementThread
            : ChannelType.PublicThread,
        ...(parent.guild && { guild: parent.guild }),
        ...(options.id && { id: options.id }),
        parent,
        locked: options.locked ?? false,
        archived: options.archived ?? false,
        appliedTags: options.tags ?? [],
        ownerId: options.owner ?? nextId(),
      }),
    role,
    permits: (channel, options) => {
      if (channel.guild) channel.overwrites = overwritesOf(channel.guild, options);
    },
    deletes: channel => {
      channels.delete(channel.id);
      for (const one of channels.values()) if (one.parent === channel) channels.delete(one.id);
    },
    removes: guild => {
      guild.installed = false;
      guild.members.delete(bot.id);
    },
    isArchived: ({ parent, archived, activeAt }) =>
      parent !== undefined && (archived || clock.now() - activeAt > sleepsAfter),
    user: name => makeUser(nextId(), name),
    directMessages: user => {
      const channel = direct.get(user.id) ?? keep({ name: user.username, type: ChannelType.DM });
      direct.set(user.id, channel);
      return channel;
    },
  };
}

function makeUser(id: string, name: string): APIUser {
  return { id, username: name.toLowerCase(), discriminator: '0', global_name: name, avatar: null };
}
