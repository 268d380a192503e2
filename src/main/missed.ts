import process from 'node:process';
import type { Way } from '../config/way.ts';
import type { Config } from '../config.ts';
import type { ReadingLine } from '../preview/terminal/reading.ts';
import { missedIn } from '../search/missed.ts';
import { openStore } from '../store/open.ts';
import { missedJson, missedLines } from '../tools/missed/report.ts';
import { wordsOf } from '../words/words.ts';
import { loadLibrary } from './library.ts';
import { terminalLocale } from './shell.ts';

/** Asked so often at least, something is shown: what one person typed once is nobody's to read. */
const leastShown = 3;

/** Prints what is searched for again and again and stands in no post. */
export async function runMissed(
  config: Config,
  { json }: Extract<Way, { open: 'missed' }>,
  reading: ReadingLine,
): Promise<void> {
  const library = await loadLibrary(config, reading.tell, reading.count);
  const store = openStore(config.announcing.database);
  try {
    const all = await store.missed(leastShown, Date.now());
    // What was written since is waited for no longer.
    const waited = all.filter(({ query }) => missedIn(library.index, query) !== undefined);
    const words = wordsOf(terminalLocale(config, library));
    reading.clear();
    const lines = json ? [missedJson(waited)] : missedLines(waited, words);
    process.stdout.write(lines.map(line => `${line}\n`).join(''));
  } finally {
    await store.close();
  }
}
