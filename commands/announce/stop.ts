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
      const subscription = await subscriptionHere(server, scene);
      if (subscription === undefined) return said(words => words.announce.nothingHere, toList);
      const { channel } = subscription;
      await server.announcing.stop(channel);
      return done(words => words.announce.stopped(channelMark(channel)), toList);
    }),
  complete: {},
};
