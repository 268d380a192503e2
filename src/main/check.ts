import process from 'node:process';
import type { Way } from '../config/way.ts';
import type { Config } from '../config.ts';
import { checkFolder } from '../tools/check/check.ts';
import { progressOn } from '../tools/check/progress.ts';
import { reportJson, reportLines } from '../tools/check/report.ts';
import { wordsOf } from '../words/words.ts';
import { shellLocale } from './shell.ts';

/** Reports what is wrong with every post; ends with 1 where there are errors. */
export async function runCheck(
  config: Config,
  { folder = config.content, json }: Extract<Way, { open: 'check' }>,
): Promise<void> {
  const words = wordsOf(config.locale ?? shellLocale(process.env) ?? 'en');
  const progress = progressOn(process.stderr, () => performance.now());
  const warn = (sentence: string) => {
    progress.clear();
    process.stderr.write(`${sentence}\n`);
  };
  const report = await checkFolder(folder, { overrides: config.blog, warn, onProgress: progress.show });
  progress.clear();
  const lines = json ? [reportJson(report, words)] : reportLines(report, words);
  process.stdout.write(lines.map(line => `${line}\n`).join(''));
  if (report.errors > 0) process.exitCode = 1;
}
