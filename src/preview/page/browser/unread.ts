import { useEffect, useState } from 'preact/hooks';
import { type Channel, channelOf, type Guild, messagesIn, pings, threadsOf } from '../../guild/model.ts';
import { isAfter } from '../../place.ts';

/** The newest thing that each reader has seen, by the channels' ids; what is not there was not seen. */
export type Seen = readonly Readonly<Record<string, string>>[];

/** What a channel holds that a reader has not seen. */
export interface Unread {
  readonly any: boolean;
  /** How many of the messages mention them. */
  readonly pings: number;
}

/** What a reader has not seen of a channel: its messages, or a forum's threads. */
export function unreadIn(guild: Guild, channel: Channel, seen: string | undefined, reader: string): Unread {
  const isFresh = ({ id }: { readonly id: string }) => seen === undefined || isAfter(id, seen);
  if (channel.kind === 'forum') return { any: threadsOf(guild, channel.id).some(isFresh), pings: 0 };
  const fresh = messagesIn(guild, channel.id).filter(isFresh);
  return { any: fresh.length > 0, pings: fresh.filter(message => pings(guild, message, reader)).length };
}

/** Of the same, when all of it was seen; undefined where there is nothing. */
function newestIn(guild: Guild, { id, kind }: Channel): string | undefined {
  return kind === 'forum' ? threadsOf(guild, id)[0]?.id : messagesIn(guild, id).at(-1)?.id;
}

const all = (guild: Guild): Readonly<Record<string, string>> =>
  Object.fromEntries(
    guild.channels.flatMap(channel => {
      const newest = newestIn(guild, channel);
      return newest === undefined ? [] : [[channel.id, newest]];
    }),
  );

/** What both readers have seen: all that was there when the page opened, and since then what they looked at. */
export function useSeen(guild: Guild, reader: number, channel: string): Seen {
  const [seen, setSeen] = useState<Seen>(() => [all(guild), all(guild)]);
  const looked = channelOf(guild, channel);
  const newest = looked && newestIn(guild, looked);
  useEffect(() => {
    if (newest === undefined) return;
    setSeen(before => before.map((own, at) => (at === reader ? { ...own, [channel]: newest } : own)));
  }, [newest, reader, channel]);
  return seen;
}
