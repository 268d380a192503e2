import { commands } from '../../commands/index.ts';
import { presses } from '../../commands/presses.ts';
import type { Blog } from '../../src/blog/model.ts';
import { mostPublic } from '../../src/bot/flood.ts';
import type { Library, Parts, Respond } from '../../src/bot/model.ts';
import { registrations } from '../../src/bot/registration.ts';
import { makeBot } from '../../src/bot/respond.ts';
import { makeIndex } from '../../src/search/build.ts';
import { loadFolder } from '../../src/source/folder.ts';
import { makeClock } from '../discord/clock.ts';
import { discordInProcess, type InProcess } from '../discord/in-process.ts';

/** The shipped post, as `npm start` serves it. */
export const shipped = await loadFolder('content');

/** The shipped post with an address. */
export const shippedOnSite = await loadFolder('content', { url: 'https://blog.example' });

/** A log line that the bot wrote. */
export interface Line {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: object;
  readonly line: string;
}

/**
 * The whole bot on a blog, in a fake Discord without sockets. `serve` swaps the blog, as a change on disk does.
 * @param changed parts in the place of the tests' own
 * @param isFollowed whether there is a home channel that others may follow
 */
export function stage(
  first: Blog,
  changed: Partial<Parts> | ((discord: InProcess) => Partial<Parts>) = {},
  isFollowed = false,
) {
  const lines: Line[] = [];
  const write = (level: Line['level']) => (fields: object, line: string) => {
    lines.push({ level, fields, line });
  };
  const clock = makeClock();
  let respond: Respond;
  const discord = discordInProcess({
    respond: interaction => respond(interaction),
    commands: registrations(commands, isFollowed),
    clock,
  });
  let library: Library = { blog: first, index: makeIndex(first) };
  const parts: Parts = {
    commands,
    presses,
    library: () => library,
    visibility: 'auto',
    mostPublic,
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    now: clock.now,
    random: () => 0,
    wait: () => new Promise(() => undefined),
    ...(typeof changed === 'function' ? changed(discord) : changed),
  };
  respond = makeBot(parts);
  const serve = (blog: Blog, loading?: Library['loading']) => {
    library = { blog, index: makeIndex(blog), ...(loading ? { loading } : {}) };
  };
  return { discord, lines, serve };
}

/** A Chinese reader in a Chinese Community server, and an English one in an ordinary server. */
export function readers(discord: ReturnType<typeof stage>['discord']) {
  const chinese = discord.channel(discord.guild({ locale: 'zh-CN', community: true }), 'general');
  return {
    ming: discord.reader({ name: 'Ming', locale: 'zh-CN', in: chinese }),
    mei: discord.reader({ name: 'Mei', locale: 'zh-TW', in: chinese }),
    ann: discord.reader({ name: 'Ann', locale: 'en-US', in: chinese }),
    bob: discord.reader({ name: 'Bob', locale: 'en-US' }),
  };
}
