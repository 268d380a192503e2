import process from 'node:process';
import { makeBot } from '../bot/respond.ts';
import type { Way } from '../config/way.ts';
import type { Config } from '../config.ts';
import { closeRest, makeRest } from '../discord/rest.ts';
import { openGateway } from '../gateway/gateway.ts';
import { wordsOf } from '../words/words.ts';
import { partsOf } from './bot.ts';
import { callbacksOf, registerAtStart, secretsOf } from './discord.ts';
import { askedToEnd } from './ending.ts';
import { loadLibrary, problemsOf } from './library.ts';
import { makeLog } from './log.ts';

/** Answers over Discord's gateway until the process is asked to end, or Discord ends it for good. */
export async function runGateway(config: Config, way: Extract<Way, { open: 'gateway' }>): Promise<void> {
  const { bot } = way;
  const log = makeLog(config.logLevel, secretsOf(bot, way.reach));
  const library = await loadLibrary(config, sentence => log.warn({}, sentence));
  for (const line of problemsOf(library.blog, wordsOf('en'))) log.warn({}, line);
  log.info({ posts: library.blog.posts.length }, 'posts are read');

  const parts = partsOf(config, () => library, log);
  const callbacks = callbacksOf(way.reach, parts);
  const rest = makeRest(way.reach, bot.token);
  const ending = askedToEnd();
  const gateway = await openGateway({
    token: bot.token,
    reach: way.reach,
    respond: makeBot(parts),
    callbacks,
    log,
  });
  log.info({ servers: gateway.servers }, `connected to Discord as ${gateway.account}`);
  await registerAtStart(rest, bot, log);

  const ended = await Promise.race([ending.then(() => undefined), gateway.ended]);
  await gateway.close();
  await callbacks.close();
  await closeRest(rest);
  if (ended !== undefined) throw new Error(ended);
  log.info({}, 'every answer is posted; goodbye');
  // Where Discord is away, discord.js goes on connecting after it was told to leave.
  process.exit();
}
