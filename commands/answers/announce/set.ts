import type { ChannelKind, Outlook, Subscription } from '../../../src/announce/model.ts';
import { fold } from '../../../src/blog/fold.ts';
import type { Blog, Post, Tag } from '../../../src/blog/model.ts';
import type { Scene } from '../../../src/bot/model.ts';
import { announcement } from '../../../src/message/announcement.ts';
import { escapeText } from '../../../src/message/markdown/escape.ts';
import { channelMark, roleMark } from '../../../src/message/marks.ts';
import type { Layout } from '../../../src/message/model.ts';
import { button, buttons, text } from '../../../src/message/parts.ts';
import { cut } from '../../../src/message/shorten.ts';
import { specimen } from '../../../src/message/specimen.ts';
import type { Words } from '../../../src/words/model.ts';
import { wordsOf } from '../../../src/words/words.ts';
import { isShut, lacks } from './where.ts';

const minute = 60_000;

/** Most names that a sentence lists, and the longest tag that it holds, in characters. */
const namesListed = 5;
const tagLength = 40;

/** What was set, and how the channel looked then. */
export interface Set {
  readonly subscription: Subscription;
  readonly outlook: Outlook;
  readonly tag: Tag | undefined;
  /** Whether a thread on each was asked for. */
  readonly wantsThread: boolean;
  /** How long a post must be unchanged, in milliseconds. */
  readonly after: number;
}

const tagged = (name: string, words: Words): string => words.small.tagged(escapeText(cut(name, tagLength)));

/** A forum that demands a tag: which of the posts' it has. Nothing is said where every post that is sent has one. */
function tagDemand({ outlook, subscription }: Set, blog: Blog, words: Words): readonly string[] {
  const { needsTag, tags } = outlook;
  if (!needsTag) return [];
  const folded = new Map(tags.map(name => [fold(name), name] as const));
  if (subscription.tag !== undefined && folded.has(subscription.tag)) return [];
  const written = (names: readonly string[]) => names.slice(0, namesListed).map(name => tagged(name, words));
  const ofPosts = [...blog.byTag.values()];
  const shared = ofPosts.flatMap(tag => folded.get(tag.folded) ?? []);
  return [
    words.announce.here.needsTag(written(shared), written(tags), written(ofPosts.map(({ name }) => name))),
  ];
}

function roleSaid({ outlook: { role } }: Set, words: Words): readonly string[] {
  if (role === undefined) return [];
  const mark = roleMark(role.id);
  return [
    ...(role.mentionable ? [] : [words.announce.here.notMentionable(mark)]),
    ...(role.manageable ? [] : [words.announce.here.notManageable(mark)]),
  ];
}

function threadSaid({ subscription, wantsThread }: Set, words: Words): readonly string[] {
  if (subscription.thread) return [words.announce.here.thread];
  return wantsThread && subscription.kind === 'thread' ? [words.announce.here.noThread] : [];
}

/** What Quoth lacks in the channel, and what follows from that. */
function lackSaid(outlook: Outlook, words: Words): readonly string[] {
  const { untilThen, without } = words.announce.here;
  if (outlook.missing.length === 0) return [];
  const follows = isShut(outlook) ? [untilThen] : outlook.missing.flatMap(name => without[name] ?? []);
  return [`**${lacks(outlook)(words)}** ${follows.join(' ')}`];
}

/** What was set, and what is still missing for it. */
function sentences(set: Set, { place, blog }: Scene, words: Words): readonly string[] {
  const { subscription, outlook, tag, after } = set;
  const { here } = words.announce;
  const { channel, kind, role } = subscription;
  return [
    here.set({
      where: channel === place.channel ? undefined : channelMark(channel),
      role: role && roleMark(role),
      minutes: Math.ceil(after / minute),
    }),
    ...(here.kinds[kind] === '' ? [] : [here.kinds[kind]]),
    ...threadSaid(set, words),
    ...(tag ? [here.onlyTagged(tagged(tag.name, words))] : []),
    ...lackSaid(outlook, words),
    ...roleSaid(set, words),
    ...tagDemand(set, blog, words),
  ];
}

/** The post that shows what the next announcement will look like: the newest that the channel takes. */
const example = ({ tag }: Set, { blog }: Scene): Post | undefined =>
  tag ? tag.posts.find(post => blog.posts.includes(post)) : blog.posts[0];

/** What was set, what is missing, what the next announcement will look like, and a way to send it now. */
export function settled(set: Set, scene: Scene, words: Words): Layout {
  const { role, notify = false, locale, channel } = set.subscription;
  const post = example(set, scene);
  const { sendNewest, list } = words.announce.buttons;
  const shown = post && announcement(post, { ...(role ? { role } : {}), notify }, wordsOf(locale));
  return {
    body: [
      text(sentences(set, scene, words).join('\n')),
      ...(shown ? [text(words.announce.here.looksLike), ...specimen(shown)] : []),
    ],
    rows: buttons(
      post && button(sendNewest, { to: 'send', post: post.key, channel }),
      button(list, { to: 'announcements', page: 0 }),
    ),
  };
}

/** Whether a thread for talk is opened on what is announced there: not in threads, and not where each is a thread. */
export const takesThreads = (kind: ChannelKind): boolean => kind === 'text' || kind === 'announcement';
