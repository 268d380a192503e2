import type { ChannelKind } from './model.ts';

/** The address of a message in Discord. In a forum or media channel it stands in a thread that has its id. */
export function messageUrl(at: {
  readonly guild: string;
  readonly channel: string;
  readonly kind: ChannelKind;
  readonly message: string;
  readonly thread?: string | null | undefined;
}): string {
  const isThread = at.kind === 'forum' || at.kind === 'media';
  const channel = isThread ? (at.thread ?? at.message) : at.channel;
  return `https://discord.com/channels/${at.guild}/${channel}/${at.message}`;
}
