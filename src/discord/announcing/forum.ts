import { fold } from '../../blog/fold.ts';
import type { Channel } from './answers.ts';

/** A channel's flag: https://docs.discord.com/developers/resources/channel#channel-object-channel-flags. */
const requireTag = 1 << 4;

/** Most tags of a thread. */
const mostTags = 5;

/** Whether a forum takes no thread without one of its tags. */
export function needsTag({ flags }: Channel): boolean {
  return ((flags ?? 0) & requireTag) !== 0;
}

/** Ids of a forum's tags that are called like a post's, in the post's order; none of those that moderators set. */
export function tagsAlike({ available_tags: there }: Channel, wanted: readonly string[]): readonly string[] {
  const free = (there ?? []).filter(({ moderated }) => moderated !== true);
  const ids = wanted.flatMap(name => free.filter(tag => fold(tag.name) === fold(name)).map(({ id }) => id));
  return [...new Set(ids)].slice(0, mostTags);
}
