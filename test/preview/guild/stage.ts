import type { Place } from '../../../src/announce/model.ts';
import type { Post } from '../../../src/blog/model.ts';
import { announcement } from '../../../src/message/announcement.ts';
import { type LiveGuild, makeGuild } from '../../../src/preview/guild/guild.ts';
import type { Channel } from '../../../src/preview/guild/model.ts';
import { makeSender } from '../../../src/preview/guild/sender.ts';
import { APPLICATION, GUILD, READERS } from '../../../src/preview/place.ts';
import { wordsOf } from '../../../src/words/words.ts';

/** A pretended server at a standing clock, which a test moves on. */
export function makeStage() {
  const time = { now: Date.UTC(2025, 5, 13) };
  const clock = () => time.now;
  const guild = makeGuild(wordsOf('en').preview.guild, READERS[0].user, clock);
  return { time, guild, sender: makeSender(guild, APPLICATION, clock) };
}

/** The channel of this name; a test that names one that is not there is wrong. */
export function named(guild: LiveGuild, name: string): Channel {
  const found = guild.now().channels.find(channel => channel.name === name);
  if (!found) throw new Error(`There is no #${name}.`);
  return found;
}

export function placeIn(guild: LiveGuild, name: string, thread = false): Place {
  const { id, kind } = named(guild, name);
  return { guild: GUILD, channel: id, kind, thread };
}

/** A post's announcement in English, with *Notify me* where a role is named. */
export const announced = (post: Post, role?: string) =>
  announcement(post, { ...(role === undefined ? {} : { role }), notify: true }, wordsOf('en'));
