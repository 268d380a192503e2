import type { APIUser } from 'discord-api-types/v10';
import { messageBy } from '../message.ts';
import { GENERAL, snowflakes } from '../place.ts';
import { type Channel, changed, channelOf, type Guild, type GuildChange } from './model.ts';

/** The pretended server while it runs. */
export interface LiveGuild {
  readonly now: () => Guild;
  readonly change: (change: GuildChange) => void;
  /** Tells `listener` of each change until the returned function is called. */
  readonly onChange: (listener: (change: GuildChange) => void) => () => void;
  /** Ids as Discord makes them, of everything that is made here. */
  readonly nextId: () => string;
  /** Gives the forum tags of these names, the first twenty at most; tags that it has already stay. */
  readonly tag: (names: readonly string[]) => void;
}

/** What things are called in it, in the server's language. */
export interface GuildNames {
  readonly readers: string;
  readonly moderators: string;
  /** The forum's first thread, in which commands can be typed. */
  readonly firstThread: string;
  readonly firstWords: string;
}

/** The announcement channel, which the others may follow. */
export const BLOG = '1100000000000000006';
const POSTS = '1100000000000000007';
/** The role that readers can give themselves. */
export const READERS_ROLE = '1100000000000000008';
const MODERATORS = '1100000000000000009';

/** How many tags a forum has at most, and how long their names are: https://docs.discord.com/developers/resources/channel */
const MOST_TAGS = 20;
const LONGEST_TAG = 20;

/**
 * A server with a text channel, an announcement channel and a forum, kept in memory.
 * @param owner who wrote the forum's first words
 * @param clock in milliseconds since 1970
 */
export function makeGuild(names: GuildNames, owner: APIUser, clock: () => number): LiveGuild {
  const nextId = snowflakes(clock);
  const listeners = new Set<(change: GuildChange) => void>();
  let guild = beginning(names, owner, nextId());
  const change = (one: GuildChange) => {
    guild = changed(guild, one);
    for (const listener of listeners) listener(one);
  };
  return {
    now: () => guild,
    change,
    onChange: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    nextId,
    tag: wanted => {
      const forum = channelOf(guild, POSTS);
      if (!forum) return;
      const known = forum.tags ?? [];
      const fresh = wanted
        .map(name => name.slice(0, LONGEST_TAG))
        .filter(name => !known.some(tag => tag.name === name))
        .slice(0, MOST_TAGS - known.length);
      if (fresh.length === 0) return;
      change({ channel: { ...forum, tags: [...known, ...fresh.map(name => ({ id: nextId(), name }))] } });
    },
  };
}

function beginning(names: GuildNames, owner: APIUser, first: string): Guild {
  const channels: readonly Channel[] = [
    { ...GENERAL, kind: 'text' },
    { id: BLOG, name: 'blog', kind: 'announcement' },
    { id: POSTS, name: 'posts', kind: 'forum', tags: [] },
    { id: first, name: names.firstThread, kind: 'thread', parent: POSTS, tags: [] },
  ];
  return {
    channels,
    messages: [messageBy(owner, { content: names.firstWords }, first, first)],
    roles: [
      { id: READERS_ROLE, name: names.readers, low: true, holders: [] },
      { id: MODERATORS, name: names.moderators, low: false, holders: [owner.id] },
    ],
  };
}
