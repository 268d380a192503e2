import type { SendNow } from '../../../src/announce/model.ts';
import type { Post, PostKey } from '../../../src/blog/model.ts';
import { postByKey } from '../../../src/blog/moved.ts';
import type { Answer, Scene } from '../../../src/bot/model.ts';
import { escapeText } from '../../../src/message/markdown/escape.ts';
import { channelMark } from '../../../src/message/marks.ts';
import { cut } from '../../../src/message/shorten.ts';
import type { Words } from '../../../src/words/model.ts';
import { channelsOf } from './channels.ts';
import { done, said } from './said.ts';
import { type Server, subscriptionHere, wayTo } from './where.ts';

/** Longest part of Discord's own words that a sentence repeats, in characters. */
const longestDetail = 200;

/** What came of sending, in a sentence. */
export function outcome(result: SendNow, words: Words): string {
  const { sent } = words.announce;
  const detailed = (detail: string) => escapeText(cut(detail, longestDetail));
  switch (result.now) {
    case 'sent':
      return sent.done(result.url);
    case 'already':
      return sent.already(result.url);
    case 'later':
      return sent.later(detailed(result.detail));
    case 'refused':
      return sent.refused(result.pause.because, detailed(result.pause.detail));
  }
}

/** Announces a post in a channel of the server now; says why where that cannot be. */
async function sendIn(server: Server, scene: Scene, key: PostKey, channel: string): Promise<Answer> {
  const all = await server.announcing.list(server.guild);
  const subscription =
    all.find(one => one.subscription.channel === channel)?.subscription ??
    (await subscriptionHere(server, scene));
  const known = subscription?.channel === channel || channel === scene.place.channel;
  if (!known) return said(words => words.announce.nothingHere);
  const way = await wayTo(server, subscription?.channel ?? channel, subscription);
  if ('why' in way) return said(way.why);
  const result = await server.announcing.send(key, way.to, subscription);
  return done(words => outcome(result, words));
}

/** Announces a post where it is asked for. */
export const sendHere = (server: Server, scene: Scene, post: Post): Promise<Answer> =>
  sendIn(server, scene, post.key, scene.place.channel);

/** Announces a post now: in one channel of the server, else wherever it waits there. */
export async function send(
  server: Server,
  scene: Scene,
  { post: key, channel }: { readonly post: PostKey; readonly channel?: string },
): Promise<Answer> {
  if (channel !== undefined) return sendIn(server, scene, key, channel);
  const { announcing, guild } = server;
  const results: (readonly [string, SendNow])[] = [];
  for (const { subscription, waiting } of await announcing.list(guild)) {
    const { channel: to, kind, thread } = subscription;
    if (!waiting.some(({ post, why }) => post === key && why.for !== 'nothing')) continue;
    results.push([to, await announcing.send(key, { guild, channel: to, kind, thread }, subscription)]);
  }
  const title = postByKey(scene.blog, key)?.title ?? '';
  const told = (words: Words): string =>
    results.length === 0
      ? words.announce.sent.nowhere(escapeText(cut(title, 60)))
      : results.map(([to, result]) => `${channelMark(to)}: ${outcome(result, words)}`).join('\n');
  return channelsOf(server, scene, 0, told);
}
