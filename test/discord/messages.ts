import {
  type APIInteraction,
  type APIMessage,
  type APIMessageComponent,
  ComponentType,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { wire } from './clock.ts';
import { type Body, placedIn } from './limits.ts';
import type { Channel } from './model.ts';
import type { World } from './world.ts';

/** What a bot may send, of what a message holds. */
export interface Payload extends Body {
  readonly tts?: boolean | undefined;
}

/** The flags that a payload may set; Discord ignores the others. */
const settable =
  MessageFlags.SuppressEmbeds |
  MessageFlags.Ephemeral |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2;

/** Flags that only a new message can take. */
const forGood = MessageFlags.Ephemeral | MessageFlags.Loading;

interface Origin {
  readonly interaction: APIInteraction;
  readonly channel: Channel;
  /** The first answer, where this one follows it. */
  readonly original?: string;
}

/** A message as Discord makes it from what a bot answered an interaction with. */
export function answerMessage(
  world: World,
  payload: Payload,
  { interaction, channel, original }: Origin,
): APIMessage {
  const user = interaction.member?.user ?? interaction.user;
  const pressed = interaction.type === InteractionType.MessageComponent ? interaction.message.id : undefined;
  const target =
    interaction.type === InteractionType.ApplicationCommand && 'target_id' in interaction.data
      ? interaction.data.target_id
      : undefined;
  const referred = original ?? pressed ?? target;
  return wire({
    ...blank(world, channel),
    type: typeOf(interaction, original),
    author: world.bot,
    application_id: world.application.id,
    webhook_id: world.application.id,
    ...contents(payload),
    flags: (payload.flags ?? 0) & (settable | MessageFlags.Loading),
    interaction_metadata: {
      id: interaction.id,
      type: interaction.type,
      user,
      authorizing_integration_owners: interaction.authorizing_integration_owners,
      interacted_message_id: pressed,
      target_message_id: target,
      original_response_message_id: original,
    },
    ...(referred && {
      message_reference: {
        type: 0,
        channel_id: channel.id,
        guild_id: channel.guild?.id,
        message_id: referred,
      },
    }),
  });
}

/** A message that somebody wrote, or one that the bot left there long ago. */
export function plainMessage(
  world: World,
  channel: Channel,
  author: APIMessage['author'],
  payload: Payload,
): APIMessage {
  return wire({
    ...blank(world, channel),
    type: MessageType.Default,
    author,
    ...(author.id === world.bot.id && { application_id: world.application.id }),
    ...contents(payload),
    flags: (payload.flags ?? 0) & settable,
  });
}

/** The message after an edit: what the payload does not name stays. */
export function edited(world: World, message: APIMessage, payload: Payload): APIMessage {
  return wire({ ...message, ...afterEdit(message, payload), ...timestamp(world, 'edited_timestamp') });
}

/** What the message's content would be after an edit; a flag that was set for good stays. */
export function afterEdit(message: APIMessage, payload: Payload): Payload {
  const before = message.flags ?? 0;
  const kept = before & (forGood | MessageFlags.IsComponentsV2) & ~MessageFlags.Loading;
  const asked = payload.flags ?? before;
  return {
    content: message.content,
    embeds: message.embeds,
    components: message.components ?? [],
    attachments: message.attachments,
    ...contents(payload, true),
    flags: kept | (asked & settable & ~forGood),
  };
}

/** Whether a message is still the "thinking…" of a deferred answer. */
export function isLoading(message: APIMessage): boolean {
  return ((message.flags ?? 0) & MessageFlags.Loading) !== 0;
}

function contents(payload: Payload, partly = false): Payload {
  const part = <K extends keyof Payload>(key: K, empty: Payload[K]): Partial<Payload> =>
    partly && payload[key] === undefined ? {} : { [key]: payload[key] ?? empty };
  const components = payload.components ? numbered(payload.components) : payload.components;
  return {
    ...part('content', ''),
    ...part('embeds', []),
    ...part('attachments', []),
    ...(partly && components === undefined ? {} : { components: components ?? [] }),
  };
}

/** Discord gives every component of a message a number, and every picture an address of its own proxy. */
function numbered(components: readonly APIMessageComponent[]): readonly APIMessageComponent[] {
  const copy: APIMessageComponent[] = wire(components);
  let last = 0;
  for (const { component } of placedIn(copy, [])) {
    last += 1;
    component.id ||= last;
    if (component.type === ComponentType.Thumbnail) proxied(component.media);
    if (component.type === ComponentType.MediaGallery)
      for (const { media } of component.items) proxied(media);
  }
  return copy;
}

function proxied(media: { url: string; proxy_url?: string }): void {
  media.proxy_url = `https://images-ext-1.discordapp.net/external/x/${media.url.replace('://', '/')}`;
}

function blank(world: World, channel: Channel) {
  return {
    id: world.nextId(),
    channel_id: channel.id,
    ...timestamp(world, 'timestamp'),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    pinned: false,
  };
}

function timestamp<K extends string>(world: World, key: K): Record<K, string>;
function timestamp(world: World, key: string): Record<string, string> {
  return { [key]: new Date(world.clock.now()).toISOString() };
}

function typeOf(interaction: APIInteraction, original: string | undefined): MessageType {
  if (original !== undefined || interaction.type === InteractionType.MessageComponent)
    return MessageType.Reply;
  const onMessage =
    interaction.type === InteractionType.ApplicationCommand && 'target_id' in interaction.data;
  return onMessage ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand;
}
