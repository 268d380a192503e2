import type { ChannelKind, Place } from '../../../src/announce/model.ts';
import type { Announcement } from '../../../src/message/model.ts';
import { encode } from '../../../src/message/route.ts';
import type { Channel } from '../model.ts';

export const post = 'aBcDeFgHiJk';

/** An announcement of a post, which mentions a role where one is told. */
export function announcementOf(key = post, role?: string, title = 'On compression'): Announcement {
  return {
    content: `${role === undefined ? '' : `<@&${role}> `}**${title}** https://blog.example/posts/compression`,
    embeds: [{ title, description: 'Memory is compression.', url: 'https://blog.example/posts/compression' }],
    components: [
      {
        type: 1,
        components: [
          {
            type: 2,
            style: 1,
            label: 'Read',
            custom_id: encode({ do: 'go', route: { to: 'card', post: key } }),
          },
        ],
      },
    ],
    allowed_mentions: { parse: [], ...(role !== undefined && { roles: [role] }) },
  };
}

export function placeOf(channel: Channel, kind: ChannelKind = 'text', thread = false): Place {
  return { guild: channel.guild?.id ?? '', channel: channel.id, kind, thread };
}

export const more = { nonce: 'delivery-1', name: 'On compression', tags: ['AI'] };
