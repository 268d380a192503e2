import type { APIEmbed, APIMessage, APIMessageTopLevelComponent, APIUser } from 'discord-api-types/v10';
import { timeOf } from './place.ts';

/** What a message says. */
export interface Body {
  readonly content?: string | undefined;
  readonly embeds?: readonly APIEmbed[] | undefined;
  readonly components?: readonly APIMessageTopLevelComponent[] | undefined;
  readonly flags?: number | undefined;
  /** Ids of the roles that are pinged. */
  readonly roles?: readonly string[];
}

/** A message in a channel, as Discord hands it to a bot. Its id says when it was written. */
export function messageBy(author: APIUser, body: Body, channel: string, id: string): APIMessage {
  return {
    id,
    channel_id: channel,
    type: 0,
    author,
    content: body.content ?? '',
    components: [...(body.components ?? [])],
    ...(body.flags ? { flags: body.flags } : {}),
    timestamp: timeOf(id).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [...(body.roles ?? [])],
    attachments: [],
    embeds: [...(body.embeds ?? [])],
    pinned: false,
  };
}
