import type { APIMessage } from 'discord-api-types/v10';

/** The server that the page pretends: its channels, what Quoth sent there, and its roles. */
export interface Guild {
  /** Threads among them, oldest first. */
  readonly channels: readonly Channel[];
  /** Of all channels, oldest first. What readers write and are answered is kept by the page. */
  readonly messages: readonly APIMessage[];
  readonly roles: readonly Role[];
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'text' | 'announcement' | 'forum' | 'thread';
  /** The channel that a thread belongs to. A thread that was opened on a message has that message's id. */
  readonly parent?: string;
  /** The announcement channel that it follows. */
  readonly follows?: string;
  /** A forum's tags, or those that one of its threads bears. */
  readonly tags?: readonly ForumTag[];
}

export interface ForumTag {
  readonly id: string;
  readonly name: string;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  /** Whether it stands below Quoth's own, and may be mentioned. */
  readonly low: boolean;
  /** Ids of the readers who have it. */
  readonly holders: readonly string[];
}

/** A channel, message or role that is new, or stands in the place of the one with its id. */
export type GuildChange =
  | { readonly channel: Channel }
  | { readonly message: APIMessage }
  | { readonly role: Role };

/** The server after a change; the page's server and its windows come to the same. */
export function changed(guild: Guild, change: GuildChange): Guild {
  if ('channel' in change) return { ...guild, channels: put(guild.channels, change.channel) };
  if ('message' in change) return { ...guild, messages: put(guild.messages, change.message) };
  return { ...guild, roles: put(guild.roles, change.role) };
}

function put<One extends { readonly id: string }>(all: readonly One[], one: One): readonly One[] {
  const known = all.some(({ id }) => id === one.id);
  return known ? all.map(other => (other.id === one.id ? one : other)) : [...all, one];
}

export function channelOf({ channels }: Guild, id: string): Channel | undefined {
  return channels.find(channel => channel.id === id);
}

/** A channel's threads, newest first. */
export function threadsOf({ channels }: Guild, id: string): readonly Channel[] {
  return channels.filter(channel => channel.parent === id).toReversed();
}

export function messagesIn({ messages }: Guild, id: string): readonly APIMessage[] {
  return messages.filter(message => message.channel_id === id);
}

/** The message that a thread was opened on; none in a forum, whose threads begin with a message of their own. */
export function starterOf({ messages }: Guild, thread: Channel): APIMessage | undefined {
  return messages.find(({ id, channel_id }) => id === thread.id && channel_id !== thread.id);
}

/** Whether a message mentions a role that this reader has. */
export function pings({ roles }: Guild, { mention_roles: mentioned }: APIMessage, reader: string): boolean {
  return roles.some(({ id, holders }) => mentioned.includes(id) && holders.includes(reader));
}
