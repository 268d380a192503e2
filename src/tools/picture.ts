import type { Browser } from 'playwright-core';

/** What a picture shows. */
export interface Shot {
  /** Address of the preview's page. */
  readonly page: string;
  /** The commands, as they are typed; the newest message is drawn. */
  readonly lines: readonly string[];
  /** Name of the channel in which they are typed; the first one where absent. */
  readonly channel?: string;
  /** What the message that is drawn says, once it is there; the newest of those. */
  readonly says?: string;
  readonly dark: boolean;
  /** Of the window, in CSS pixels. */
  readonly width: number;
  /** Language of reader and server; the page's own where absent. */
  readonly locale?: string;
  /** The whole page instead of one answer; then this high. */
  readonly whole?: { readonly height: number };
}

/** Pixels for each of CSS, so that letters are sharp: of an answer, and of the whole page. */
const SHARPNESS = { answer: 2, page: 1.5 } as const;
const TALL = 2000;

/** Draws an answer as it looks in the preview, as a PNG. Throws where nothing is asked for. */
export async function takePicture(browser: Browser, shot: Shot): Promise<Uint8Array> {
  const { width, whole, dark, locale } = shot;
  const context = await browser.newContext({
    viewport: { width, height: whole?.height ?? TALL },
    deviceScaleFactor: whole ? SHARPNESS.page : SHARPNESS.answer,
    reducedMotion: 'reduce',
    ...(locale === undefined ? {} : { locale }),
  });
  try {
    const page = await context.newPage();
    const query = new URLSearchParams(shot.lines.map((line): [string, string] => ['ask', line]));
    query.set('theme', dark ? 'dark' : 'light');
    query.set('width', 'desktop');
    if (locale !== undefined) query.set('reader', locale);
    if (locale !== undefined) query.set('server', locale);
    if (shot.channel !== undefined) query.set('channel', shot.channel);
    if (!whole) query.set('alone', '');
    await page.goto(`${shot.page}/?${query}`);
    await page.locator('html[data-ready=true]').waitFor();
    const answers = page.locator('.entry').filter({ hasText: shot.says ?? '' });
    if (shot.says !== undefined) await answers.last().waitFor();
    if (whole) return await page.screenshot();
    if ((await answers.count()) > 0) return await answers.last().screenshot();
    throw new Error(`${shot.lines.join(' ')} asks for nothing. Try it first: npm start -- say "/insight 5".`);
  } finally {
    await context.close();
  }
}
