import type { Response } from '../../../src/bot/model.ts';
import { makeGuild } from '../../../src/preview/guild/guild.ts';
import type { PageParts } from '../../../src/preview/page/server/app.ts';
import { READERS } from '../../../src/preview/place.ts';
import { wordsOf } from '../../../src/words/words.ts';
import { blogFrom } from '../../blog/fixture.ts';
import { commands } from '../terminal/bot.ts';

/** What a page is made of whose bot gives this reply to everything. */
export function answering(reply: Response): PageParts {
  const blog = blogFrom({});
  return {
    respondBy: () => () => Promise.resolve(reply),
    commands,
    live: { current: () => blog, onChange: () => () => undefined },
    check: () => Promise.resolve([]),
    folder: '.',
    root: '.',
    shipped: false,
    guildLocale: 'en',
    bundle: Promise.resolve({ script: '', style: '' }),
    host: '127.0.0.1',
    guild: makeGuild(wordsOf('en').preview.guild, READERS[0].user, () => 1_750_000_000_000),
  };
}
