import type { Delivery, Step } from '../../../src/announce/model.ts';
import type { Blog } from '../../../src/blog/model.ts';
import { cut } from '../../../src/message/shorten.ts';
import type { Words } from '../../../src/words/model.ts';
import type { Marks } from './marks.ts';
import { waits } from './waits.ts';

/** Longest part of Discord's own words that a sentence repeats, in characters. */
const longestDetail = 200;

const detailed = (detail: string | undefined, { text }: Marks): string =>
  text(cut(detail ?? '', longestDetail));

function deliverySaid(
  { state, sentAt, since, editedAt, detail }: Delivery,
  url: string | undefined,
  words: Words,
  marks: Marks,
): string {
  const { why } = words.announce;
  switch (state) {
    case 'due':
      return detail === undefined ? why.due : `${why.due} ${why.refused(detailed(detail, marks))}`;
    case 'claimed':
      return why.claimed;
    case 'sent': {
      const sent = why.sentAt(marks.time(sentAt ?? since, 'f'), url);
      return editedAt === undefined ? sent : `${sent} ${why.editedAt(marks.time(editedAt, 'f'))}`;
    }
    case 'unsure':
      return why.unsure;
    case 'refused':
      return why.refused(detailed(detail, marks));
    case 'withdrawn':
      return why.withdrawn;
  }
}

/** A step of what happened, or would happen, to a post in a channel, as a sentence. */
export function stepSaid(step: Step, blog: Pick<Blog, 'byTag'>, words: Words, marks: Marks): string {
  const { why, list } = words.announce;
  const tagged = (tag: string) => words.small.tagged(marks.text(cut(blog.byTag.get(tag)?.name ?? tag, 40)));
  switch (step.step) {
    case 'seen': {
      const seen = why.seen(marks.time(step.at, 'f'));
      return step.known ? `${seen} ${why.waiting(words.announce.waits.known)}` : seen;
    }
    case 'visible':
      if (step.ok) return why.visible;
      return step.until === undefined ? why.hidden : why.hiddenUntil(marks.time(step.until, 'f'));
    case 'waiting':
      return why.waiting(waits(step.why, words, marks));
    case 'tag':
      return step.ok ? why.tagged(tagged(step.tag)) : why.untagged(tagged(step.tag));
    case 'delivery':
      return deliverySaid(step.delivery, step.url, words, marks);
    case 'paused': {
      const { because, detail, since } = step.pause;
      return list.paused(because, detailed(detail, marks), marks.time(since, 'R'));
    }
    case 'unsubscribed':
      return why.unsubscribed;
  }
}
