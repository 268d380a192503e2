import process from 'node:process';
import { makeBot } from '../bot/respond.ts';
import type { Way } from '../config/way.ts';
import type { Config } from '../config.ts';
import { closeRest, makeRest } from '../discord/rest.ts';
import { openGateway } from '../gateway/gateway.ts';
import type { Shards } from '../gateway/line.ts';
import { makeBase } from '../http/app.ts';
import { announcingParts } from './announcing.ts';
import { baseOf } from './base.ts';
import { registered } from './bot.ts';
import { callbacksOf } from './discord.ts';
import { askedToEnd, inTime } from './ending.ts';
import { shareHints } from './hints.ts';
import { listen } from './listen.ts';
import { startLibrary } from './live.ts';
import { makeLog } from './log.ts';
import { makeDatabaseFolder } from './needed-folders.ts';
import { registerAtStart } from './registering.ts';
import { survive } from './survive.ts';
import { Unfit } from './unfit.ts';
import { watch } from './watching.ts';

/** Answers over Discord's gateway until the process is asked to end, or Discord lets the bot in no longer. */
export async function runGateway(config: Config, way: Extract<Way, { open: 'gateway' }>): Promise<void> {
  const { bot } = way;
  makeDatabaseFolder(config.announcing.database);
  const ending = askedToEnd().then(() => undefined);
  const log = makeLog(config.logLevel);
  const { metrics, measure, logOf, watched, serve } = watch(config, log);
  survive(logOf('unforeseen'));
  const live = startLibrary(config, sentence => logOf('content').warn({}, sentence));
  measure(live);
  /** Rejects where the posts cannot be read, and never resolves. */
  const unreadable = live.ready.then(() => {
    log.info({ posts: live.current().posts.length }, 'posts are read');
    return new Promise<never>(() => undefined);
  });

  // What listens does so before the gateway opens.
  let shards = (): Shards => ({ count: 0, lost: [] });
  const hints = shareHints(config, live, logOf('content'));
  const told = { ...live, hurry: hints.hurry };
  const base = { ...baseOf(config, told, logOf('server'), metrics), gateway: () => shards() };
  const admin = way.listen && (await Promise.race([serve(way.listen.host, base), unreadable]));
  // What listens beside that is for a webhook to post to.
  const hooked = config.hook && way.listen;
  const served = hooked && (await Promise.race([listen(makeBase(base), hooked), unreadable]));
  if (served) log.info({ url: served.url }, `listening on ${served.url}/hooks/content`);
  const announcing = announcingParts(config, way, live, logOf('announcing'));
  metrics.ofStore(announcing.census);
  const parts = { ...announcing.parts, log: logOf('answering') };
  const callbacks = callbacksOf(way.reach, { ...parts, log: logOf('posting') });
  const rest = makeRest(way.reach, bot.token);
  const gateway = openGateway({
    token: bot.token,
    reach: way.reach,
    respond: watched(makeBot(parts)),
    callbacks,
    log: logOf('gateway'),
  });
  shards = gateway.shards;
  metrics.ofGateway(shards);
  const leaving = new AbortController();
  const registration = gateway.ready.then(async ({ name, servers }) => {
    log.info({ servers }, `connected to Discord as ${name}`);
    const [{ turns }, commands] = [announcing, registered(config.announcing.home)];
    const registering = { rest, bot, reach: way.reach, commands, turns, log: logOf('registering') };
    await registerAtStart(registering, leaving.signal);
    return ending;
  });

  const why = await Promise.race([ending, gateway.ended, unreadable, registration]);
  leaving.abort();
  const close = async (): Promise<void> => {
    await Promise.all([served?.close(), hints.close(), gateway.close(), announcing.close()]);
    await callbacks.close();
    await closeRest(rest);
    await live.close();
    await admin?.close();
  };
  await inTime(close(), log);
  if (why !== undefined) throw new Unfit(why);
  process.exit();
}
