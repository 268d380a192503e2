import type { ChannelKind } from '../../announce/model.ts';
import { channelTypes } from './answers.ts';

const kinds: Readonly<Record<number, ChannelKind>> = {
  [channelTypes.text]: 'text',
  [channelTypes.announcement]: 'announcement',
  [channelTypes.announcementThread]: 'thread',
  [channelTypes.publicThread]: 'thread',
  [channelTypes.privateThread]: 'thread',
  [channelTypes.forum]: 'forum',
  [channelTypes.media]: 'media',
};

/** What kind of channel it is to announce in; `other` where nothing can be announced. */
export function kindOf(type: number): ChannelKind | 'other' {
  return kinds[type] ?? 'other';
}

/** Whether announcements become threads there. */
export function isForum(kind: ChannelKind | 'other'): boolean {
  return kind === 'forum' || kind === 'media';
}
