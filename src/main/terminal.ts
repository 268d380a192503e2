import process from 'node:process';
import type { Library } from '../bot/model.ts';
import { makeBot } from '../bot/respond.ts';
import type { Way } from '../config/way.ts';
import type { Config } from '../config.ts';
import { lookOf } from '../preview/terminal/look.ts';
import type { ReadingLine } from '../preview/terminal/reading.ts';
import { openSession, type Session } from '../preview/terminal/session.ts';
import { wordsOf } from '../words/words.ts';
import { partsOf, registered, withoutLimits } from './bot.ts';
import { loadLibrary, problemsOf } from './library.ts';
import { terminalLocale } from './shell.ts';

/** What `npm start` shows before anything is typed. */
const opening = ['/post latest', '/insight 5', '/search long context'] as const;

/** A session in the terminal. What is wrong with posts, and with the bot, is written beside it. */
function makeSession(config: Config, library: () => Library): Session {
  const write = (line: string) => process.stderr.write(`${line}\n`);
  const locale = terminalLocale(config, library());
  problemsOf(library().blog, wordsOf(locale)).forEach(write);
  const log = {
    info: () => undefined,
    warn: (_: object, line: string) => write(line),
    error: (fields: object, line: string) => {
      write(line);
      if ('err' in fields) write(String(fields.err instanceof Error ? fields.err.stack : fields.err));
    },
  };
  const { timezone } = library().blog.settings;
  return openSession({
    respond: makeBot(withoutLimits(partsOf(config, library, log))),
    commands: registered(),
    locale: locale === 'en' ? 'en-US' : locale,
    clock: Date.now,
    words: wordsOf(locale).terminal,
    input: process.stdin,
    output: process.stdout,
    look: () => lookOf(process.stdout, process.env, { locale, timezone, now: Date.now() }),
  });
}

/** Answers in the terminal: the opening lines, then what is typed or piped in. */
export async function converse(config: Config, library: () => Library): Promise<void> {
  await makeSession(config, library).run(opening);
}

/** Answers one line; ends with 1 where there was nothing to ask. */
export async function runSay(
  config: Config,
  { line, json }: Extract<Way, { open: 'say' }>,
  reading: ReadingLine,
): Promise<void> {
  const library = await loadLibrary(config, reading.tell, reading.count);
  reading.clear();
  const session = makeSession(config, () => library);
  if (!(await session.say(line, { json }))) process.exitCode = 1;
}
