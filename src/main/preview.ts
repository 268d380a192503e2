import { fstatSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import process from 'node:process';
import type { Announcing } from '../announce/model.ts';
import { makeBot } from '../bot/respond.ts';
import type { Page, Way } from '../config/way.ts';
import type { Config } from '../config.ts';
import { BLOG, type LiveGuild } from '../preview/guild/guild.ts';
import { makePage } from '../preview/page/server/app.ts';
import { bundle } from '../preview/page/server/bundle.ts';
import { type ServedPage, servePage } from '../preview/page/server/serve.ts';
import type { ReadingLine } from '../preview/terminal/reading.ts';
import { checkFolder } from '../tools/check/check.ts';
import { localeOf, wordsOf } from '../words/words.ts';
import { partsOf, registered, withoutLimits } from './bot.ts';
import { askedToEnd } from './ending.ts';
import { openGuild } from './guild.ts';
import { announceIn } from './guild-announcing.ts';
import { type LiveLibrary, openLibrary } from './live.ts';
import { terminalLocale } from './shell.ts';
import { converse } from './terminal.ts';

/** The folder of posts that Quoth comes with. */
const shipped = await realpath(`${import.meta.dirname}/../../content`).catch(() => undefined);

export interface PreviewPage extends ServedPage {
  /** The server that it pretends, and what tells it of new posts. */
  readonly guild: LiveGuild;
  readonly announcing: Announcing;
}

/** Serves the page that looks like a Discord channel with Quoth in it. What goes wrong in the bot is told to `warn`. */
export async function openPage(
  config: Config,
  { host, port }: Page,
  live: LiveLibrary,
  warn: (line: string) => void,
): Promise<PreviewPage> {
  const built = bundle();
  const root = (): string => live.root() ?? config.content;
  const log = {
    info: () => undefined,
    warn: (_: object, line: string) => warn(line),
    error: (_: object, line: string) => warn(line),
  };
  const bot = partsOf(config, live.library, log);
  const guildLocale = config.locale ?? localeOf(live.current().language);
  const guild = openGuild(live, guildLocale);
  const { announcing, close } = announceIn(guild, bot.library, config.announcing, log);
  const parts = { ...bot, announcing };
  const page = makePage({
    respondBy: chance => makeBot({ ...withoutLimits(parts), random: () => chance }),
    commands: registered(BLOG),
    live,
    check: async () => (await checkFolder(root(), { overrides: config.blog })).found,
    folder: config.content,
    get root() {
      // What is brought from elsewhere lies in another folder each time.
      return root();
    },
    shipped: root() === shipped,
    ...(config.locale ? { locale: config.locale } : {}),
    guildLocale,
    guild,
    announcing,
    bundle: built,
    host,
  });
  await built;
  const served = await servePage(page, host, port);
  const end = async () => {
    await served.close();
    await close();
  };
  return { url: served.url, guild, announcing, close: end };
}

/**
 * Serves the page, and answers in the terminal as well: what is typed at its prompt, or what a pipe or a file holds, to
 * its end. Where nothing can be typed, the page is served until the process is asked to end.
 */
export async function runPreview(
  named: Config,
  way: Extract<Way, { open: 'preview' }>,
  reading: ReadingLine,
): Promise<void> {
  const { source, ...local } = named;
  const config = way.folder === undefined ? named : { ...local, content: way.folder };
  const live = await openLibrary(config, reading.tell, reading.count);
  const page = await openPage(config, way, live, reading.tell);
  reading.clear();
  const { preview } = wordsOf(terminalLocale(config, live.library()));
  const silent = hasNoInput();
  // What is piped on stays free of it.
  const told = silent || process.stdout.isTTY ? process.stdout : process.stderr;
  told.write(`${preview.address(page.url)}\n`);
  await (silent ? askedToEnd() : converse(config, live.library));
  await live.close();
  await page.close();
}

/** Whether standard input is closed or /dev/null. */
function hasNoInput(): boolean {
  if (process.stdin.isTTY) return false;
  try {
    return fstatSync(0).isCharacterDevice();
  } catch {
    return true;
  }
}
