import type { Delivery, Listed, Waiting } from '../../../src/announce/model.ts';
import type { Blog, PostKey } from '../../../src/blog/model.ts';
import { postByKey } from '../../../src/blog/moved.ts';
import type { Answer, Scene } from '../../../src/bot/model.ts';
import { escapeText } from '../../../src/message/markdown/escape.ts';
import { channelMark, roleMark, timeMark, userMark } from '../../../src/message/marks.ts';
import type { Layout, Row } from '../../../src/message/model.ts';
import { button, buttons, small, text } from '../../../src/message/parts.ts';
import { cut } from '../../../src/message/shorten.ts';
import type { Words } from '../../../src/words/model.ts';
import { waits } from './waits.ts';
import type { Server } from './where.ts';

/** Channels a page, and posts that wait on it: what a message's components and characters hold at worst. */
const channelsPerPage = 4;
const mostWaiting = 3;

/** Longest parts of a line, in characters. */
const longest = { title: 60, waitingTitle: 40, tag: 40, detail: 80 } as const;

/** Most channels that a line names. */
const channelsNamed = 3;

function newestLine({ post, url, sentAt, state }: Delivery, blog: Blog, words: Words): readonly string[] {
  if (url === undefined || sentAt === undefined || state === 'withdrawn') return [];
  const title = escapeText(cut(postByKey(blog, post)?.title ?? words.announce.list.lostPost, longest.title));
  return [small(words.announce.list.newest(url, title, timeMark(sentAt, 'R')))];
}

/** What is told of a channel: what it takes, who set that, the last announcement, why nothing is sent. */
function channelText({ subscription, newest }: Listed, { blog }: Scene, words: Words): string {
  const { channel, tag, role, thread, madeBy, madeAt, paused } = subscription;
  const said = words.announce.list;
  const takes = [
    `**${channelMark(channel)}**`,
    tag === undefined
      ? said.allPosts
      : words.small.tagged(escapeText(cut(blog.byTag.get(tag)?.name ?? tag, longest.tag))),
    ...(role === undefined ? [] : [roleMark(role)]),
    ...(thread ? [said.threads] : []),
  ];
  return [
    takes.join(' · '),
    ...(paused
      ? [
          said.paused(
            paused.because,
            escapeText(cut(paused.detail, longest.detail)),
            timeMark(paused.since, 'R'),
          ),
        ]
      : []),
    small(said.madeBy(userMark(madeBy), timeMark(madeAt, 'D'))),
    ...(newest ? newestLine(newest, blog, words) : []),
  ].join('\n');
}

/** A channel where sending is paused can be tried again, or given up from elsewhere: it may be gone. */
const channelButtons = ({ subscription: { channel, paused } }: Listed, words: Words): readonly Row[] =>
  paused
    ? buttons(
        button(words.announce.buttons.resume, { to: 'resume', channel }),
        button(words.announce.buttons.stop, { to: 'stop', channel }),
      )
    : [];

/** A post that waits, why, and in which channels. */
interface Waits {
  readonly post: PostKey;
  readonly why: Waiting;
  readonly channels: readonly string[];
}

/** What waits in a server, post by post. */
function waitingIn(all: readonly Listed[]): readonly Waits[] {
  const found = new Map<PostKey, Waits>();
  for (const { subscription, waiting } of all) {
    for (const { post, why } of waiting) {
      if (why.for === 'nothing') continue;
      const channels = [...(found.get(post)?.channels ?? []), subscription.channel];
      found.set(post, { post, why: found.get(post)?.why ?? why, channels });
    }
  }
  return [...found.values()];
}

function waitingText({ post, why, channels }: Waits, all: number, { blog }: Scene, words: Words): string {
  const said = words.announce.list;
  const known = postByKey(blog, post);
  const title =
    known === undefined ? said.lostPost : words.title(escapeText(cut(known.title, longest.waitingTitle)));
  const shown = channels.slice(0, channelsNamed).map(channelMark);
  const where = said.inChannels(channels.length > shown.length ? [...shown, '…'] : shown);
  return [title, waits(why, words), ...(channels.length < all ? [where] : [])].join(' · ');
}

function waitingButtons({ post, why }: Waits, words: Words): readonly Row[] {
  const { sendNow, hold, release } = words.announce.buttons;
  if (why.for === 'sending') return [];
  return buttons(
    button(sendNow, { to: 'send', post }),
    why.for === 'release' ? button(release, { to: 'release', post }) : button(hold, { to: 'hold', post }),
  );
}

function layout(all: readonly Listed[], page: number, scene: Scene, words: Words): Layout {
  const said = words.announce.list;
  const pages = Math.ceil(all.length / channelsPerPage);
  const at = Math.min(page, pages - 1);
  const shown = all.slice(at * channelsPerPage, (at + 1) * channelsPerPage);
  const waiting = waitingIn(all);
  const more = waiting.length - mostWaiting;
  const heading = [
    `### ${said.heading(all.length)}`,
    ...(pages > 1 ? [small(words.small.page(at + 1, pages))] : []),
  ];
  return {
    body: [
      text(heading.join('\n')),
      ...shown.flatMap(one => [text(channelText(one, scene, words)), ...channelButtons(one, words)]),
      ...(waiting.length > 0 ? [text(`### ${said.waiting}`)] : []),
      ...waiting
        .slice(0, mostWaiting)
        .flatMap(one => [text(waitingText(one, all.length, scene, words)), ...waitingButtons(one, words)]),
      ...(more > 0 ? [text(small(said.moreWaiting(more)))] : []),
    ],
    rows: buttons(
      at > 0 ? button(words.buttons.previousPage, { to: 'announcements', page: at - 1 }) : undefined,
      at + 1 < pages
        ? button(words.announce.buttons.moreChannels, { to: 'announcements', page: at + 1 })
        : undefined,
    ),
  };
}

/**
 * The channels of a server that are told of new posts, at a page, and what waits there; below a sentence of Discord
 * Markdown where something was done.
 */
export async function channelsOf(
  { announcing, guild }: Server,
  scene: Scene,
  page: number,
  told?: (words: Words) => string,
): Promise<Answer> {
  const all = await announcing.list(guild);
  return {
    tone: 'answer',
    ...(told ? { done: true } : {}),
    lay: words => {
      const list: Layout =
        all.length === 0
          ? { body: [text(words.announce.list.none)], rows: [] }
          : layout(all, page, scene, words);
      return told ? { ...list, body: [text(told(words)), ...list.body] } : list;
    },
  };
}
