import type { APIMessage } from 'discord-api-types/v10';
import type { PostKey } from '../blog/model.ts';

/** Whether a message leads to one of these posts: the key stands in its buttons. */
export function showsAny(message: APIMessage, posts: readonly PostKey[]): boolean {
  const text = JSON.stringify(message.components ?? []);
  return posts.some(key => text.includes(`|${key}`));
}
