import type { Waiting } from '../../../src/announce/model.ts';
import type { Words } from '../../../src/words/model.ts';
import { discordMarks, type Marks } from './marks.ts';

/** Why a post waits, or is never announced, as it stands after its title. */
export function waits(why: Waiting, words: Words, { time, user }: Marks = discordMarks): string {
  const said = words.announce.waits;
  switch (why.for) {
    case 'nothing':
      return said[why.because];
    case 'quiet':
      return said.quiet(time(why.until, 'R'));
    case 'address':
      return said.address(time(why.until, 't'));
    case 'release':
      return said.release(user(why.heldBy), time(why.since, 'R'));
    case 'sending':
      return said.sending;
  }
}
