import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { weigh } from '../../../src/preview/page/browser/panel/weight.ts';
import { hasBrowser, makeFolder, openStand, type Stand } from './visit.ts';

let stand: Stand;
beforeAll(async () => {
  if (hasBrowser) stand = await openStand();
});
afterAll(() => stand?.close());

describe.skipIf(!hasBrowser)('beside the channel', () => {
  it('stands what was found in each post, each a click from its answer', async () => {
    const visit = await stand.visit({ locale: 'zh-CN', ask: ['/help'] });
    const { page } = visit;
    const post = page.locator('.post');
    expect(await post.locator('.post-facts').innerText()).toBe('2025年6月12日 · 约8分钟 · 8 节 · 6 条洞见');
    await post.locator('.post-title').click();
    await visit.sees('阅读全文');
    await post.getByText('关于Long Context的警示').click();
    await visit.sees('洞见 5/6');
    await post.locator('summary').click();
    await post.getByRole('button', { name: '5. 关于 Long Context' }).click();
    await visit.sees('5. 关于 Long Context');
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it('stands how to see one’s own posts, ready to be copied', async () => {
    const visit = await stand.visit();
    await visit.page.locator('.own-posts').getByRole('button', { name: 'Copy' }).click();
    await visit.page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await visit.page.evaluate('navigator.clipboard.readText()')).toBe(
      'npm start -- preview ~/blog/posts',
    );
    await visit.close();
  });

  it('stands the newest response as JSON, weighed against Discord’s limits', async () => {
    const visit = await stand.visit({ ask: ['/insight 5'] });
    const { page } = visit;
    await page.getByRole('tab', { name: 'Posts' }).focus();
    await page.keyboard.press('ArrowRight');
    const json = JSON.parse(await page.locator('.response code').innerText());
    expect(json.callback.data.components[0].type).toBe(17);
    const value = await page.getByRole('meter', { name: 'Components' }).getAttribute('value');
    expect(Number(value)).toBe(weigh(json.callback.data, { content: 2000, text: 4000 }).components);
    await visit.close();
  });

  it('stands a picture from the folder, and what Discord needs to show it', async () => {
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
    const folder = await makeFolder({
      'own.md': '---\ntitle: Own\ndate: 2025-02-01\nimage: dot.png\n---\nWords.\n',
    });
    await folder.save('dot.png', Buffer.from(pixel, 'base64'));
    const own = await openStand(folder.path);
    const visit = await own.visit({ ask: ['/post latest'] });
    const { page } = visit;
    const drawn = `document.querySelector('.cover img')?.naturalWidth`;
    await expect.poll(() => page.evaluate(drawn)).toBe(1);
    await page.locator('.cover').getByText('Discord needs a whole address').waitFor();
    expect(await page.locator('.entry img').count()).toBe(0);
    await folder.save('blog.yml', 'url: https://blog.example\n');
    await page.locator('.cover').getByText('Discord needs a whole address').waitFor({ state: 'detached' });
    expect(visit.faults).toEqual([]);
    await visit.close();
    await own.close();
    await folder.remove();
  });

  it('says that Quoth has stopped, and connects again by itself', async () => {
    const own = await openStand();
    const visit = await own.visit();
    const close = own.stop();
    await visit.page.getByText('Quoth has stopped').waitFor();
    await close;
    await visit.close();
    await own.close();
  });
});

describe('the weight of a message', () => {
  it('counts nested components, accessories among them, and the characters of all texts', () => {
    const text = (content: string) => ({ type: 10, content });
    const section = { type: 9, components: [text('abc')], accessory: { type: 2, label: 'x' } };
    const container = {
      type: 17,
      components: [text('中文'), section, { type: 1, components: [{ type: 2 }] }],
    };
    expect(weigh({ components: [container] }, { content: 2000, text: 4000 })).toEqual({
      characters: 5,
      mostCharacters: 4000,
      components: 7,
    });
    expect(weigh({ content: 'plain' }, { content: 2000, text: 4000 }).mostCharacters).toBe(2000);
  });
});
