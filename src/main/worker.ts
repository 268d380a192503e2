import process from 'node:process';
import type { Way } from '../config/way.ts';
import type { Config } from '../config.ts';
import type { ReadingLine } from '../preview/terminal/reading.ts';
import { withComing } from '../source/packed/libraries.ts';
import { buildWorker, sayFit } from '../tools/worker/build.ts';
import { wordsOf } from '../words/words.ts';
import { loadLibrary, problemsOf } from './library.ts';

/** So often posts' times may come before the Worker must be built anew; each costs a part of its start. */
const mostComing = 3;

/** Builds the Worker of the posts as they are now. Throws where they are more than Cloudflare takes. */
export async function runWorker(
  config: Config,
  { folder }: Extract<Way, { open: 'worker' }>,
  reading: ReadingLine,
): Promise<void> {
  const { blog } = await loadLibrary(config, reading.tell, reading.count);
  reading.clear();
  for (const problem of problemsOf(blog, wordsOf('en'))) process.stderr.write(`${problem}\n`);
  const { locale, visibility, fairUse, logsQueries, announcing } = config;
  const { after, within, home } = announcing;
  const settings = {
    ...(locale === undefined ? {} : { locale }),
    visibility,
    ...(fairUse === undefined ? {} : { fairUse }),
    logsQueries,
    announcing: { after, within, ...(home === undefined ? {} : { home }) },
  };
  const size = await buildWorker(withComing(blog, mostComing), settings, folder);
  process.stdout.write(`${sayFit(blog.posts.length, size)}\n`);
}
