import { makeBot } from '../bot/respond.ts';
import type { Way } from '../config/way.ts';
import type { Config } from '../config.ts';
import { closeRest, makeRest } from '../discord/rest.ts';
import { makeApp } from '../http/app.ts';
import { serve } from '../http/serve.ts';
import { makeVerify } from '../http/verify.ts';
import { baseOf } from './base.ts';
import { partsOf } from './bot.ts';
import { callbacksOf, registerAtStart, secretsOf } from './discord.ts';
import { askedToEnd } from './ending.ts';
import { startLibrary } from './live.ts';
import { makeLog } from './log.ts';

/** Answers signed interactions over HTTP until the process is asked to end. */
export async function runHttp(config: Config, way: Extract<Way, { open: 'http' }>): Promise<void> {
  const log = makeLog(config.logLevel, secretsOf(config, way.bot, way.reach));
  const live = startLibrary(config, sentence => log.warn({}, sentence));
  // Where it rejects, that is told below.
  live.ready.catch(() => undefined);
  const parts = partsOf(config, live.library, log);
  const callbacks = callbacksOf(way.reach, parts);
  const app = makeApp({
    verify: await makeVerify(way.publicKey),
    respond: makeBot(parts),
    follow: callbacks.follow,
    ...baseOf(config, live, log),
    now: Date.now,
  });
  const ending = askedToEnd();
  const served = await serve(app, way.host, way.port);
  log.info({ url: served.url }, `listening on ${served.url}/interactions`);
  await Promise.race([live.ready, ending]);
  log.info({ posts: live.current().posts.length }, 'posts are read');

  if (way.bot) {
    const rest = makeRest(way.reach, way.bot.token);
    await registerAtStart(rest, way.bot, log);
    await closeRest(rest);
  }
  await ending;
  await served.close();
  await callbacks.close();
  await live.close();
  log.info({}, 'every answer is sent; goodbye');
}
