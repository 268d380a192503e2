import type { Guild } from '../model.ts';
import { guildObject, memberObject, ownGuildObject, roleObject } from '../objects.ts';
import { allows, isBelow, permissionsOf } from '../permissions.ts';
import {
  type Answer,
  invalidRole,
  missingPermissions,
  unknownGuild,
  unknownMember,
  unknownRole,
} from '../problems.ts';
import type { World } from '../world.ts';

/** What a bot asks about the servers that it is in, and the roles that it gives there. */
export interface Guilds {
  /** `GET /users/@me/guilds` */
  readonly mine: (query: URLSearchParams) => Answer;
  /** `GET /guilds/:guild` */
  readonly get: (guild: string) => Answer;
  /** `GET /guilds/:guild/roles` */
  readonly roles: (guild: string) => Answer;
  /** `GET /guilds/:guild/members/:user` */
  readonly member: (guild: string, user: string) => Answer;
  /** `PUT` or `DELETE /guilds/:guild/members/:user/roles/:role` */
  readonly giveRole: (guild: string, user: string, role: string, given: boolean) => Answer;
}

/** Most servers that one answer lists. */
const most = 200;

export function makeGuilds(world: World): Guilds {
  const find = (id: string): Guild | undefined => {
    const guild = world.guilds.get(id);
    return guild?.members.has(world.bot.id) ? guild : undefined;
  };

  return {
    mine: query => {
      const after = BigInt(query.get('after') ?? 0);
      const limit = Math.min(Number(query.get('limit') ?? most), most);
      const body = [...world.guilds.values()].flatMap(guild => {
        const me = guild.members.get(world.bot.id);
        return me && BigInt(guild.id) > after ? [ownGuildObject(guild, me)] : [];
      });
      return { status: 200, body: body.slice(0, limit) };
    },
    get: id => {
      const guild = find(id);
      return guild ? { status: 200, body: guildObject(guild) } : unknownGuild;
    },
    roles: id => {
      const guild = find(id);
      return guild ? { status: 200, body: [...guild.roles.values()].map(roleObject) } : unknownGuild;
    },
    member: (id, user) => {
      const guild = find(id);
      if (!guild) return unknownGuild;
      const member = guild.members.get(user);
      return member ? { status: 200, body: memberObject(member) } : unknownMember;
    },
    giveRole: (id, user, roleId, given) => {
      const guild = find(id);
      const me = guild?.members.get(world.bot.id);
      if (!guild || !me) return unknownGuild;
      const member = guild.members.get(user);
      if (!member) return unknownMember;
      const role = guild.roles.get(roleId);
      if (!role) return unknownRole;
      if (role.managed || role === guild.everyone) return invalidRole;
      if (!allows(permissionsOf(guild, me), 'ManageRoles') || !isBelow(role, me)) return missingPermissions;
      const others = member.roles.filter(one => one !== role);
      member.roles = given ? [...others, role] : others;
      return { status: 204 };
    },
  };
}
