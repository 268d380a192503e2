import type { APIMessage, APIMessageTopLevelComponent, APIUser } from 'discord-api-types/v10';
import { type Place, timeOf } from './place.ts';

/** What a message says. */
export interface Body {
  readonly content?: string | undefined;
  readonly components?: readonly APIMessageTopLevelComponent[] | undefined;
  readonly flags?: number | undefined;
}

/** A message as Discord hands it to a bot. Its id says when it was written. */
export function messageBy(author: APIUser, body: Body, place: Place, id: string): APIMessage {
  return {
    id,
    channel_id: place.channel.id,
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
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
  };
}
