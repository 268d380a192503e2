import { describe, expect, it } from 'vitest';
import { makePage } from '../../../src/preview/page/server/app.ts';
import { blogFrom } from '../../blog/fixture.ts';
import { oneWaiting } from './announcing.ts';
import { faultsOf } from './axe.ts';
import { answering } from './parts.ts';
import { hasBrowser, openStandOf } from './visit.ts';

const blog = blogFrom({ 'a.md': '---\ntitle: On memory\ndate: 2025-06-12\n---\nIt says so.\n' });

/** A page with a post that waits. */
function waiting() {
  const parts = answering({ callback: { type: 6 } });
  const [post] = blog.posts;
  if (!post) throw new Error('There is a post.');
  const announcing = oneWaiting(parts.guild, post, Date.now);
  return { post, parts: { ...parts, live: { ...parts.live, current: () => blog }, announcing } };
}

describe('what waits to be announced', () => {
  const headers = { host: '127.0.0.1', origin: 'http://127.0.0.1' };

  it('is nothing where nothing announces', async () => {
    const app = makePage(answering({ callback: { type: 6 } }));
    expect((await app.request('http://127.0.0.1/waiting', { headers })).status).toBe(204);
    const sent = { method: 'POST', headers, body: JSON.stringify({ do: 'send', post: 'AAAAAAAAAAA' }) };
    expect((await app.request('http://127.0.0.1/waiting', sent)).status).toBe(400);
  });

  it.each(['{', '{}', '{"do":"stop","post":"AAAAAAAAAAA"}', '{"do":"hold","post":"<script>"}'])(
    'is left alone by what is nothing that can be done with it: %s',
    async body => {
      const app = makePage(waiting().parts);
      const answer = await app.request('http://127.0.0.1/waiting', { method: 'POST', headers, body });
      expect(answer.status).toBe(400);
    },
  );

  it.skipIf(!hasBrowser)('stands beside the posts, and can be held, released and sent', async () => {
    const { parts } = waiting();
    const stand = await openStandOf(parts);
    const visit = await stand.visit({ ask: [''] });
    const beside = visit.page.getByRole('region', { name: 'Announcements' });
    await beside.getByText('Announcements · 1 channel').waitFor();
    await beside.getByText('goes out in 3 days, if it does not change until then').waitFor();
    expect(await faultsOf(visit)).toEqual([]);
    await beside.getByRole('button', { name: 'Hold' }).click();
    await beside.getByText('is held: @Lin stopped it').waitFor();
    await beside.getByRole('button', { name: 'Release' }).click();
    await beside.getByText('goes out').waitFor();
    await beside.getByRole('button', { name: 'Send now' }).click();
    await beside.getByText('Nothing waits.').waitFor();
    await beside.getByRole('status').getByRole('link', { name: '#blog' }).click();
    await visit.page.getByRole('heading', { level: 1, name: 'blog' }).waitFor();
    await visit.page.locator('.embed').filter({ hasText: 'On memory' }).waitFor();
    expect(visit.faults).toEqual([]);
    await visit.close();
    await stand.close();
  });
});
