import process from 'node:process';
import { makeBot } from '../bot/respond.ts';
import type { Listen, Way } from '../config/way.ts';
import type { Config } from '../config.ts';
import { closeRest, makeRest } from '../discord/rest.ts';
import { openGateway } from '../gateway/gateway.ts';
import { type BaseOptions, makeBase } from '../http/app.ts';
import { type Served, serve } from '../http/serve.ts';
import { baseOf } from './base.ts';
import { partsOf } from './bot.ts';
import { callbacksOf, registerAtStart, secretsOf } from './discord.ts';
import { askedToEnd } from './ending.ts';
import { startLibrary } from './live.ts';
import { makeLog } from './log.ts';

/** Opens the server that a webhook posts to. */
const listen = ({ host, port }: Listen, options: BaseOptions): Promise<Served> =>
  serve(makeBase(options), host, port);

/** Answers over Discord's gateway until the process is asked to end, or Discord ends it for good. */
export async function runGateway(config: Config, way: Extract<Way, { open: 'gateway' }>): Promise<void> {
  const { bot } = way;
  const log = makeLog(config.logLevel, secretsOf(config, bot, way.reach));
  const live = startLibrary(config, sentence => log.warn({}, sentence));
  /** Rejects where the posts cannot be read, and never resolves. */
  const unreadable = live.ready.then(() => {
    log.info({ posts: live.current().posts.length }, 'posts are read');
    return new Promise<never>(() => undefined);
  });

  const served =
    way.listen && (await Promise.race([listen(way.listen, baseOf(config, live, log)), unreadable]));
  if (served) log.info({ url: served.url }, `listening on ${served.url}/hooks/content`);
  const parts = partsOf(config, live.library, log);
  const callbacks = callbacksOf(way.reach, parts);
  const rest = makeRest(way.reach, bot.token);
  const ending = askedToEnd();
  const opening = openGateway({
    token: bot.token,
    reach: way.reach,
    respond: makeBot(parts),
    callbacks,
    log,
  });
  const gateway = await Promise.race([opening, unreadable]);
  log.info({ servers: gateway.servers }, `connected to Discord as ${gateway.account}`);
  await Promise.race([registerAtStart(rest, bot, log), unreadable]);

  const ended = await Promise.race([ending.then(() => undefined), gateway.ended, unreadable]);
  await served?.close();
  await gateway.close();
  await callbacks.close();
  await closeRest(rest);
  await live.close();
  if (ended !== undefined) throw new Error(ended);
  log.info({}, 'every answer is posted; goodbye');
  // Where Discord is away, discord.js goes on connecting after it was told to leave.
  process.exit();
}
