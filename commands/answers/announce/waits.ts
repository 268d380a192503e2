import type { Waiting } from '../../../src/announce/model.ts';
import { timeMark, userMark } from '../../../src/message/marks.ts';
import type { Words } from '../../../src/words/model.ts';

/** Why a post waits, or is never announced, as it stands after its title. */
export function waits(why: Waiting, words: Words): string {
  const said = words.announce.waits;
  switch (why.for) {
    case 'nothing':
      return said[why.because];
    case 'quiet':
      return said.quiet(timeMark(why.until, 'R'));
    case 'address':
      return said.address(timeMark(why.until, 't'));
    case 'release':
      return said.release(userMark(why.heldBy), timeMark(why.since, 'R'));
    case 'sending':
      return said.sending;
  }
}
