import type { Command } from '../src/bot/model.ts';
import { helpOf } from './answers/help.ts';

/** `/help`: what there is. */
export const help: Command = {
  kind: 'slash',
  name: 'help',
  action: {
    describe: words => words.commands.help,
    options: [],
    seenBy: 'asker',
    answer: helpOf,
    complete: {},
  },
};
