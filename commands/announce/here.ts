import type { ChannelKind, Outlook, Subscription } from '../../src/announce/model.ts';
import type { Tag } from '../../src/blog/model.ts';
import type { Action, Answer, Given, Scene } from '../../src/bot/model.ts';
import { escapeText } from '../../src/message/markdown/escape.ts';
import { cut } from '../../src/message/shorten.ts';
import { findTag } from '../../src/search/find.ts';
import type { Words } from '../../src/words/model.ts';
import { followHome } from '../answers/announce/follow.ts';
import { said } from '../answers/announce/said.ts';
import { settled, takesThreads } from '../answers/announce/set.ts';
import { lacks, type Server, withServer } from '../answers/announce/where.ts';
import { shown } from '../answers/post.ts';
import { completeTag } from '../complete.ts';

/** Most tags that a sentence names. */
const tagsNamed = 10;

/** The tag that was typed; the sentence that refuses it where no post has it, since a guess may tell of nothing ever. */
function tagFor(
  { blog }: Scene,
  typed: string | undefined,
): { readonly tag: Tag | undefined } | { readonly refused: Answer } {
  if (typed === undefined) return { tag: undefined };
  const found = findTag(blog, typed);
  if (found?.exact) return { tag: found.value };
  const near = found ? [found.value] : [...blog.byTag.values()].slice(0, tagsNamed);
  const names = near.map(({ name }) => escapeText(cut(name, 40)));
  return { refused: said(words => words.announce.here.noSuchTag(escapeText(shown(typed)), names)) };
}

/** Why a channel cannot be subscribed, or not with that role. */
function refusal(outlook: Outlook, role: string | undefined): ((words: Words) => string) | undefined {
  if (outlook.kind === 'other') {
    return outlook.missing.length > 0 ? lacks(outlook) : words => words.announce.here.otherKind;
  }
  if (role === undefined) return undefined;
  if (outlook.role === undefined) return words => words.announce.here.noSuchRole;
  return outlook.role.everyone ? words => words.announce.here.everyone : undefined;
}

function subscriptionOf(
  { place, now }: Scene,
  guild: string,
  kind: ChannelKind,
  outlook: Outlook,
  { thread = false, tag }: { readonly thread?: boolean; readonly tag: Tag | undefined },
): Subscription {
  const { channel, role } = outlook;
  return {
    channel,
    guild,
    kind,
    ...(tag ? { tag: tag.folded } : {}),
    ...(role ? { role: role.id, notify: role.manageable } : {}),
    thread: thread && takesThreads(kind),
    locale: place.locale,
    madeBy: place.reader,
    madeAt: now,
  };
}

/**
 * Subscribes the place. What only keeps announcements from appearing as they should (permissions, a role out of reach,
 * a tag that a forum demands) is said and does not stand in the way: nothing has to be typed again once it is mended.
 */
async function subscribe({ announcing, guild }: Server, scene: Scene, given: Given): Promise<Answer> {
  const asked = tagFor(scene, given.tag);
  if ('refused' in asked) return asked.refused;
  const { tag } = asked;
  const { thread = false } = given;
  const outlook = await announcing.look(guild, scene.place.channel, given.role, thread);
  const { kind } = outlook;
  const why = refusal(outlook, given.role);
  if (why) return said(why);
  if (kind === 'other') return said(words => words.announce.here.otherKind);
  const subscription = subscriptionOf(scene, guild, kind, outlook, { thread, tag });
  await announcing.subscribe(subscription);
  const set = { subscription, outlook, tag, wantsThread: thread, after: announcing.after };
  return { tone: 'answer', done: true, lay: words => settled(set, scene, words) };
}

/**
 * `/announce here`: the channel, or the forum of the thread, is told of new posts from now on, or follows the home
 * channel.
 */
export const here: Action = {
  describe: words => words.announce.commands.here,
  options: [
    { name: 'tag', required: false },
    { name: 'role', required: false },
    { name: 'thread', required: false },
    { name: 'follow', required: false },
  ],
  seenBy: 'asker',
  answer: (scene, given) =>
    withServer(scene, server => (given.follow ? followHome : subscribe)(server, scene, given)),
  complete: { tag: completeTag },
};
