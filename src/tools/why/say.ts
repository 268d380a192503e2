import type { Marks } from '../../../commands/answers/announce/marks.ts';
import { stepSaid } from '../../../commands/answers/announce/steps.ts';
import type { Step, Subscription } from '../../announce/model.ts';
import type { Blog } from '../../blog/model.ts';
import type { Locale, Words } from '../../words/model.ts';
import { plain } from '../plain.ts';
import type { Meant } from './named.ts';

/** What happened to a post in a channel that is told of new posts, or would happen. */
export interface Told {
  readonly subscription: Subscription;
  readonly steps: readonly Step[];
}

/** Sentences on a terminal: moments by the blog's zone, people by their ids. */
function terminalMarks(locale: Locale, timeZone: string): Marks {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return { time: moment => format.format(moment), user: id => `@${id}`, text: text => text };
}

/** What is said in bold in Discord is said without stars. */
const unmarked = (sentence: string): string => sentence.replaceAll('**', '');

/**
 * What happened, or would happen, to a post, as lines: what is so in every channel first, then each channel by its
 * address with what is so there.
 *
 * @param everywhere the steps that need no channel
 */
export function whyLines(
  { title, path, problem }: Meant,
  everywhere: readonly Step[],
  channels: readonly Told[],
  { blog, words, locale }: { readonly blog: Blog; readonly words: Words; readonly locale: Locale },
): readonly string[] {
  const marks = terminalMarks(locale, blog.settings.timezone);
  const said = (steps: readonly Step[]) => steps.map(step => unmarked(stepSaid(step, blog, words, marks)));
  const shared = said(everywhere);
  const { tools } = words.announce;
  const isSeen = everywhere.some(({ step }) => step === 'seen');
  const head = [
    ...(problem ? [words.problems[problem.code](problem.reason ?? problem.detail ?? '')] : []),
    ...shared,
    ...(isSeen ? [] : [tools.unseen]),
  ];
  return [
    title === undefined ? path : `${words.title(title)} ${path}`,
    ...head.map(line => `  ${line}`),
    ...(channels.length === 0 ? [tools.noChannel] : []),
    ...channels.flatMap(({ subscription: { guild, channel }, steps }) => [
      `https://discord.com/channels/${guild}/${channel}`,
      ...said(steps)
        .filter(line => !shared.includes(line))
        .map(line => `  ${line}`),
    ]),
  ].map(plain);
}
