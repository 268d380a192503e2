import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Announcing } from '../../../src/announce/model.ts';
import type { Post } from '../../../src/blog/model.ts';
import type { Response } from '../../../src/bot/model.ts';
import { readConfig } from '../../../src/config.ts';
import { type LiveLibrary, openLibrary } from '../../../src/main/live.ts';
import { openPage, type PreviewPage } from '../../../src/main/preview.ts';
import type { LiveGuild } from '../../../src/preview/guild/guild.ts';
import { makePage, type PageParts } from '../../../src/preview/page/server/app.ts';
import { bundle } from '../../../src/preview/page/server/bundle.ts';
import { servePage } from '../../../src/preview/page/server/serve.ts';
import { findBrowser, openBrowser } from '../../../src/tools/browser.ts';
import type { Locale } from '../../../src/words/model.ts';
import { answering } from './parts.ts';

/** Whether there is a browser to test in; where there is none, the tests of the page say so and are left out. */
export const hasBrowser = findBrowser(process.env.CHROMIUM_PATH) !== undefined;
if (!hasBrowser) {
  console.warn(
    'No Chromium is installed, so the page is not tested in one: apt-get install chromium fonts-noto-cjk',
  );
}

/** How long something may take to appear, in milliseconds, before a test says what did not. */
const PATIENCE = 30_000;

/** A page that is served, and a browser to see it in. */
export interface Stand {
  readonly url: string;
  /** The server that the page pretends. */
  readonly guild: LiveGuild;
  /** What the bot and the reading of posts complained of. */
  readonly warnings: readonly string[];
  readonly visit: (how?: How) => Promise<Visit>;
  /** Stops serving, as when Quoth ends while a window is open. */
  readonly stop: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** All of it: with what announces, and the posts as they are read. */
export interface WholeStand extends Stand {
  readonly announcing: Announcing;
  readonly posts: () => readonly Post[];
}

export interface How {
  readonly locale?: Locale;
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'dark' | 'light';
  /** Name of the channel that is opened. */
  readonly channel?: string;
  /** Commands that are sent when the page opens. */
  readonly ask?: readonly string[];
  readonly reducedMotion?: boolean;
}

/** A window with the page in it. */
export interface Visit {
  readonly page: Page;
  /** Errors on the console, and requests to any other host. */
  readonly faults: readonly string[];
  /** The newest message, once it has come. */
  readonly newest: () => Promise<Locator>;
  readonly box: () => Locator;
  /** Waits until an answer that holds this text is the newest. */
  readonly sees: (text: string | RegExp) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Serves a folder of posts as `npm start -- preview` does, to a browser. */
export async function openStand(folder = 'content'): Promise<WholeStand> {
  const reading = readConfig({ CONTENT: folder });
  if (!reading.ok) throw new Error('The folder alone is enough.');
  const warnings: string[] = [];
  const warn = (line: string) => warnings.push(line);
  const live: LiveLibrary = await openLibrary(reading.config, warn);
  const served = await openPage(reading.config, { host: '127.0.0.1', port: 0 }, live, warn);
  const stand = standAt(served, warnings, () => live.close());
  return { ...stand, announcing: served.announcing, posts: () => live.current().posts };
}

/** Serves a page whose bot gives this reply to everything, to a browser. */
export const openStandIn = (reply: Response): Promise<Stand> => openStandOf(answering(reply));

/** Serves a page of these parts to a browser. */
export async function openStandOf(parts: PageParts): Promise<Stand> {
  const served = await servePage(makePage({ ...parts, bundle: bundle() }), '127.0.0.1', 0);
  return standAt({ ...served, guild: parts.guild }, [], () => Promise.resolve());
}

function standAt(
  served: Omit<PreviewPage, 'announcing'>,
  warnings: readonly string[],
  end: () => Promise<void>,
): Stand {
  let browser: Browser | undefined;
  return {
    url: served.url,
    guild: served.guild,
    warnings,
    visit: async (how = {}) => {
      browser ??= await openBrowser(process.env.CHROMIUM_PATH);
      return visit(browser, served.url, how);
    },
    stop: () => served.close(),
    close: async () => {
      await browser?.close();
      await end();
      await served.close();
    },
  };
}

async function visit(browser: Browser, url: string, how: How): Promise<Visit> {
  const { locale = 'en', width = 1280, height = 800, theme = 'dark', ask = ['/help'] } = how;
  const context = await browser.newContext({
    viewport: { width, height },
    locale,
    reducedMotion: how.reducedMotion ? 'reduce' : 'no-preference',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const faults: string[] = [];
  page.on('console', message => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', error => faults.push(String(error)));
  page.on('request', request => {
    if (!request.url().startsWith(`${url}/`)) faults.push(`asked ${request.url()}`);
  });
  const query = new URLSearchParams(ask.map((line): [string, string] => ['ask', line]));
  for (const [name, value] of Object.entries({ reader: locale, server: locale, theme }))
    query.set(name, value);
  if (how.channel !== undefined) query.set('channel', how.channel);
  await page.goto(`${url}/?${query}`);
  await page.locator('html[data-ready=true]').waitFor();
  const newest = async () => {
    const entry = page.locator('.entry').last();
    await entry.locator('.body').waitFor();
    return entry;
  };
  return {
    page,
    faults,
    newest,
    box: () => page.locator('.composer :is(textarea, input)').first(),
    sees: async text => {
      await page.locator('.entry').last().filter({ hasText: text }).waitFor();
    },
    close: () => context.close(),
  };
}

/** A folder of its own with these files in it. `save` writes one of them again. */
export async function makeFolder(files: Readonly<Record<string, string>>): Promise<{
  readonly path: string;
  readonly save: (name: string, text: string | Uint8Array) => Promise<void>;
  readonly remove: () => Promise<void>;
}> {
  const path = await mkdtemp(join(tmpdir(), 'quoth-preview-'));
  const save = (name: string, text: string | Uint8Array) => writeFile(join(path, name), text);
  for (const [name, text] of Object.entries(files)) await save(name, text);
  return { path, save, remove: () => rm(path, { recursive: true }) };
}
