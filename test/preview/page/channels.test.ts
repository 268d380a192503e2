import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sent } from '../../../src/announce/model.ts';
import { withdrawn } from '../../../src/message/announcement.ts';
import { READERS_ROLE } from '../../../src/preview/guild/guild.ts';
import { makeSender } from '../../../src/preview/guild/sender.ts';
import { APPLICATION } from '../../../src/preview/place.ts';
import { wordsOf } from '../../../src/words/words.ts';
import { postFrom } from '../../blog/fixture.ts';
import { announced, placeIn } from '../guild/stage.ts';
import { faultsOf } from './axe.ts';
import { hasBrowser, openStand, type Stand } from './visit.ts';

const post = postFrom(
  '---\ntitle: On memory\ndate: 2025-06-12\ntags: [AI]\nimage: https://far.example/a.png\n---\n## One\n\nIt says so.\n',
  { settings: { url: 'https://blog.example' } },
);

let stand: Stand;
beforeEach(async () => {
  if (hasBrowser) stand = await openStand();
});
afterEach(() => stand?.close());

/** Sends the post's announcement to a channel, as the announcer would. */
async function send(channel: string, role?: string): Promise<Sent> {
  const sender = makeSender(stand.guild, APPLICATION, Date.now);
  const more = { nonce: channel, name: post.title, tags: post.tags };
  const sent = await sender.send(placeIn(stand.guild, channel), announced(post, role), more);
  if (!sent.done) throw new Error(sent.detail);
  return sent;
}

const sender = () => makeSender(stand.guild, APPLICATION, Date.now);
const button = (name: string) => ({ name: new RegExp(`^${name}`) });

describe.skipIf(!hasBrowser)('channels in the page', () => {
  it.each([
    ['desktop', 1280],
    ['phone', 375],
  ])('are gone to by keyboard, on a phone behind a button: %s', async (device, width) => {
    const visit = await stand.visit({ width });
    const { page } = visit;
    for (const name of ['blog', 'posts', '关于这个论坛', 'general']) {
      if (device === 'phone') {
        await page.getByRole('button', { name: 'Channels' }).focus();
        await page.keyboard.press('Enter');
      }
      await page.getByRole('navigation').getByRole('button', button(name)).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name }).waitFor();
    }
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it('close their drawer by Escape, without a change', async () => {
    const visit = await stand.visit({ width: 375 });
    const { page } = visit;
    await page.getByRole('button', { name: 'Channels' }).click();
    await page.locator('.drawer').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.drawer').waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1, name: 'general' }).waitFor();
    await visit.close();
  });

  it('hold each what was asked in it', async () => {
    const visit = await stand.visit({ ask: ['/insight 5'] });
    const { page } = visit;
    await page.getByRole('navigation').getByRole('button', button('blog')).click();
    await page.getByRole('heading', { level: 2, name: 'Welcome to #blog' }).waitFor();
    expect(await page.locator('.entry').count()).toBe(0);
    await visit.box().fill('/post latest ');
    await page.keyboard.press('Enter');
    await visit.sees('Read here');
    await page.getByRole('navigation').getByRole('button', button('general')).click();
    await visit.sees('/insight');
    expect(await page.locator('.entry').count()).toBe(1);
    await visit.close();
  });

  it('are marked while they hold something new, and by how many mention their reader', async () => {
    const visit = await stand.visit();
    const { page } = visit;
    const blog = page.getByRole('navigation').getByRole('button', button('blog'));
    expect(await blog.innerText()).toBe('blog');
    const [readers] = stand.guild.now().roles;
    if (readers) stand.guild.change({ role: { ...readers, holders: ['1100000000000000005'] } });
    await send('blog', READERS_ROLE);
    await page.locator('.channel-button.unread').filter({ hasText: 'blog' }).waitFor();
    expect(await page.locator('.pings').count()).toBe(0);
    await page.getByRole('radio', { name: 'Ann' }).check();
    await page.locator('.pings').filter({ hasText: '1' }).waitFor();
    await blog.click();
    await page.locator('.entry.pinged').waitFor();
    expect(await blog.innerText()).toBe('blog');
    await visit.close();
  });
});

describe.skipIf(!hasBrowser)('an announcement in the page', () => {
  it('comes, changes and goes where one looks, and is there after a reload', async () => {
    const visit = await stand.visit({ channel: 'blog' });
    const { page } = visit;
    const sent = await send('blog');
    const entry = page.locator(`[data-entry="${sent.message}"]`);
    await entry.getByRole('link', { name: 'On memory' }).waitFor();
    await entry.getByRole('button', { name: 'Read here' }).waitFor();
    expect(await entry.innerText()).toContain('AI · ');
    await sender().publish(placeIn(stand.guild, 'blog'), sent);
    await entry.getByText('Published').waitFor();
    await page.reload();
    await page.locator('html[data-ready=true]').waitFor();
    await entry.getByText('Published').waitFor();
    await sender().edit(placeIn(stand.guild, 'blog'), sent, withdrawn(wordsOf('en')));
    await entry.getByText('The author withdrew this post.').waitFor();
    await entry.getByText('(edited)').waitFor();
    expect(await entry.locator('.embed, .button').count()).toBe(0);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it('shows its role by name, and its picture over the whole width or where it lies', async () => {
    await send('general', READERS_ROLE);
    const visit = await stand.visit({ locale: 'zh-CN', ask: ['/help'] });
    const { page } = visit;
    await page.locator('.pill').filter({ hasText: '@读者' }).waitFor();
    await page.locator('.embed .picture-elsewhere').waitFor();
    await visit.close();
  });

  it('leads to the thread that was opened on it, and that back to its channel', async () => {
    const sent = await send('general');
    await sender().open(placeIn(stand.guild, 'general', true), sent, 'Talk of memory');
    const visit = await stand.visit();
    const { page } = visit;
    await page.getByRole('button', { name: 'Talk of memory Open thread' }).click();
    await page.getByRole('heading', { level: 1, name: 'Talk of memory' }).waitFor();
    await page.locator('.embed').waitFor();
    expect(await page.locator('.thread-stub').count()).toBe(0);
    await visit.box().fill('/help ');
    await page.keyboard.press('Enter');
    await visit.sees('/insight 5');
    await page.locator('.topbar-parent').click();
    await page.getByRole('heading', { level: 1, name: 'general' }).waitFor();
    await visit.close();
  });

  it('is a thread of the forum, chosen by its tags', async () => {
    await send('posts');
    const visit = await stand.visit({ channel: 'posts', ask: [''] });
    const { page } = visit;
    const threads = page.locator('.forum-thread');
    expect(await threads.locator('.forum-title').allInnerTexts()).toEqual(['On memory', '关于这个论坛']);
    await page.getByRole('button', { name: 'AI', exact: true }).click();
    expect(await threads.count()).toBe(1);
    await threads.click();
    await page.locator('.embed').getByRole('link', { name: 'On memory' }).waitFor();
    await visit.close();
  });

  it.each([
    ['dark', 1280],
    ['light', 375],
  ] as const)('can be used by everybody: %s, %d px', async (theme, width) => {
    const [readers] = stand.guild.now().roles;
    if (readers) stand.guild.change({ role: { ...readers, holders: ['1100000000000000002'] } });
    const sent = await send('general', READERS_ROLE);
    await sender().open(placeIn(stand.guild, 'general', true), sent, 'Talk');
    await send('posts');
    for (const channel of ['general', 'posts', 'On memory']) {
      const visit = await stand.visit({ channel, theme, width, ask: channel === 'posts' ? [''] : ['/help'] });
      expect(await faultsOf(visit)).toEqual([]);
      const sideways = '(one => one.scrollWidth > one.clientWidth)(document.querySelector(".scroller"))';
      expect(await visit.page.evaluate(sideways)).toBe(false);
      if (width < 700) {
        await visit.page.getByRole('button', { name: 'Channels' }).click();
        expect(await faultsOf(visit)).toEqual([]);
      }
      await visit.close();
    }
  });
});
