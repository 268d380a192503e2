import type { Following } from '../../../src/announce/model.ts';
import type { Answer, Given, Scene } from '../../../src/bot/model.ts';
import type { Words } from '../../../src/words/model.ts';
import { done, said } from './said.ts';
import { lacks, type Server } from './where.ts';

/** Why a channel does not follow the home channel. */
function refusal(following: Following): ((words: Words) => string) | undefined {
  switch (following.is) {
    case 'following':
    case 'already':
      return undefined;
    case 'lacking':
      return lacks(following);
    case 'otherKind':
      return words => words.announce.follow.otherKind;
    case 'home':
      return words => words.announce.follow.isHome;
    case 'full':
      return words => words.announce.follow.full;
    case 'lostHome':
      return words => words.announce.follow.lostHome(following.detail);
    default:
      return following satisfies never;
  }
}

/** Has the place follow the home channel, in the place of what was set for it. */
export async function followHome(
  { announcing, guild }: Server,
  { place }: Scene,
  { tag, role, thread = false }: Given,
): Promise<Answer> {
  if (!announcing.follow) return said(words => words.announce.follow.noHome);
  if (tag !== undefined || role !== undefined || thread)
    return said(words => words.announce.follow.everyPost);
  const following = await announcing.follow(guild, place.channel);
  const why = refusal(following);
  if (why) return said(why);
  const before = await announcing.stop(place.channel);
  return done(({ announce: { follow } }) =>
    [
      following.is === 'already' ? follow.already : follow.set,
      ...(before ? [follow.instead] : []),
      follow.unfollow,
    ].join('\n'),
  );
}
