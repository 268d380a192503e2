import { makeBlog } from '../blog/blog.ts';
import { readSettings } from '../blog/settings.ts';
import type { Library } from '../bot/model.ts';
import { makeBot } from '../bot/respond.ts';
import type { Way } from '../config/way.ts';
import type { Config } from '../config.ts';
import { closeRest, makeRest } from '../discord/rest.ts';
import { makeApp } from '../http/app.ts';
import { serve } from '../http/serve.ts';
import { makeVerify } from '../http/verify.ts';
import { makeIndex } from '../search/build.ts';
import { wordsOf } from '../words/words.ts';
import { partsOf } from './bot.ts';
import { callbacksOf, registerAtStart, secretsOf } from './discord.ts';
import { askedToEnd } from './ending.ts';
import { loadLibrary, problemsOf } from './library.ts';
import { makeLog } from './log.ts';

/** What there is before any post is read. */
function unread(): Library {
  const blog = makeBlog([], [], readSettings('').settings, Date.now());
  return { blog, index: makeIndex(blog), loading: { read: 0, total: 0 } };
}

/** Answers signed interactions over HTTP until the process is asked to end. */
export async function runHttp(config: Config, way: Extract<Way, { open: 'http' }>): Promise<void> {
  const log = makeLog(config.logLevel, secretsOf(way.bot, way.reach));
  let library = unread();
  const parts = partsOf(config, () => library, log);
  const callbacks = callbacksOf(way.reach, parts);
  const app = makeApp({
    verify: await makeVerify(way.publicKey),
    respond: makeBot(parts),
    follow: callbacks.follow,
    ready: () => library.loading === undefined,
    log,
    now: Date.now,
  });
  const ending = askedToEnd();
  const served = await serve(app, way.host, way.port);
  log.info({ url: served.url }, `listening on ${served.url}/interactions`);
  library = await loadLibrary(config, sentence => log.warn({}, sentence));
  for (const line of problemsOf(library.blog, wordsOf('en'))) log.warn({}, line);
  log.info({ posts: library.blog.posts.length }, 'posts are read');

  if (way.bot) {
    const rest = makeRest(way.reach, way.bot.token);
    await registerAtStart(rest, way.bot, log);
    await closeRest(rest);
  }
  await ending;
  await served.close();
  await callbacks.close();
  log.info({}, 'every answer is sent; goodbye');
}
