import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';

/** Where browsers of Chromium's kind are installed. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Nothing but the page: no first-run pages, no update, no sync, no request of the browser's own. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser that is installed: the one at `named`, else at one of the usual places. */
export function findBrowser(named: string | undefined): string | undefined {
  return [...(named === undefined ? [] : [named]), ...PLACES].find(existsSync);
}

/**
 * Starts the browser that is installed, without a window.
 * @throws Error whose message says what to install
 */
export async function openBrowser(named: string | undefined): Promise<Browser> {
  const executablePath = findBrowser(named);
  if (executablePath === undefined || (named !== undefined && executablePath !== named)) {
    const missing = named === undefined ? 'No browser is installed' : `There is no browser at ${named}`;
    throw new Error(
      `${missing}. A picture needs Chromium or Chrome: on Debian and Ubuntu "apt-get install chromium fonts-noto-cjk", elsewhere set CHROMIUM_PATH to where it is.`,
    );
  }
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, chromiumSandbox: false, args: QUIET });
}
