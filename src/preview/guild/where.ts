import type { Place, PlaceChannel } from '../place.ts';
import { type Channel, channelOf, type Guild } from './model.ts';

/** Where something is done that is done in this channel; undefined where there is no such channel. */
export function whereIn(guild: Guild, id: string): Pick<Place, 'channel' | 'roles'> | undefined {
  const channel = channelOf(guild, id);
  if (!channel) return undefined;
  const parent = channel.parent === undefined ? undefined : channelOf(guild, channel.parent);
  const { name } = channel;
  const type = typeOf(channel, parent);
  return { channel: { id, name, type, ...(parent ? { parent: parent.id } : {}) }, roles: guild.roles };
}

/** Discord's numbers of kinds of channels: https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
function typeOf({ kind }: Channel, parent: Channel | undefined): PlaceChannel['type'] {
  switch (kind) {
    case 'text':
      return 0;
    case 'announcement':
      return 5;
    case 'forum':
      return 15;
    case 'thread':
      return parent?.kind === 'announcement' ? 10 : 11;
  }
}
