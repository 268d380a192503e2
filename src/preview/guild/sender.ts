import type { APIMessage, APIUser } from 'discord-api-types/v10';
import type { Outcome, Place, Sender, Sent } from '../../announce/model.ts';
import { fold } from '../../blog/fold.ts';
import type { Announcement } from '../../message/model.ts';
import { type Body, messageBy } from '../message.ts';
import { timeOf } from '../place.ts';
import { showsAny } from '../shows.ts';
import type { LiveGuild } from './guild.ts';
import { type Channel, channelOf, messagesIn, threadsOf } from './model.ts';

/** How long Discord knows a nonce, in milliseconds. */
const NONCE_LIFE = 5 * 60_000;

const CROSSPOSTED = 1 << 0;
const IS_CROSSPOST = 1 << 1;
const HAS_THREAD = 1 << 5;

/** Longest name of a thread: https://docs.discord.com/developers/resources/channel#start-thread-from-message */
const LONGEST_NAME = 100;

/** Most tags that a thread bears. */
const MOST_TAGS = 5;

/** Sends announcements to the pretended server, as Discord takes them. `clock` is in milliseconds since 1970. */
export function makeSender(guild: LiveGuild, application: APIUser, clock: () => number): Sender {
  const nonces = new Map<string, { readonly sent: Sent; readonly until: number }>();

  const change = (
    to: Place,
    { message }: Sent,
    how: (message: APIMessage) => APIMessage,
  ): Outcome<object> => {
    const found = guild.now().messages.find(({ id }) => id === message);
    if (!found) return gone(`Unknown Message ${message} in ${to.channel}`);
    guild.change({ message: how(found) });
    return { done: true };
  };

  return {
    send: (to, announcement, { nonce, name, tags }) => {
      const before = nonces.get(nonce);
      if (before && before.until > clock()) return done({ done: true, ...before.sent });
      const channel = channelOf(guild.now(), to.channel);
      if (!channel) return done(gone(`Unknown Channel ${to.channel}`));
      const id = guild.nextId();
      const thread = channel.kind === 'forum' ? threadIn(channel, id, name, tags) : undefined;
      if (thread) guild.change({ channel: thread });
      guild.change({ message: messageBy(application, bodyOf(announcement), thread?.id ?? channel.id, id) });
      const sent: Sent = { message: id, ...(thread ? { thread: id } : {}) };
      nonces.set(nonce, { sent, until: clock() + NONCE_LIFE });
      return done({ done: true, ...sent });
    },
    find: (to, key, since) => {
      const now = guild.now();
      const within = [to.channel, ...threadsOf(now, to.channel).map(({ id }) => id)];
      const own = within
        .flatMap(id => messagesIn(now, id))
        .filter(({ id, author }) => author.id === application.id && timeOf(id).getTime() >= since)
        .findLast(message => showsAny(message, [key]));
      if (!own) return done({ done: true, sent: 'none' });
      const thread = channelOf(now, own.id) && { thread: own.id };
      return done({ done: true, sent: { message: own.id, ...thread } });
    },
    edit: (to, sent, announcement) =>
      done(
        change(to, sent, message => ({
          ...messageBy(application, bodyOf(announcement), message.channel_id, message.id),
          ...(message.flags ? { flags: message.flags } : {}),
          edited_timestamp: new Date(clock()).toISOString(),
        })),
      ),
    publish: (to, sent) => {
      const found = guild.now().messages.find(({ id }) => id === sent.message);
      if (found && ((found.flags ?? 0) & CROSSPOSTED) === 0) {
        const followers = guild.now().channels.filter(({ follows }) => follows === to.channel);
        for (const { id } of followers) guild.change({ message: copyOf(found, id, guild.nextId()) });
      }
      return done(change(to, sent, message => ({ ...message, flags: (message.flags ?? 0) | CROSSPOSTED })));
    },
    open: (to, sent, name) => {
      const flagged = change(to, sent, message => ({
        ...message,
        flags: (message.flags ?? 0) | HAS_THREAD,
      }));
      if (!flagged.done) return done(flagged);
      const { message: id } = sent;
      if (!channelOf(guild.now(), id)) {
        const thread = { id, name: name.slice(0, LONGEST_NAME), kind: 'thread', parent: to.channel } as const;
        guild.change({ channel: thread });
      }
      return done({ done: true, thread: id });
    },
  };
}

/** What a channel that follows is shown of a message: its text and its embed. */
function copyOf({ author, content, embeds }: APIMessage, channel: string, id: string): APIMessage {
  return { ...messageBy(author, { content, embeds }, channel, id), flags: IS_CROSSPOST };
}

/** A forum's thread; it and its first message bear the same id. */
function threadIn(forum: Channel, id: string, name: string, tags: readonly string[]): Channel {
  const borne = (forum.tags ?? []).filter(tag => tags.some(wanted => fold(wanted) === fold(tag.name)));
  return {
    id,
    name: name.slice(0, LONGEST_NAME),
    kind: 'thread',
    parent: forum.id,
    tags: borne.slice(0, MOST_TAGS),
  };
}

function bodyOf({ content, embeds, components, allowed_mentions: allowed }: Announcement): Body {
  const mentioned = (allowed.roles ?? []).filter(role => content.includes(`<@&${role}>`));
  return { content, embeds, components, roles: mentioned };
}

const gone = (detail: string) => ({ done: false, refused: 'gone', detail }) as const;

const done = <Value>(value: Value): Promise<Value> => Promise.resolve(value);
