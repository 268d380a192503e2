import type { PostKey } from '../../blog/model.ts';
import { decode } from '../../message/route.ts';
import type { Component, ReadMessage } from './answers.ts';

/** Whether a message is Quoth's own and has a control that leads to the post. */
export function isOf({ author, components }: ReadMessage, post: PostKey, me: string): boolean {
  return author.id === me && idsIn(components ?? []).some(id => leadsTo(id, post));
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
