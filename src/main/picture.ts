import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import type { Way } from '../config/way.ts';
import type { Config } from '../config.ts';
import { openBrowser } from '../tools/browser.ts';
import { takePicture } from '../tools/picture.ts';
import { openLibrary } from './live.ts';
import { openPage } from './preview.ts';

/** Draws an answer into a PNG file. Throws Errors that say what to install or to mend. */
export async function runPicture(config: Config, way: Extract<Way, { open: 'picture' }>): Promise<void> {
  const warn = (line: string) => process.stderr.write(`${line}\n`);
  const browser = await openBrowser(way.browser);
  const live = await openLibrary(config, warn);
  try {
    const page = await openPage(config, { host: '127.0.0.1', port: 0 }, live, warn);
    const { line, dark, width, locale } = way;
    const shot = { page: page.url, lines: [line], dark, width, ...(locale ? { locale } : {}) };
    await writeFile(way.file, await takePicture(browser, shot));
    await page.close();
  } finally {
    await live.close();
    await browser.close();
  }
  process.stdout.write(`${way.file}\n`);
}
