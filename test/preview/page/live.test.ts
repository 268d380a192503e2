import { describe, expect, it } from 'vitest';
import { hasBrowser, makeFolder, openStand } from './visit.ts';

const post = (title: string, rest = '') =>
  `---\ntitle: ${title}\ndate: 2025-03-01\n${rest}---\nIt says something.\n`;

describe.skipIf(!hasBrowser)('a post that is saved while the page is open', () => {
  it('shows in the answer that shows it, in place, and in the list beside it', async () => {
    const folder = await makeFolder({ 'one.md': post('First title'), 'two.md': post('Another') });
    const stand = await openStand(folder.path);
    const visit = await stand.visit({ ask: ['/post show post:First title'] });
    await visit.sees('First title');
    await folder.save('one.md', post('Second title'));
    await visit.sees('Second title');
    expect(await visit.page.locator('.entry').count()).toBe(1);
    await visit.page.locator('.post-title').filter({ hasText: 'Second title' }).waitFor();
    expect(visit.faults).toEqual([]);
    await visit.close();
    await stand.close();
    await folder.remove();
  });

  it('has its problems named beside it, with file and line', async () => {
    const folder = await makeFolder({ 'one.md': post('Fine') });
    const stand = await openStand(folder.path);
    const visit = await stand.visit({ ask: ['/post latest'] });
    await folder.save('one.md', '---\ntitle: Not fine\ndate: yesterday-ish\n---\nWords.\n');
    const problem = visit.page.locator('.problem').first();
    await problem.waitFor();
    expect(await problem.innerText()).toMatch(/one\.md(?::\d+)?.*yesterday-ish/);
    await visit.close();
    await stand.close();
    await folder.remove();
  });

  it('has everything named beside it that check would name', async () => {
    const folder = await makeFolder({ 'one.md': post('Links') });
    const stand = await openStand(folder.path);
    const visit = await stand.visit({ ask: ['/post latest'] });
    await folder.save('one.md', `${post('Links')}\n[nowhere](./nowhere.md)\n`);
    await visit.page.locator('.problem').filter({ hasText: 'one.md:7' }).waitFor();
    await visit.close();
    await stand.close();
    await folder.remove();
  });

  it('is shown what six lines would give it insights, and shows them once they are there', async () => {
    const folder = await makeFolder({ 'one.md': post('Plain') });
    const stand = await openStand(folder.path);
    const visit = await stand.visit({ ask: ['/post latest'] });
    await visit.page.getByText('No insights found').click();
    const lines = await visit.page.locator('.no-insights code').innerText();
    expect(lines.trim().split('\n')).toHaveLength(6);
    await folder.save('one.md', post('Plain', `${lines}\n`));
    await visit.page.locator('.post-insights li').nth(2).waitFor();
    await visit.box().fill('/insight 1');
    await visit.page.keyboard.press('Enter');
    await visit.page.keyboard.press('Enter');
    await visit.sees('The sentence that readers should remember.');
    await visit.close();
    await stand.close();
    await folder.remove();
  });
});
