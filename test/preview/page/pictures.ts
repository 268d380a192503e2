import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { readConfig } from '../../../src/config.ts';
import { openLibrary } from '../../../src/main/live.ts';
import { openPage } from '../../../src/main/preview.ts';
import { READERS_ROLE } from '../../../src/preview/guild/guild.ts';
import { openBrowser } from '../../../src/tools/browser.ts';
import { type Shot, takePicture } from '../../../src/tools/picture.ts';
import type { Locale } from '../../../src/words/model.ts';
import { wordsOf } from '../../../src/words/words.ts';

/*
 * `npm run pictures` draws the pictures of README.md and README.zh-CN.md anew: the page, and the answer of each
 * command, and what is announced, in Chinese and in English.
 */

const folder = join(import.meta.dirname, '..', '..', '..', 'docs');

const opening = ['/post latest', '/insight 5', '/search long context'];

const answers: Readonly<Record<string, string>> = {
  'post-latest': '/post latest',
  'post-show': '/post show 从压缩到推理',
  'post-random': '/post random',
  'post-list': '/post list',
  'post-insights': '/post insights',
  'post-section': '/post section post:从压缩到推理 section:5',
  insight: '/insight 5',
  search: '/search long context',
  'search-message': 'Search the posts 百万 token 的上下文，真的需要吗？',
  help: '/help',
};

/** Every picture by its name, without the address of the page. */
function shots(): Readonly<Record<string, Omit<Shot, 'page'>>> {
  const pages = (['zh-CN', 'en'] as const).flatMap(locale => {
    const short = locale.slice(0, 2);
    const whole = { height: 900 };
    return [
      [`preview-${short}`, { lines: opening, dark: true, width: 1400, locale, whole }],
      [`preview-${short}-light`, { lines: opening, dark: false, width: 1400, locale, whole }],
      [
        `preview-${short}-phone`,
        { lines: ['/post latest'], dark: true, width: 375, locale, whole: { height: 760 } },
      ],
      ...Object.entries(answers).map(([name, line]): [string, Omit<Shot, 'page'>] => [
        `${name}-${short}`,
        { lines: [line], dark: true, width: 640, locale },
      ]),
    ] as const;
  });
  return Object.fromEntries(pages);
}

/** Pictures of announcements, of which each page makes each once: their commands, and what they are seen by. */
function announcements(locale: Locale): Readonly<Record<string, Omit<Shot, 'page'>>> {
  const short = locale.slice(0, 2);
  const { channels, message } = wordsOf(locale).preview;
  const now = '/announce now post:从压缩到推理';
  return {
    [`announcement-${short}`]: {
      lines: [`/announce here role:${READERS_ROLE} thread:true`, now],
      says: channels.openThread,
      dark: true,
      width: 640,
      locale,
    },
    [`announcing-${short}`]: {
      lines: ['/announce here', now],
      channel: 'blog',
      says: message.published,
      dark: true,
      width: 1400,
      locale,
      whole: { height: 900 },
    },
  };
}

const browser = await openBrowser(process.env.CHROMIUM_PATH);
mkdirSync(folder, { recursive: true });

/** Draws pictures of a page of their own, which speaks this language. */
async function draw(all: Readonly<Record<string, Omit<Shot, 'page'>>>, locale?: Locale): Promise<void> {
  const reading = readConfig(locale ? { DEFAULT_LOCALE: locale } : {});
  if (!reading.ok) throw new Error('With nothing set, Quoth has everything it needs.');
  const warn = (line: string) => process.stderr.write(`${line}\n`);
  const live = await openLibrary(reading.config, warn);
  const page = await openPage(reading.config, { host: '127.0.0.1', port: 0 }, live, warn);
  try {
    for (const [name, shot] of Object.entries(all)) {
      writeFileSync(join(folder, `${name}.png`), await takePicture(browser, { page: page.url, ...shot }));
      process.stdout.write(`docs/${name}.png\n`);
    }
  } finally {
    await live.close();
    await page.close();
  }
}

try {
  await draw(shots());
  for (const locale of ['zh-CN', 'en'] as const) await draw(announcements(locale), locale);
} finally {
  await browser.close();
}
