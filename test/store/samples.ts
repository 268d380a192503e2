import type { Subscription } from '../../src/announce/model.ts';
import type { SeenPost } from '../../src/announce/store.ts';

export const noon = Date.UTC(2026, 5, 1, 12);
export const minute = 60_000;

/** A new post, all of whose texts are its name. */
export function seen(name: string, more: Partial<SeenPost> = {}): SeenPost {
  return {
    id: name,
    key: name,
    path: `${name}.md`,
    title: name,
    slug: name,
    date: noon,
    tags: [],
    locales: ['en'],
    sketch: [],
    content: name,
    changedAt: noon,
    want: name,
    seenAt: noon,
    known: false,
    ...more,
  };
}

/** A channel that is told of all posts in English. */
export function subscription(channel: string, more: Partial<Subscription> = {}): Subscription {
  return {
    channel,
    guild: 'guild',
    kind: 'text',
    thread: false,
    locale: 'en',
    madeBy: 'somebody',
    madeAt: noon,
    ...more,
  };
}
