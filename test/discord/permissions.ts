import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Channel, Guild, Member, Role } from './model.ts';

/** A permission's name as discord-api-types spells it: `SendMessages`. */
export type Permission = keyof typeof PermissionFlagsBits;

/** What everyone may do in a new server, as far as a bot cares. */
export const standard: readonly Permission[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'UseExternalEmojis',
  'ReadMessageHistory',
  'UseApplicationCommands',
  'UseExternalApps',
  'CreatePublicThreads',
];

/** The permissions' bits together. */
export function bits(...names: readonly Permission[]): bigint {
  return names.reduce((all, name) => all | PermissionFlagsBits[name], 0n);
}

const every = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What an application may do in direct messages with its bot. */
export const inDirectMessages = bits('AttachFiles', 'EmbedLinks', 'MentionEveryone', 'UseExternalEmojis');

/** What a member may do in a server, but for what channels say of it. */
export function permissionsOf(guild: Guild, { user, roles }: Member): bigint {
  const base = roles.reduce((all, role) => all | role.permissions, guild.everyone.permissions);
  return user.id === guild.ownerId || (base & PermissionFlagsBits.Administrator) !== 0n ? every : base;
}

/** Whether a role stands below one that a member has, so that they may give it and take it. */
export function isBelow(role: Role, { roles }: Member): boolean {
  return roles.some(
    own =>
      own.position > role.position || (own.position === role.position && BigInt(own.id) < BigInt(role.id)),
  );
}

/**
 * What a member may do in a channel: https://docs.discord.com/developers/topics/permissions#permission-overwrites.
 * A thread has no overwrites of its own and takes its parent's.
 */
export function permissionsIn(channel: Channel, member: Member): bigint {
  const { guild } = channel;
  if (!guild) return inDirectMessages;
  const base = permissionsOf(guild, member);
  if (base === every) return every;

  const { overwrites } = channel.parent ?? channel;
  const roles = new Set(member.roles.map(role => role.id));
  const steps = [
    overwrites.filter(one => one.id === guild.id),
    overwrites.filter(one => roles.has(one.id)),
    overwrites.filter(one => one.id === member.user.id),
  ];
  return steps.reduce((all, step) => {
    const denied = step.reduce((bits, one) => bits | one.deny, 0n);
    const allowed = step.reduce((bits, one) => bits | one.allow, 0n);
    return (all & ~denied) | allowed;
  }, base);
}

/** Whether a set of permissions, as an interaction carries it, holds all of these. */
export function allows(permissions: bigint, ...names: readonly Permission[]): boolean {
  return (permissions & bits(...names)) === bits(...names);
}
