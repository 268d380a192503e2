import type { Delivery, Step } from '../../../src/announce/model.ts';
import type { Post } from '../../../src/blog/model.ts';
import type { Answer, Scene } from '../../../src/bot/model.ts';
import { escapeText } from '../../../src/message/markdown/escape.ts';
import { timeMark } from '../../../src/message/marks.ts';
import type { Row } from '../../../src/message/model.ts';
import { button, buttons, text } from '../../../src/message/parts.ts';
import { cut, shortTitle } from '../../../src/message/shorten.ts';
import type { Words } from '../../../src/words/model.ts';
import { waits } from './waits.ts';
import { type Server, subscriptionHere } from './where.ts';

/** Longest part of Discord's own words that a sentence repeats, in characters. */
const longestDetail = 200;

const detailed = (detail: string | undefined): string => escapeText(cut(detail ?? '', longestDetail));

function deliverySaid(
  { state, sentAt, since, editedAt, detail }: Delivery,
  url: string | undefined,
  words: Words,
): string {
  const { why } = words.announce;
  switch (state) {
    case 'due':
      return detail === undefined ? why.due : `${why.due} ${why.refused(detailed(detail))}`;
    case 'claimed':
      return why.claimed;
    case 'sent': {
      const sent = why.sentAt(timeMark(sentAt ?? since, 'f'), url);
      return editedAt === undefined ? sent : `${sent} ${why.editedAt(timeMark(editedAt, 'f'))}`;
    }
    case 'unsure':
      return why.unsure;
    case 'refused':
      return why.refused(detailed(detail));
    case 'withdrawn':
      return why.withdrawn;
  }
}

function stepSaid(step: Step, { blog }: Scene, words: Words): string {
  const { why, list } = words.announce;
  const tagged = (tag: string) => words.small.tagged(escapeText(cut(blog.byTag.get(tag)?.name ?? tag, 40)));
  switch (step.step) {
    case 'seen': {
      const seen = why.seen(timeMark(step.at, 'f'));
      return step.known ? `${seen} ${why.waiting(words.announce.waits.known)}` : seen;
    }
    case 'visible':
      if (step.ok) return why.visible;
      return step.until === undefined ? why.hidden : why.hiddenUntil(timeMark(step.until, 'f'));
    case 'waiting':
      return why.waiting(waits(step.why, words));
    case 'tag':
      return step.ok ? why.tagged(tagged(step.tag)) : why.untagged(tagged(step.tag));
    case 'delivery':
      return deliverySaid(step.delivery, step.url, words);
    case 'paused':
      return list.paused(step.pause.because, detailed(step.pause.detail), timeMark(step.pause.since, 'R'));
    case 'unsubscribed':
      return why.unsubscribed;
  }
}

/** What can be done about it: nothing where it is there, or on its way. */
function ways(steps: readonly Step[], { key }: Post, channel: string, words: Words): readonly Row[] {
  const { sendNow, release } = words.announce.buttons;
  const settled = (step: Step) =>
    step.step === 'delivery' && /^(?:claimed|sent|unsure|withdrawn)$/.test(step.delivery.state);
  if (steps.some(settled)) return [];
  const held = steps.some(step => step.step === 'waiting' && step.why.for === 'release');
  return buttons(
    button(sendNow, { to: 'send', post: key, channel }),
    held ? button(release, { to: 'release', post: key }) : undefined,
  );
}

/** What happened to a post in the channel where that is asked, or would happen, step by step. */
export async function whyOf(server: Server, scene: Scene, post: Post): Promise<Answer> {
  const channel = (await subscriptionHere(server, scene))?.channel ?? scene.place.channel;
  const steps = await server.announcing.why(post.key, server.guild, channel);
  return {
    tone: 'answer',
    lay: words => ({
      body: [
        text(
          [
            `### ${words.announce.why.heading(escapeText(shortTitle(post.title)))}`,
            ...steps.map((step, at) => `${at + 1}. ${stepSaid(step, scene, words)}`),
          ].join('\n'),
        ),
      ],
      rows: ways(steps, post, channel, words),
    }),
  };
}
