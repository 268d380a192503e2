import type { PostKey } from '../../../src/blog/model.ts';
import { postByKey } from '../../../src/blog/moved.ts';
import type { Answer, Scene } from '../../../src/bot/model.ts';
import { escapeText } from '../../../src/message/markdown/escape.ts';
import { channelMark, roleMark } from '../../../src/message/marks.ts';
import { shortTitle } from '../../../src/message/shorten.ts';
import type { Words } from '../../../src/words/model.ts';
import { channelsOf } from './channels.ts';
import { done, said } from './said.ts';
import type { Server } from './where.ts';

function titleOf({ blog }: Scene, key: PostKey, words: Words): string {
  const post = postByKey(blog, key);
  return post === undefined ? words.announce.list.lostPost : escapeText(shortTitle(post.title));
}

/** Keeps a post from being announced in this server, and shows what waits now. */
export async function hold(server: Server, scene: Scene, post: PostKey): Promise<Answer> {
  await server.announcing.hold(post, server.guild, scene.place.reader);
  return channelsOf(server, scene, 0, words => words.announce.held(titleOf(scene, post, words)));
}

/** Lets a post be announced in this server that somebody held. */
export async function release(server: Server, scene: Scene, post: PostKey): Promise<Answer> {
  await server.announcing.release(post, server.guild);
  return channelsOf(server, scene, 0, words => words.announce.released(titleOf(scene, post, words)));
}

/** Does something about a channel that is subscribed in this server; a custom_id may name any other. */
async function withChannel(server: Server, channel: string, then: () => Promise<Answer>): Promise<Answer> {
  const all = await server.announcing.list(server.guild);
  return all.some(({ subscription }) => subscription.channel === channel)
    ? then()
    : said(words => words.announce.nothingHere);
}

/** Tries again where sending was paused. */
export const resume = (server: Server, scene: Scene, channel: string): Promise<Answer> =>
  withChannel(server, channel, async () => {
    await server.announcing.resume(channel);
    return channelsOf(server, scene, 0, words => words.announce.resumed(channelMark(channel)));
  });

/** Ends the subscription of a channel. */
export const stop = (server: Server, scene: Scene, channel: string): Promise<Answer> =>
  withChannel(server, channel, async () => {
    await server.announcing.stop(channel);
    return channelsOf(server, scene, 0, words => words.announce.stopped(channelMark(channel)));
  });

/** Gives the reader the role that announcements mention, or takes it back. */
export async function toggle({ announcing, guild }: Server, { place }: Scene, role: string): Promise<Answer> {
  const now = await announcing.notify(guild, place.reader, role);
  if (now === 'away') return said(words => words.announce.outOfReach);
  return done(words => words.announce[now](roleMark(role)));
}
