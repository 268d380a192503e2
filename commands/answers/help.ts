import type { Answer, Scene } from '../../src/bot/model.ts';
import { help } from '../../src/message/help.ts';

/** What there is. */
export const helpOf = ({ blog, managesServer, announcing }: Scene): Answer => ({
  tone: 'answer',
  route: { to: 'help' },
  lay: words => help(blog, managesServer && announcing !== undefined, words),
});
