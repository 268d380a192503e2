import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/words/words.ts';
import { hasBrowser, openStand, type Stand, type Visit } from './visit.ts';

const TITLE = '从压缩到推理';

const widths = { desktop: 1280, phone: 375 };
const locales = ['zh-CN', 'en'] as const;

let stand: Stand;
beforeAll(async () => {
  if (hasBrowser) stand = await openStand();
});
afterAll(() => stand?.close());

/** A command as a person finds it in the list, what is filled in, and what its answer says. */
interface Way {
  readonly command: string;
  /** Typed into the option that the cursor is in; the first choice is taken. */
  readonly options: readonly string[];
  readonly says: string;
}

const ways: readonly Way[] = [
  { command: '/post latest', options: [], says: TITLE },
  { command: '/post show', options: ['压缩'], says: TITLE },
  { command: '/post random', options: [], says: TITLE },
  { command: '/post section', options: ['压缩', 'Long'], says: '5. 关于 Long Context' },
  { command: '/post list', options: [], says: TITLE },
  { command: '/post insights', options: [], says: '关于Long Context的警示' },
  { command: '/insight', options: ['5'], says: '关于Long Context的警示' },
  { command: '/search', options: ['long context'], says: 'Long Context' },
  { command: '/help', options: [], says: '/insight 5' },
];

/** Goes down the choices to the first one that says this. */
async function goTo({ page }: Visit, text: string): Promise<void> {
  const active = page.locator('.option-pill.current .option.active');
  await active.waitFor();
  const choices = await page.locator('.option-pill.current .option').allInnerTexts();
  const steps = choices.findIndex(choice => choice.includes(text));
  for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowDown');
  await active.filter({ hasText: text }).waitFor();
}

async function byKeyboard(visit: Visit, { command, options, says }: Way): Promise<void> {
  const { page } = visit;
  await visit.box().focus();
  await page.keyboard.type(command.slice(0, -1));
  await page.getByRole('option', { name: command }).first().waitFor();
  await page.keyboard.press('Enter');
  for (const typed of options) {
    await page.keyboard.type(typed);
    await goTo(visit, typed);
    await page.keyboard.press('Tab');
  }
  await page.locator('.tail input:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.composer-box:not(.command)').waitFor();
  await visit.sees(says);
}

async function byMouse(visit: Visit, { command, options, says }: Way): Promise<void> {
  const { page } = visit;
  await visit.box().click();
  await page.keyboard.type('/');
  await page.getByRole('option', { name: command }).first().click();
  for (const typed of options) {
    await page.keyboard.type(typed);
    await page.locator('.option-pill.current [role=option]').filter({ hasText: typed }).first().click();
  }
  await page.locator('.tail input:focus').waitFor();
  await page.locator('.send').click();
  await visit.sees(says);
}

describe.skipIf(!hasBrowser).each(locales)('the page in %s', locale => {
  describe.each(Object.entries(widths))('on a %s', (_, width) => {
    it.each([
      ['keyboard', byKeyboard],
      ['mouse', byMouse],
    ] as const)(
      'leads through every command by %s alone',
      async (_name, go) => {
        const visit = await stand.visit({ locale, width });
        for (const way of ways) await go(visit, way);
        expect(visit.faults).toEqual([]);
        await visit.close();
      },
      60_000,
    );

    it('reads a post on to its next section by keyboard, in place', async () => {
      const words = wordsOf(locale);
      const visit = await stand.visit({ locale, width, ask: ['/post latest'] });
      const { page } = visit;
      await page.getByRole('button', { name: words.buttons.readHere }).focus();
      await page.keyboard.press('Enter');
      await visit.sees(words.preview.message.onlyYou);
      const entries = await page.locator('.entry').count();
      await page.getByRole('button', { name: words.buttons.nextSection }).focus();
      await page.keyboard.press('Enter');
      await visit.sees('1. ');
      expect(await page.locator('.entry').count()).toBe(entries);
      expect(visit.faults).toEqual([]);
      await visit.close();
    });

    it('jumps to a section with the select, by keyboard and by mouse', async () => {
      const words = wordsOf(locale);
      const visit = await stand.visit({ locale, width, ask: ['/post latest'] });
      const { page } = visit;
      await page.getByRole('button', { name: words.buttons.readHere }).click();
      const select = page.getByRole('combobox', { name: words.selects.section });
      await select.focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowUp');
      const label = await page.locator('.select-list .option.active .option-label').innerText();
      await page.keyboard.press('Enter');
      await visit.sees(label.replace(/^(?:· )+/, ''));
      await select.click();
      await page.getByRole('option', { name: '5. 关于 Long Context' }).click();
      await visit.sees('5. 关于 Long Context');
      expect(visit.faults).toEqual([]);
      await visit.close();
    });

    it('searches from a message that a person wrote, through its menu', async () => {
      const words = wordsOf(locale);
      const visit = await stand.visit({ locale, width });
      const { page } = visit;
      await visit.box().fill('百万token上下文 long context');
      await page.keyboard.press('Enter');
      const spoken = page.locator('.entry').last();
      await spoken.getByRole('button', { name: words.preview.message.more }).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await visit.sees('Long Context');
      await visit.sees(words.preview.message.onlyYou);
      expect(visit.faults).toEqual([]);
      await visit.close();
    });
  });
});
