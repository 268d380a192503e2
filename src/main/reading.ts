import process from 'node:process';
import type { Config } from '../config.ts';
import { openReadingLine, type ReadingLine } from '../preview/terminal/reading.ts';
import { wordsOf } from '../words/words.ts';
import { shellLocale } from './shell.ts';

/** Waits for what reads the posts. On a terminal a line says meanwhile that they are being read, and is gone then. */
export async function whileReading<T>(config: Config, work: (line: ReadingLine) => Promise<T>): Promise<T> {
  const words = wordsOf(config.locale ?? shellLocale(process.env) ?? 'en').terminal;
  const line = openReadingLine(process.stderr, words, Date.now);
  try {
    return await work(line);
  } finally {
    line.clear();
  }
}
