import * as z from 'zod';
import type { PermissionName } from '../../announce/model.ts';
import { type Channel, channelShape, idShape, memberShape, type Role, roleShape } from './answers.ts';
import { kindOf } from './kinds.ts';
import type { Asked, Line } from './line.ts';
import { allows, permissionsIn, permissionsOf } from './permissions.ts';

/** A channel, and what Quoth is there. */
export interface Standing {
  readonly channel: Channel;
  /** The channel that a thread belongs to. */
  readonly parent?: Channel;
  readonly roles: readonly Role[];
  /** Ids of the roles that Quoth has. */
  readonly held: ReadonlySet<string>;
  /** Whether Quoth may do that in the channel. */
  readonly may: (name: PermissionName) => boolean;
  /** Whether Quoth may do that in the whole server. */
  readonly mayAnywhere: (name: PermissionName) => boolean;
}

export interface Standings {
  /** The id of Quoth's own user. Asked once. */
  readonly me: () => Promise<Asked<string>>;
  readonly of: (guild: string, channel: string) => Promise<Asked<Standing>>;
}

export function makeStandings(line: Line): Standings {
  let known: string | undefined;

  const me = async (): Promise<Asked<string>> => {
    if (known !== undefined) return { ok: true, answer: known };
    const asked = await line.ask({ method: 'get', path: '/users/@me', shape: idShape });
    if (!asked.ok) return asked;
    known = asked.answer.id;
    return { ok: true, answer: known };
  };

  const channelOf = (id: string): Promise<Asked<Channel>> =>
    line.ask({ method: 'get', path: `/channels/${id}`, shape: channelShape });

  return {
    me,
    of: async (guild, id) => {
      const [user, channel] = [await me(), await channelOf(id)];
      if (!user.ok) return user;
      if (!channel.ok) return channel;
      const parentId = kindOf(channel.answer.type) === 'thread' ? channel.answer.parent_id : undefined;
      const [parent, roles, member] = await Promise.all([
        parentId ? channelOf(parentId) : undefined,
        line.ask({ method: 'get', path: `/guilds/${guild}/roles`, shape: z.array(roleShape) }),
        line.ask({ method: 'get', path: `/guilds/${guild}/members/${user.answer}`, shape: memberShape }),
      ]);
      if (parent?.ok === false) return parent;
      if (!roles.ok) return roles;
      if (!member.ok) return member;
      const held = new Set(member.answer.roles);
      const base = permissionsOf(guild, held, roles.answer);
      const { permission_overwrites: overwrites } = parent?.answer ?? channel.answer;
      const here = permissionsIn(base, overwrites ?? [], { guild, held, me: user.answer });
      const standing: Standing = {
        channel: channel.answer,
        ...(parent && { parent: parent.answer }),
        roles: roles.answer,
        held,
        may: name => allows(here, name),
        mayAnywhere: name => allows(base, name),
      };
      return { ok: true, answer: standing };
    },
  };
}
