import type { Command } from '../../src/bot/model.ts';
import { insights } from './insights.ts';
import { latest } from './latest.ts';
import { list } from './list.ts';
import { random } from './random.ts';
import { section } from './section.ts';
import { show } from './show.ts';

/** `/post`: its subcommands stand in Discord's picker in this order. */
export const post: Command = {
  kind: 'group',
  name: 'post',
  describe: words => words.commands.post,
  actions: { latest, show, list, section, insights, random },
};
