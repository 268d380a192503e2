import type { Action } from '../../src/bot/model.ts';
import { channelsOf } from '../answers/announce/channels.ts';
import { withServer } from '../answers/announce/where.ts';

/** `/announce list`: the channels of the server that are told of new posts, and what waits. */
export const list: Action = {
  describe: words => words.announce.commands.list,
  options: [],
  seenBy: 'asker',
  answer: scene => withServer(scene, server => channelsOf(server, scene, 0)),
  complete: {},
};
