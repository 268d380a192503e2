import type { Action } from '../../src/bot/model.ts';
import { done, said } from '../answers/announce/said.ts';
import { outcome } from '../answers/announce/send.ts';
import { subscriptionHere, wayTo, withServer } from '../answers/announce/where.ts';

/** `/announce test`: what the next announcement will look like, sent, and mentioning nobody. */
export const test: Action = {
  describe: words => words.announce.commands.test,
  options: [],
  seenBy: 'asker',
  answer: scene =>
    withServer(scene, async server => {
      const subscription = await subscriptionHere(server, scene);
      const { channel, locale } = subscription ?? scene.place;
      const way = await wayTo(server, channel, subscription);
      if ('why' in way) return said(way.why);
      const result = await server.announcing.test(way.to, locale);
      return done(words =>
        result.now === 'sent' ? words.announce.sent.test(result.url) : outcome(result, words),
      );
    }),
  complete: {},
};
