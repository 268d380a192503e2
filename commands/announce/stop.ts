import type { Action } from '../../src/bot/model.ts';
import { channelMark } from '../../src/message/marks.ts';
import { button, buttons } from '../../src/message/parts.ts';
import type { Words } from '../../src/words/model.ts';
import { done, said } from '../answers/announce/said.ts';
import { subscriptionHere, withServer } from '../answers/announce/where.ts';

const toList = (words: Words) =>
  buttons(button(words.announce.buttons.list, { to: 'announcements', page: 0 }));

/** `/announce stop`: the channel, or the forum of the thread, is told of no more posts. */
export const stop: Action = {
  describe: words => words.announce.commands.stop,
  options: [],
  seenBy: 'asker',
  answer: scene =>
    withServer(scene, async server => {
      const { announcing } = server;
      // What follows is told in Discord's own settings to do so no more.
      const withWay = (sentence: string, words: Words) =>
        announcing.follow ? `${sentence}\n${words.announce.follow.unfollowToo}` : sentence;
      const subscription = await subscriptionHere(server, scene);
      if (subscription === undefined)
        return said(words => withWay(words.announce.nothingHere, words), toList);
      const { channel } = subscription;
      await announcing.stop(channel);
      return done(words => withWay(words.announce.stopped(channelMark(channel)), words), toList);
    }),
  complete: {},
};
