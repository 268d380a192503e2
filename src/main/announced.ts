import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { linksOf } from '../announce/links.ts';
import { contentOf } from '../announce/sight.ts';
import type { Store } from '../announce/store.ts';
import { whyEverywhere, whyOf } from '../announce/why.ts';
import type { Blog } from '../blog/model.ts';
import { withFormerKeys } from '../bot/former-keys.ts';
import type { Way } from '../config/way.ts';
import type { Config } from '../config.ts';
import type { ReadingLine } from '../preview/terminal/reading.ts';
import { openStore } from '../store/open.ts';
import { linkLines, linksJson } from '../tools/links/report.ts';
import { plain } from '../tools/plain.ts';
import { meantBy } from '../tools/why/named.ts';
import { whyLines } from '../tools/why/say.ts';
import type { Locale } from '../words/model.ts';
import { wordsOf } from '../words/words.ts';
import { loadLibrary } from './library.ts';
import { terminalLocale } from './shell.ts';

/** What is asked about announcements in the terminal. */
interface Asked {
  readonly blog: Blog;
  readonly store: Store;
  readonly locale: Locale;
}

/** Reads the posts and opens the database, prints what `lines` gives, and closes it. */
async function answer(
  config: Config,
  reading: ReadingLine,
  lines: (asked: Asked) => Promise<readonly string[]>,
): Promise<void> {
  const library = await loadLibrary(config, reading.tell, reading.count);
  const store = openStore(config.announcing.database);
  try {
    const formerKeys = await store.formerKeys();
    const { blog } = withFormerKeys(
      () => library,
      () => formerKeys,
    )();
    const found = await lines({ blog, store, locale: terminalLocale(config, { blog }) });
    reading.clear();
    process.stdout.write(found.map(line => `${line}\n`).join(''));
  } finally {
    await store.close();
  }
}

/** Tells what happened, or would happen, to a post in each channel; ends with 1 where there is no such post. */
export async function runWhy(
  config: Config,
  { post: typed }: Extract<Way, { open: 'why' }>,
  reading: ReadingLine,
): Promise<void> {
  await answer(config, reading, async ({ blog, store, locale }) => {
    const words = wordsOf(locale);
    const found = meantBy(blog, typed);
    if (found === undefined) {
      process.exitCode = 1;
      return [
        words.notices.noSuchPost(typed),
        ...blog.posts.map(post => plain(`  ${words.title(post.title)} ${post.path}`)),
      ];
    }
    const { key } = found;
    const { after, within } = config.announcing;
    const knowing = { store, now: Date.now, patience: { after, within } };
    const content = await contentOf(blog, () => setImmediate());
    // No channel is called so: what is told of it is so everywhere.
    const everywhere = (await whyOf(key, '', content, knowing)).filter(
      ({ step }) => step === 'seen' || step === 'visible',
    );
    const channels = await whyEverywhere(key, content, knowing);
    return [
      ...(found.exact ? [] : [words.notices.guessedPost(typed)]),
      ...whyLines(found, everywhere, channels, { blog, words, locale }),
    ];
  });
}

/** Prints where each post was announced. */
export async function runLinks(
  config: Config,
  { json }: Extract<Way, { open: 'links' }>,
  reading: ReadingLine,
): Promise<void> {
  await answer(config, reading, async ({ blog, store, locale }) => {
    const links = await linksOf(blog, store);
    return json ? [linksJson(links)] : linkLines(links, wordsOf(locale));
  });
}
