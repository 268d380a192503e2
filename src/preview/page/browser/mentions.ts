import type { APIMessage } from 'discord-api-types/v10';
import { type Channel, channelOf, type Guild } from '../../guild/model.ts';
import type { DiscordMention } from '../../markdown/nodes.ts';
import { GUILD } from '../../place.ts';
import { gist, nameOf, type Scene } from './scene.ts';

type Known = Pick<Scene, 'start' | 'guild'>;

/** What a mention says here: the name of a reader, a role or a channel. */
export function nameMentioned(mention: DiscordMention, { start, guild }: Known): string | undefined {
  switch (mention.kind) {
    case 'user': {
      const user = [start.application, ...start.readers].find(({ id }) => id === mention.id);
      return user && `@${nameOf(user)}`;
    }
    case 'role': {
      const role = guild.roles.find(({ id }) => id === mention.id);
      return role && `@${role.name}`;
    }
    case 'channel': {
      const channel = guild.channels.find(({ id }) => id === mention.id);
      return channel && `#${channel.name}`;
    }
    default:
      return undefined;
  }
}

/** The first words of a message as plain text, with names for mentions. */
export function firstWords(message: APIMessage, known: Known): string {
  return gist(message).replaceAll(/<(@&|@|#)(\d{1,20})>/g, (written, sign: string, id: string) => {
    const kind = KINDS[sign];
    return (kind && nameMentioned({ type: 'mention', kind, id }, known)) ?? written;
  });
}

const KINDS: Readonly<Record<string, 'role' | 'user' | 'channel'>> = {
  '@&': 'role',
  '@': 'user',
  '#': 'channel',
};

/** The channel that the address of a message in this server leads to. */
export function channelAt(url: string, guild: Guild): Channel | undefined {
  const [, server, id] = /^https:\/\/discord\.com\/channels\/(\d+)\/(\d+)(?:\/\d+)?$/.exec(url) ?? [];
  return server === GUILD && id !== undefined ? channelOf(guild, id) : undefined;
}
