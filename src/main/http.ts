import process from 'node:process';
import { makeBot } from '../bot/respond.ts';
import type { Way } from '../config/way.ts';
import type { Config } from '../config.ts';
import { closeRest, makeRest } from '../discord/rest.ts';
import { makeApp } from '../http/app.ts';
import { makeVerify } from '../http/verify.ts';
import { announcingParts } from './announcing.ts';
import { baseOf } from './base.ts';
import { partsOf, registered } from './bot.ts';
import { countAlone } from './counting.ts';
import { callbacksOf } from './discord.ts';
import { askedToEnd, inTime } from './ending.ts';
import { shareHints } from './hints.ts';
import { listen } from './listen.ts';
import { startLibrary } from './live.ts';
import { makeLog } from './log.ts';
import { makeDatabaseFolder } from './needed-folders.ts';
import { registerAtStart } from './registering.ts';
import { survive } from './survive.ts';
import { watch } from './watching.ts';

/** Answers signed interactions over HTTP until the process is asked to end. */
export async function runHttp(config: Config, way: Extract<Way, { open: 'http' }>): Promise<void> {
  if (way.bot) makeDatabaseFolder(config.announcing.database);
  const ending = askedToEnd();
  const log = makeLog(config.logLevel);
  const { metrics, measure, logOf, watched, serve } = watch(config, log);
  survive(logOf('unforeseen'));
  const live = startLibrary(config, sentence => logOf('content').warn({}, sentence));
  measure(live);
  // Where it rejects, that is told below.
  live.ready.catch(() => undefined);
  const { bot, reach } = way;
  const announcing = bot && announcingParts(config, { bot, reach }, live, logOf('announcing'));
  if (announcing) metrics.ofStore(announcing.census);
  const counting = announcing ? undefined : countAlone(config.announcing.database, logOf('counting'));
  const answering = announcing?.parts ?? { ...partsOf(config, live.library, log), missed: counting?.missed };
  const parts = { ...answering, log: logOf('answering') };
  const callbacks = callbacksOf(way.reach, { ...parts, log: logOf('posting') });
  const hints = shareHints(config, live, logOf('content'));
  const base = baseOf(config, { ...live, hurry: hints.hurry }, logOf('server'), metrics);
  const app = makeApp({
    verify: await makeVerify(way.publicKey),
    respond: watched(makeBot(parts)),
    follow: callbacks.follow,
    ...base,
    now: Date.now,
  });
  const admin = await serve(way.host, base);
  const served = await listen(app, way);
  log.info({ url: served.url }, `listening on ${served.url}/interactions`);
  await Promise.race([live.ready, ending]);
  log.info({ posts: live.current().posts.length }, 'posts are read');

  const leaving = new AbortController();
  const rest = bot && makeRest(reach, bot.token);
  const [turns, commands] = [announcing?.turns, registered(config.announcing.home)];
  const registering =
    bot &&
    rest &&
    turns &&
    registerAtStart({ rest, bot, reach, commands, turns, log: logOf('registering') }, leaving.signal);
  await ending;
  leaving.abort();
  const close = async (): Promise<void> => {
    await Promise.all([served.close(), hints.close(), announcing?.close(), counting?.close()]);
    await callbacks.close();
    if (rest) await closeRest(rest);
    await registering;
    await live.close();
    await admin?.close();
  };
  await inTime(close(), log);
  process.exit();
}
