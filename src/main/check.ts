import process from 'node:process';
import type { Way } from '../config/way.ts';
import type { Config } from '../config.ts';
import { type CheckOptions, checkFolder } from '../tools/check/check.ts';
import type { Report } from '../tools/check/model.ts';
import { progressOn } from '../tools/check/progress.ts';
import { reportJson, reportLines } from '../tools/check/report.ts';
import { wordsOf } from '../words/words.ts';
import { openPlace } from './place.ts';
import { shellLocale } from './shell.ts';

/** Checks the posts of a folder, else those of CONTENT as they are now. Throws where these could not be brought. */
async function checkPosts(
  config: Config,
  folder: string | undefined,
  options: CheckOptions & { readonly warn: (sentence: string) => void },
): Promise<Report> {
  const checked = { ...options, overrides: config.blog };
  if (folder !== undefined) return checkFolder(folder, checked);
  const place = openPlace(config, options.warn);
  try {
    await place.fresh;
    if (place.state()?.state === 'away')
      throw new Error('No post is checked, since they could not be brought.');
    return await checkFolder(place.folder(), checked);
  } finally {
    await place.close();
  }
}

/** Reports what is wrong with every post; ends with 1 where there are errors. */
export async function runCheck(
  config: Config,
  { folder, json }: Extract<Way, { open: 'check' }>,
): Promise<void> {
  const words = wordsOf(config.locale ?? shellLocale(process.env) ?? 'en');
  const progress = progressOn(process.stderr, () => performance.now());
  const warn = (sentence: string) => {
    progress.clear();
    process.stderr.write(`${sentence}\n`);
  };
  const report = await checkPosts(config, folder, { warn, onProgress: progress.show });
  progress.clear();
  const lines = json ? [reportJson(report, words)] : reportLines(report, words);
  process.stdout.write(lines.map(line => `${line}\n`).join(''));
  if (report.errors > 0) process.exitCode = 1;
}
