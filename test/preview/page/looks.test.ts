import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Later } from '../../../src/bot/model.ts';
import { faultsOf } from './axe.ts';
import { hasBrowser, makeFolder, openStand, openStandIn, type Stand } from './visit.ts';

let stand: Stand;
beforeAll(async () => {
  if (hasBrowser) stand = await openStand();
});
afterAll(() => stand?.close());

describe.skipIf(!hasBrowser)('everybody can use the page', () => {
  it.each([
    ['dark', 1280],
    ['light', 1280],
    ['dark', 375],
    ['light', 375],
  ] as const)('axe-core finds nothing serious: %s, %d px', async (theme, width) => {
    const ask = [
      '/post latest',
      '/insight 5',
      '/search long context',
      '/post list',
      '/post insights',
      '/help',
    ];
    const visit = await stand.visit({ locale: 'zh-CN', theme, width, ask });
    expect(await faultsOf(visit)).toEqual([]);
    await visit.box().fill('/');
    expect(await faultsOf(visit)).toEqual([]);
    await visit.box().fill('/insight ');
    await visit.page.locator('.option-pill .option').first().waitFor();
    expect(await faultsOf(visit)).toEqual([]);
    await visit.close();
  });

  it('axe-core finds nothing serious in settings, response and menus', async () => {
    const visit = await stand.visit({ width: 700, ask: ['/post section 压缩 5'] });
    const { page } = visit;
    await page.getByRole('button', { name: 'Settings' }).click();
    expect(await faultsOf(visit)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Beside the channel' }).click();
    await page.getByRole('tab', { name: 'Response' }).click();
    expect(await faultsOf(visit)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Jump to a section' }).click();
    expect(await faultsOf(visit)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.menu-button').last().focus();
    await page.keyboard.press('Enter');
    expect(await faultsOf(visit)).toEqual([]);
    await visit.close();
  });

  it('moves nothing for who wants less motion', async () => {
    const visit = await stand.visit({ reducedMotion: true, ask: ['/post latest'] });
    const moving = await visit.page.evaluate(
      `[...document.querySelectorAll('*')].filter(one => getComputedStyle(one).transitionDuration !== '0s').length`,
    );
    expect(moving).toBe(0);
    await visit.close();
  });

  it.each([375, 1280])('scrolls nothing sideways at %d px', async width => {
    const visit = await stand.visit({ width, locale: 'en', ask: ['/post list', '/search long context'] });
    for (const part of ['document.documentElement', 'document.querySelector(".scroller")']) {
      expect(await visit.page.evaluate(`${part}.scrollWidth <= ${part}.clientWidth`)).toBe(true);
    }
    await visit.close();
  });
});

describe.skipIf(!hasBrowser)('what Discord would show', () => {
  it('shows public answers to both readers and private ones to their reader alone', async () => {
    const visit = await stand.visit({ ask: ['/post latest', '/search long context'] });
    const { page } = visit;
    expect(await page.locator('.entry').count()).toBe(2);
    expect(await page.locator('.entry.private').count()).toBe(1);
    await page.getByRole('radio', { name: 'Ann' }).check();
    expect(await page.locator('.entry').count()).toBe(1);
    await page
      .getByRole('button', { name: '阅读全文' })
      .or(page.getByRole('button', { name: 'Read here' }))
      .click();
    await page.locator('.entry.private').waitFor();
    await page.getByRole('radio', { name: 'Lin' }).check();
    await visit.sees('/search');
    await visit.close();
  });

  it('answers in the language of the reader or of the server, as they are switched', async () => {
    const visit = await stand.visit({ ask: ['/post latest'] });
    const { page } = visit;
    await visit.sees('Read here');
    await page.locator('input[name=sidebar-server][value=zh-CN]').check();
    await page.getByRole('button', { name: '/post latest' }).click();
    await visit.sees('阅读全文');
    await page.getByRole('button', { name: '/help' }).click();
    await visit.sees('Only you can see this');
    await page.locator('input[name=sidebar-reader][value=zh-TW]').check();
    await page.getByRole('button', { name: '/help' }).click();
    await visit.sees('只有你能看到這則訊息');
    await visit.close();
  });

  it('takes an answer away, posts a private one to the channel, and copies a quote', async () => {
    const visit = await stand.visit({ ask: ['/insight 5'] });
    const { page } = visit;
    await page.getByRole('button', { name: 'Copy quote' }).click();
    await page.locator('.entry.private').filter({ hasText: '智能倒退' }).waitFor();
    await page.getByRole('button', { name: 'Read section' }).click();
    await visit.sees('Post to channel');
    await page.getByRole('button', { name: 'Post to channel' }).last().click();
    await visit.sees('posted by Lin');
    const before = await page.locator('.entry').count();
    await page.getByRole('button', { name: '🗑' }).first().click();
    await expect.poll(() => page.locator('.entry').count()).toBeLessThan(before);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it('says what a line lacks, and what it was perhaps meant to be', async () => {
    const visit = await stand.visit();
    const { page } = visit;
    await visit.box().fill('/insight ');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('.composer-box:not(.command)').waitFor();
    await page.keyboard.type('/insigth');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toContain('/insight');
    await visit.box().fill('/search ');
    await page.locator('.send').click();
    expect(await page.getByRole('alert').innerText()).toContain('required');
    await visit.close();
  });

  it('opens a message’s menu by the right button, and keeps the browser’s own on links', async () => {
    const visit = await stand.visit({ ask: ['/insight 5'] });
    const { page } = visit;
    await page.locator('.entry .head').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Search the posts' }).click();
    await visit.sees('Only you can see this');
    await visit.close();
  });

  it('keeps the end of a long answer in view', async () => {
    const visit = await stand.visit({ height: 500, ask: ['/post latest', '/post insights'] });
    const below = `(s => s.scrollHeight - s.scrollTop - s.clientHeight)(document.querySelector('.scroller'))`;
    await expect.poll(() => visit.page.evaluate(below)).toBeLessThan(2);
    await visit.close();
  });

  it('takes a message of several lines, and searches from it', async () => {
    const visit = await stand.visit();
    const { page } = visit;
    await visit.box().focus();
    await page.keyboard.type('Has anybody read this?');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('I mean **long context**.');
    const height = (await visit.box().boundingBox())?.height ?? 0;
    expect(height).toBeGreaterThan(40);
    await page.keyboard.press('Enter');
    await visit.sees(/Has anybody read this\?\n+I mean long context\./);
    expect(await visit.box().inputValue()).toBe('');
    await page.locator('.entry').last().getByRole('button', { name: 'More' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Search the posts' }).press('Enter');
    await visit.sees('Long Context');
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it('says that Quoth is thinking, until the answer is there', async () => {
    const later = Promise.withResolvers<Later>();
    const own = await openStandIn({ callback: { type: 5, data: { flags: 64 } }, later: later.promise });
    const visit = await own.visit({ ask: [''] });
    const { page } = visit;
    await visit.box().fill('/help');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await visit.sees('Quoth is thinking…');
    expect(await page.locator('.entry.private article').getAttribute('aria-busy')).toBe('true');
    later.resolve({ do: 'edit', message: { content: 'At last.', allowed_mentions: { parse: [] } } });
    await visit.sees('At last.');
    await page.locator('.thinking').waitFor({ state: 'detached' });
    expect(await page.locator('.entry').count()).toBe(1);
    await visit.close();
    await own.close();
  });

  it('leaves keys to an input method while it composes', async () => {
    const visit = await stand.visit({ ask: ['/post latest'] });
    const { page } = visit;
    await visit.box().fill('你好');
    await page.evaluate(
      `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))`,
    );
    expect(await visit.box().inputValue()).toBe('你好');
    await visit.close();
  });

  it('shows a picture of the blog’s own from the folder, and names one that lies elsewhere', async () => {
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const folder = await makeFolder({
      'blog.yml': 'url: https://blog.example\n',
      'own.md':
        '---\ntitle: Own\ndate: 2025-02-01\n---\n![A dot](/dot.png)\n\n![Far](https://far.example/far.png)\n',
    });
    await folder.save('dot.png', Buffer.from(pixel, 'base64'));
    const own = await openStand(folder.path);
    const visit = await own.visit({ ask: ['/post section post:Own section:1'] });
    await visit.page.locator('.gallery img[alt="A dot"]').waitFor();
    await visit.page.locator('.picture-elsewhere').filter({ hasText: 'Far' }).waitFor();
    expect(visit.faults.filter(fault => fault.startsWith('asked'))).toEqual([]);
    await visit.close();
    await own.close();
    await folder.remove();
  });
});
