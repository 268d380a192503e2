import type { Step } from '../../../src/announce/model.ts';
import type { Post } from '../../../src/blog/model.ts';
import type { Answer, Scene } from '../../../src/bot/model.ts';
import { escapeText } from '../../../src/message/markdown/escape.ts';
import type { Row } from '../../../src/message/model.ts';
import { button, buttons, text } from '../../../src/message/parts.ts';
import { shortTitle } from '../../../src/message/shorten.ts';
import type { Words } from '../../../src/words/model.ts';
import { discordMarks } from './marks.ts';
import { stepSaid } from './steps.ts';
import { type Server, subscriptionHere } from './where.ts';

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
            ...steps.map((step, at) => `${at + 1}. ${stepSaid(step, scene.blog, words, discordMarks)}`),
          ].join('\n'),
        ),
      ],
      rows: ways(steps, post, channel, words),
    }),
  };
}
