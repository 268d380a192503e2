import process from 'node:process';
import type { Config } from '../config.ts';
import { openReadingLine, type ReadingLine } from '../preview/terminal/reading.ts';
import { wordsOf } from '../words/words.ts';
import { shellLocale } from './shell.ts';

/**
 * Says on a terminal that posts are being read, before the parts that read them are even loaded. `work` takes the line
 * away once they are read; at its end the line is gone in any case.
 */
export async function withReadingLine<T>(
  config: Config,
  work: (line: ReadingLine) => Promise<T>,
): Promise<T> {
  const words = wordsOf(config.locale ?? shellLocale(process.env) ?? 'en').terminal;
  const line = openReadingLine(process.stderr, words, Date.now);
  try {
    return await work(line);
  } finally {
    line.clear();
  }
}
