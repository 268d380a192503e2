import type { PostKey } from '../../blog/model.ts';
import { isTest } from '../../message/announcement.ts';
import { decode } from '../../message/route.ts';
import type { Component, ReadMessage } from './answers.ts';

/**
 * Whether Quoth sent a message by itself, neither as an answer to somebody nor as a test, and a control of it leads to
 * the post.
 */
export function isOf(message: ReadMessage, post: PostKey, me: string): boolean {
  const { author, components, content, webhook_id: webhook } = message;
  if (author.id !== me || webhook || isTest(content ?? '')) return false;
  return idsIn(components ?? []).some(id => leadsTo(id, post));
}

/** All that can be pressed or chosen in components. */
function idsIn(components: readonly Component[]): readonly string[] {
  return components.flatMap(({ custom_id: id, options, components: inner }) => [
    ...(id ? [id] : []),
    ...(options ?? []).map(({ value }) => value),
    ...idsIn(inner ?? []),
  ]);
}

function leadsTo(customId: string, post: PostKey): boolean {
  const press = decode(customId);
  if (press.do === 'outdated') return press.post === post;
  return 'route' in press && 'post' in press.route && press.route.post === post;
}
