import type { Command } from '../../src/bot/model.ts';
import { here } from './here.ts';
import { list } from './list.ts';
import { now } from './now.ts';
import { stop } from './stop.ts';
import { test } from './test.ts';
import { why } from './why.ts';

/** `/announce`: which channels are told of new posts. */
export const announce: Command = {
  kind: 'group',
  name: 'announce',
  forManagers: true,
  describe: words => words.announce.commands.announce,
  actions: { here, now, list, stop, test, why },
};
