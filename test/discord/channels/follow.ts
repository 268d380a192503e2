import { type APIMessage, ChannelType, MessageFlags, MessageReferenceType } from 'discord-api-types/v10';
import { edited, plainMessage } from '../messages.ts';
import type { Channel, Kept } from '../model.ts';
import {
  type Answer,
  invalidForm,
  missingPermissions,
  publishedAlready,
  tooManyWebhooks,
  unknownMessage,
  wrongChannelType,
} from '../problems.ts';
import { isRecord } from '../schemas.ts';
import type { World } from '../world.ts';
import { groundOf, isAnswer } from './access.ts';

/** Most webhooks of a channel. */
const mostWebhooks = 15;

/**
 * `POST /channels/:channel/followers`: what is published in that announcement channel comes to the text channel that the
 * body names, over a webhook of that one. Whoever follows twice gets everything twice.
 */
export function follow(world: World, id: string, body: unknown): Answer {
  const given = isRecord(body) ? body : {};
  const unknown = Object.keys(given).filter(key => key !== 'webhook_channel_id');
  if (typeof given.webhook_channel_id !== 'string' || unknown.length > 0) {
    return invalidForm([{ path: ['webhook_channel_id'], message: 'This field is required, and no other' }]);
  }
  const source = groundOf(world, id);
  if (isAnswer(source)) return source;
  if (source.channel.type !== ChannelType.GuildAnnouncement) return wrongChannelType;
  const target = groundOf(world, given.webhook_channel_id, 'ManageWebhooks');
  if (isAnswer(target)) return target;
  const { channel } = target;
  if (channel.type !== ChannelType.GuildText) return wrongChannelType;
  if (channel.webhooks.length >= mostWebhooks) return tooManyWebhooks;
  const webhook = { id: world.nextId(), source: source.channel };
  channel.webhooks.push(webhook);
  source.channel.followers.add(channel);
  return { status: 200, body: { channel_id: id, webhook_id: webhook.id } };
}

/** `GET /channels/:channel/webhooks`. */
export function listWebhooks(world: World, id: string): Answer {
  const ground = groundOf(world, id, 'ManageWebhooks');
  if (isAnswer(ground)) return ground;
  const { channel, guild } = ground;
  const body = channel.webhooks.map(({ id: webhook, source }) => ({
    id: webhook,
    type: 2,
    name: source.name,
    channel_id: channel.id,
    guild_id: guild.id,
    source_channel: { id: source.id, name: source.name },
  }));
  return { status: 200, body };
}

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
