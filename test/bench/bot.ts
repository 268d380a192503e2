import { join } from 'node:path';
import { commands } from '../../commands/index.ts';
import { presses } from '../../commands/presses.ts';
import type { Respond } from '../../src/bot/model.ts';
import { registrations } from '../../src/bot/registration.ts';
import { makeBot } from '../../src/bot/respond.ts';
import { makeIndex } from '../../src/search/build.ts';
import { loadFolder } from '../../src/source/folder.ts';
import { discordInProcess } from '../discord/in-process.ts';

/** The shipped posts. */
const content = join(import.meta.dirname, '..', '..', 'content');

/** The commands as they are registered. */
const registered = registrations(commands);

/** The real bot over `content`. A minute passes with each answer, so that no channel is ever full of them. */
export async function benchBot(): Promise<Respond> {
  const blog = await loadFolder(content);
  const library = { blog, index: makeIndex(blog) };
  const say = (fields: object, line: string) => console.error(line, fields);
  let now = Date.now();
  return makeBot({
    commands,
    presses,
    library: () => library,
    visibility: 'auto',
    mostPublic: Number.POSITIVE_INFINITY,
    log: { info: say, warn: say, error: say },
    now: () => {
      now += 60_001;
      return now;
    },
    random: Math.random,
    wait: (ms, signal) =>
      new Promise(resolve => {
        const timer = setTimeout(resolve, ms);
        signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
      }),
  });
}

type Stage = ReturnType<typeof discordInProcess>;
type Reader = ReturnType<Stage['reader']>;

/** The interaction that the last thing makes of what a reader does, as Discord would send it. */
export async function recorded(respond: Respond, does: (reader: Reader) => Promise<unknown>) {
  const sent: Parameters<Respond>[0][] = [];
  const discord = discordInProcess({
    commands: registered,
    respond: interaction => {
      sent.push(interaction);
      return respond(interaction);
    },
  });
  await does(discord.reader({ locale: 'zh-CN' }));
  const last = sent.at(-1);
  if (last === undefined) throw new Error('The reader did nothing.');
  return last;
}
