import type { Channel, Guild, Member } from '../model.ts';
import { allows, type Permission, permissionsIn } from '../permissions.ts';
import { type Answer, missingAccess, missingPermissions, unknownChannel } from '../problems.ts';
import type { World } from '../world.ts';

/** Where the bot does something, as the member that it is there. */
export interface Ground {
  readonly channel: Channel;
  readonly guild: Guild;
  readonly me: Member;
  readonly may: (...permissions: readonly Permission[]) => boolean;
}

export function isAnswer(one: object): one is Answer {
  return 'status' in one;
}

/** A channel in which the bot may do what it needs to, or what Discord answers where it may not. */
export function groundOf(world: World, id: string, ...needed: readonly Permission[]): Ground | Answer {
  const channel = world.channels.get(id);
  if (!channel) return unknownChannel;
  const { guild } = channel;
  const me = guild?.members.get(world.bot.id);
  if (!guild || !me) return missingAccess;
  const permissions = permissionsIn(channel, me);
  const may = (...names: readonly Permission[]): boolean => allows(permissions, ...names);
  if (!may('ViewChannel')) return missingAccess;
  return may(...needed) ? { channel, guild, me, may } : missingPermissions;
}

/** What one needs to write in a channel. */
export function writing({ parent }: Channel): Permission {
  return parent ? 'SendMessagesInThreads' : 'SendMessages';
}
