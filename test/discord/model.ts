import type { APIMessage, APIUser, ChannelType, Locale } from 'discord-api-types/v10';

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
  /** How high it stands: who has it may do something to lower ones alone. Of two at one place, the older is higher. */
  readonly position: number;
  /** Whether everyone can mention it. */
  readonly mentionable: boolean;
  /** Whether it belongs to an application, so that nobody can give it. */
  readonly managed: boolean;
}

export interface Member {
  readonly user: APIUser;
  roles: readonly Role[];
}

export interface Overwrite {
  /** A role's or a member's id; the server's own id stands for everyone. */
  readonly id: string;
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly locale: Locale;
  readonly features: readonly string[];
  /** False where no one added the bot to the server, so that only those who installed it for themselves use it. */
  installed: boolean;
  readonly ownerId: string;
  readonly everyone: Role;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly type: ChannelType;
  /** Absent in direct messages. */
  readonly guild?: Guild;
  /** The channel that a thread belongs to. */
  readonly parent?: Channel;
  overwrites: readonly Overwrite[];
  locked: boolean;
  archived: boolean;
  /** When somebody last wrote in it or opened it again: a thread falls asleep after three days. */
  activeAt: number;
  /** Who opened a thread. */
  readonly ownerId: string;
  /** Of a forum or media channel. */
  readonly tags: readonly ForumTag[];
  readonly requiresTag: boolean;
  /** Ids of those of its forum's tags that a thread has. */
  readonly appliedTags: readonly string[];
  /** Channels that follow this one. */
  readonly followers: Set<Channel>;
  /** Of this channel: each brings what is published in the channel that it names. */
  readonly webhooks: Webhook[];
  /** Oldest first. */
  readonly messages: Map<string, Kept>;
}

export interface Webhook {
  readonly id: string;
  readonly source: Channel;
}

export interface ForumTag {
  readonly id: string;
  readonly name: string;
  /** Whether only those who may manage threads can set it. */
  readonly moderated: boolean;
}

/** A message as Discord keeps it. */
export interface Kept {
  message: APIMessage;
  /** The only reader who sees it, where it is ephemeral. */
  readonly onlyFor?: string;
  /** Who was notified of it. */
  readonly pinged?: Pinged;
  /** Its copies in channels that follow. */
  readonly copies?: Kept[];
}

/** Who is notified of a message, whatever its text looks like. */
export interface Pinged {
  readonly everyone: boolean;
  /** Ids. */
  readonly roles: readonly string[];
  readonly users: readonly string[];
}
