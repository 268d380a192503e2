import { ChannelType, OverwriteType } from 'discord-api-types/v10';
import type { Channel, Guild, Member, Role } from './model.ts';
import { permissionsOf } from './permissions.ts';
import type { World } from './world.ts';

const joinedAt = '2024-01-01T00:00:00.000000+00:00';

/** Flags of channels: https://docs.discord.com/developers/resources/channel#channel-object-channel-flags. */
const requireTag = 1 << 4;

/** A channel as Discord's API shows it. */
export function channelObject(world: World, channel: Channel): object {
  const { id, type, name, guild, parent, messages, overwrites } = channel;
  const always = {
    id,
    type,
    name,
    guild_id: guild?.id,
    parent_id: parent?.id ?? null,
    last_message_id: [...messages.keys()].at(-1) ?? null,
  };
  if (parent) return { ...always, ...threadFields(world, channel) };
  return {
    ...always,
    position: 0,
    nsfw: false,
    topic: null,
    permission_overwrites: overwrites.map(one => ({
      id: one.id,
      type: guild?.roles.has(one.id) ? OverwriteType.Role : OverwriteType.Member,
      allow: String(one.allow),
      deny: String(one.deny),
    })),
    ...(isForum(channel) && {
      flags: channel.requiresTag ? requireTag : 0,
      available_tags: channel.tags.map(tag => ({ ...tag, emoji_id: null, emoji_name: null })),
    }),
  };
}

/** Whether all that is written in a channel stands in threads of it. */
export function isForum({ type }: Channel): boolean {
  return type === ChannelType.GuildForum || type === ChannelType.GuildMedia;
}

function threadFields(world: World, thread: Channel): object {
  const { messages, ownerId, locked, activeAt, appliedTags } = thread;
  return {
    owner_id: ownerId,
    message_count: messages.size,
    total_message_sent: messages.size,
    member_count: 1,
    flags: 0,
    applied_tags: appliedTags,
    thread_metadata: {
      archived: world.isArchived(thread),
      locked,
      auto_archive_duration: 4_320,
      archive_timestamp: new Date(activeAt).toISOString(),
      create_timestamp: joinedAt,
    },
  };
}

export function roleObject({ id, name, permissions, position, mentionable, managed }: Role): object {
  const looks = { color: 0, hoist: false, icon: null, unicode_emoji: null, flags: 0 };
  return { id, name, permissions: String(permissions), position, mentionable, managed, ...looks };
}

export function memberObject({ user, roles }: Member): object {
  return {
    user,
    roles: roles.map(role => role.id),
    nick: null,
    avatar: null,
    joined_at: joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    communication_disabled_until: null,
  };
}

export function guildObject({ id, name, ownerId, features, locale, roles }: Guild): object {
  return {
    id,
    name,
    icon: null,
    owner_id: ownerId,
    features,
    preferred_locale: locale,
    roles: [...roles.values()].map(roleObject),
  };
}

/** A server as it stands in the list of a member's own. */
export function ownGuildObject(guild: Guild, member: Member): object {
  const { id, name, features, ownerId } = guild;
  const permissions = String(permissionsOf(guild, member));
  return { id, name, icon: null, banner: null, owner: member.user.id === ownerId, features, permissions };
}
