import { type APIMessage, ChannelType, MessageFlags, MessageReferenceType } from 'discord-api-types/v10';
import { edited, plainMessage } from '../messages.ts';
import type { Channel, Kept } from '../model.ts';
import {
  type Answer,
  missingPermissions,
  publishedAlready,
  unknownMessage,
  wrongChannelType,
} from '../problems.ts';
import type { World } from '../world.ts';
import { groundOf, isAnswer } from './access.ts';

/**
 * `POST /channels/:channel/messages/:message/crosspost`: every channel that follows gets a copy. Copies have no
 * components.
 */
export function publish(world: World, id: string, messageId: string): Answer {
  const ground = groundOf(world, id, 'SendMessages');
  if (isAnswer(ground)) return ground;
  const { channel } = ground;
  if (channel.type !== ChannelType.GuildAnnouncement) return wrongChannelType;
  const kept = channel.messages.get(messageId);
  if (!kept) return unknownMessage;
  if (kept.message.author.id !== world.bot.id && !ground.may('ManageMessages')) return missingPermissions;
  if (kept.copies) return publishedAlready;
  const copies = [...channel.followers].map(follower => copyTo(world, channel, follower, kept.message));
  const flags = (kept.message.flags ?? 0) | MessageFlags.Crossposted;
  const published: Kept = { ...kept, message: { ...kept.message, flags }, copies };
  channel.messages.set(messageId, published);
  return { status: 200, body: published.message };
}

function copyTo(world: World, from: Channel, to: Channel, { id, content, embeds }: APIMessage): Kept {
  const name = `${from.guild?.name} #${from.name}`;
  const author: APIMessage['author'] = { ...world.user(name), bot: true };
  const message: APIMessage = {
    ...plainMessage(world, to, author, { content, embeds }),
    flags: MessageFlags.IsCrosspost,
    message_reference: {
      type: MessageReferenceType.Default,
      channel_id: from.id,
      ...(from.guild && { guild_id: from.guild.id }),
      message_id: id,
    },
  };
  const kept: Kept = { message };
  to.messages.set(message.id, kept);
  return kept;
}

/** A copy says what the published message says now. */
export function copyEdited(world: World, copy: Kept, { content, embeds }: APIMessage): void {
  const { flags } = copy.message;
  copy.message = { ...edited(world, copy.message, { content, embeds }), ...(flags && { flags }) };
}
