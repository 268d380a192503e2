import type { PermissionName } from '../../announce/model.ts';
import { permissions as bits } from '../../bot/permissions.ts';
import type { Channel, Role } from './answers.ts';

const all = Object.values(bits).reduce((sum, bit) => sum | bit, 0n);

const union = (permissions: readonly string[]): bigint =>
  permissions.reduce((sum, one) => sum | BigInt(one), 0n);

/** What a member's roles allow in the whole server. The role of everyone has the server's own id. */
export function permissionsOf(guild: string, held: ReadonlySet<string>, roles: readonly Role[]): bigint {
  const base = union(roles.filter(({ id }) => id === guild || held.has(id)).map(role => role.permissions));
  return (base & bits.Administrator) === 0n ? base : base | all;
}

/**
 * What a member may do in a channel: https://docs.discord.com/developers/topics/permissions#permission-overwrites.
 *
 * @param base what {@link permissionsOf} gives.
 * @param overwrites of the channel, or of the one that a thread belongs to.
 */
export function permissionsIn(
  base: bigint,
  overwrites: NonNullable<Channel['permission_overwrites']>,
  { guild, held, me }: { readonly guild: string; readonly held: ReadonlySet<string>; readonly me: string },
): bigint {
  if ((base & bits.Administrator) !== 0n) return base;
  const steps = [
    overwrites.filter(({ id }) => id === guild),
    overwrites.filter(({ id }) => id !== guild && held.has(id)),
    overwrites.filter(({ id }) => id === me),
  ];
  return steps.reduce(
    (sum, step) => (sum & ~union(step.map(one => one.deny))) | union(step.map(one => one.allow)),
    base,
  );
}

/**
 * What reaches beyond whoever holds it, by bit: kicking, banning, being an administrator, managing channels, the server,
 * messages, nicknames, roles, webhooks, expressions, events and threads, the audit log, mentioning everyone, muting,
 * deafening, moving, timing out.
 */
const powers = [1, 2, 3, 4, 5, 7, 13, 17, 22, 23, 24, 27, 28, 29, 30, 33, 34, 40].reduce(
  (sum, bit) => sum | (1n << BigInt(bit)),
  0n,
);

/** Whether a role gives power over others: readers must not give it to themselves. */
export const isPowerful = ({ permissions }: Role): boolean => (BigInt(permissions) & powers) !== 0n;

export function allows(permissions: bigint, name: PermissionName): boolean {
  return (permissions & bits[name]) !== 0n;
}
