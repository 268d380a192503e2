import type { Outlook, RoleOutlook, Servers } from '../../announce/model.ts';
import type { LiveGuild } from './guild.ts';
import { channelOf } from './model.ts';

/** What Quoth is told of the pretended server, in which it may do everything but give roles above its own. */
export function makeServers(guild: LiveGuild, guildId: string): Servers {
  const roleOf = (id: string): RoleOutlook | undefined => {
    if (id === guildId)
      return { id, name: '@everyone', everyone: true, mentionable: false, manageable: false };
    const role = guild.now().roles.find(one => one.id === id);
    return role && { id, name: role.name, everyone: false, mentionable: role.low, manageable: role.low };
  };
  return {
    look: (_, id, roleId) => {
      const asked = channelOf(guild.now(), id);
      const parent = asked?.parent === undefined ? undefined : channelOf(guild.now(), asked.parent);
      const channel = parent?.kind === 'forum' ? parent : asked;
      if (!channel) return Promise.reject(new Error(`Unknown Channel ${id}`));
      const role = roleId === undefined ? undefined : roleOf(roleId);
      const outlook: Outlook = {
        channel: channel.id,
        name: channel.name,
        kind: channel.kind,
        missing: [],
        needsTag: false,
        tags: (channel.tags ?? []).map(({ name }) => name),
        ...(role ? { role } : {}),
      };
      return Promise.resolve(outlook);
    },
    follow: (home, _, id) => {
      const channel = channelOf(guild.now(), id);
      if (id === home) return Promise.resolve({ is: 'home' });
      if (channel?.kind !== 'text') return Promise.resolve({ is: 'otherKind' });
      if (channel.follows === home) return Promise.resolve({ is: 'already' });
      guild.change({ channel: { ...channel, follows: home } });
      return Promise.resolve({ is: 'following' });
    },
    toggleRole: (_, reader, roleId) => {
      const role = guild.now().roles.find(({ id }) => id === roleId);
      if (!role?.low) return Promise.resolve('away');
      const has = role.holders.includes(reader);
      const holders = has ? role.holders.filter(id => id !== reader) : [...role.holders, reader];
      guild.change({ role: { ...role, holders } });
      return Promise.resolve(has ? 'taken' : 'given');
    },
    guilds: () => Promise.resolve([guildId]),
  };
}
