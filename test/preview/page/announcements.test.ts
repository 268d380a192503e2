import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { READERS_ROLE } from '../../../src/preview/guild/guild.ts';
import { GUILD } from '../../../src/preview/place.ts';
import type { Locale } from '../../../src/words/model.ts';
import { wordsOf } from '../../../src/words/words.ts';
import { named } from '../guild/stage.ts';
import { hasBrowser, makeFolder, openStand, type Visit, type WholeStand } from './visit.ts';

const TITLE = '从压缩到推理';

let stand: WholeStand;
beforeEach(async () => {
  if (!hasBrowser) return;
  stand = await openStand();
  await known(stand);
});
afterEach(() => stand?.close());

/** Waits until what was there at the start is taken as known. */
async function known({ announcing, guild, posts }: WholeStand): Promise<void> {
  const { id } = named(guild, 'general');
  const steps = () => Promise.all(posts().map(({ key }) => announcing.why(key, GUILD, id)));
  const isSeen = async () => (await steps()).every(all => all.some(({ step }) => step === 'visible'));
  await expect.poll(isSeen).toBe(true);
}

/** Chooses a command from the list and sends it, with these options, by keyboard. */
async function send(
  { page, box }: Visit,
  command: string,
  options: readonly (readonly [string, string])[] = [],
) {
  await box().focus();
  await page.keyboard.type(command);
  await page.getByRole('option', { name: command }).first().waitFor();
  await page.keyboard.press('Enter');
  for (const [name, typed] of options) {
    const pill = page.locator('.option-pill.current').filter({ hasText: name });
    if ((await pill.count()) === 0) {
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
    }
    await pill.waitFor();
    await page.keyboard.type(typed);
    await pill.locator('.option.active').filter({ hasText: typed }).waitFor();
    await page.keyboard.press('Tab');
  }
  await page.locator('.tail input:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.composer-box:not(.command)').waitFor();
}

describe.skipIf(!hasBrowser).each<readonly [Locale, number]>([
  ['zh-CN', 1280],
  ['en', 375],
])('announcing in the page, in %s at %d px', (locale, width) => {
  const words = wordsOf(locale);
  const { buttons } = words.announce;

  it('begins by a command with a role, and sends the newest post by a button', async () => {
    const visit = await stand.visit({ locale, width, channel: 'general', ask: ['/help'] });
    const { page } = visit;
    const role = words.options.role.name;
    await send(visit, '/announce here', [[role, '@']]);
    await visit.sees(words.announce.here.looksLike);
    await page.getByRole('button', { name: buttons.sendNewest }).click();
    const sent = page.locator('.entry').filter({ has: page.locator('.embed') });
    await sent.filter({ hasText: '@读者' }).waitFor();
    expect(stand.guild.now().messages.at(-1)?.mention_roles).toEqual([READERS_ROLE]);
    await sent.getByRole('button', { name: words.buttons.readHere }).click();
    await visit.sees(words.preview.message.onlyYou);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it('gives a reader who manages nothing the role, who is then pinged, and does not offer them the command', async () => {
    const visit = await stand.visit({ locale, width, channel: 'general', ask: ['/help'] });
    const { page } = visit;
    await send(visit, '/announce here', [[words.options.role.name, '@']]);
    await page.getByRole('button', { name: buttons.sendNewest }).click();
    if (width < 700) await page.getByRole('button', { name: words.preview.switches.settings }).click();
    await page.getByRole('radio', { name: 'Ann' }).check();
    const theirs = wordsOf(locale === 'en' ? 'zh-CN' : 'en');
    if (width < 700) await page.keyboard.press('Escape');
    expect(await page.locator('.entry.pinged').count()).toBe(0);
    await page.locator('.entry').getByRole('button', { name: buttons.notify }).click();
    await visit.sees(/@读者/);
    await page.locator('.entry.pinged').waitFor();
    await visit.box().fill('/announce');
    await page.getByText(theirs.preview.command.none).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(visit.faults).toEqual([]);
    await visit.close();
  });
});

describe.skipIf(!hasBrowser)('announcing in the page', () => {
  it('publishes in the announcement channel, once, and lists it', async () => {
    const visit = await stand.visit({
      channel: 'blog',
      ask: ['/announce here', `/announce now post:${TITLE}`],
    });
    const { page } = visit;
    await page.locator('.entry').filter({ hasText: 'Published' }).locator('.embed').waitFor();
    await send(visit, '/announce now', [['post', '压缩']]);
    await visit.sees('Already announced');
    await send(visit, '/announce list');
    await visit.sees('Announcements · 1 channel');
    await send(visit, '/announce stop');
    await visit.sees('New posts no longer appear in #blog');
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it('opens a thread of the forum, in which a number means that post', async () => {
    const forum = named(stand.guild, 'posts');
    const visit = await stand.visit({
      channel: '关于这个论坛',
      ask: ['/announce here', `/announce now post:${TITLE}`],
    });
    const { page } = visit;
    await expect
      .poll(() => stand.guild.now().channels.filter(({ parent }) => parent === forum.id).length)
      .toBe(2);
    await page.getByRole('navigation').getByRole('button', { name: TITLE }).click();
    await page.locator('.embed').waitFor();
    expect(
      stand.guild
        .now()
        .channels.at(-1)
        ?.tags?.map(({ name }) => name),
    ).toContain('AI');
    await visit.box().fill('/insight 5');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await visit.sees('关于Long Context的警示');
    await page.locator('.topbar-parent').click();
    await page.locator('.forum-thread').filter({ hasText: TITLE }).waitFor();
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it('says what a new post waits for, holds it, and sends it when it is told to', async () => {
    const text = (title: string, date: Date) =>
      `---\ntitle: ${title}\ndate: ${date.toISOString()}\n---\n## One\n\nIt says something.\n`;
    const folder = await makeFolder({ 'old.md': text('An old post', new Date()) });
    const own = await openStand(folder.path);
    await known(own);
    const visit = await own.visit({ channel: 'general', ask: ['/announce here thread:true'] });
    const { page } = visit;
    const beside = page.getByRole('region', { name: 'Announcements' });
    await beside.getByText('Nothing waits.').waitFor();
    await folder.save('new.md', text('A new post', new Date()));
    await beside.getByRole('button', { name: 'A new post' }).waitFor();
    await beside.getByText('if it does not change until then').waitFor();
    await beside.getByRole('button', { name: 'Hold' }).click();
    await beside.getByText('is held: @Lin stopped it').waitFor();
    await beside.getByRole('button', { name: 'Send now' }).click();
    await beside.getByText('Announced:').waitFor();
    const sent = page.locator('.entry').filter({ has: page.locator('.embed') });
    await sent
      .filter({ hasText: 'New post: A new post' })
      .getByRole('button', { name: 'Open thread' })
      .click();
    await page.getByRole('heading', { level: 1, name: 'A new post' }).waitFor();
    expect(visit.faults).toEqual([]);
    await visit.close();
    await own.close();
    await folder.remove();
  });
});
