import { expect, test } from 'vitest';
import { linksOf } from '../../src/announce/links.ts';
import { blogFrom } from '../blog/fixture.ts';
import { minute, noon, subscription } from '../store/samples.ts';
import { begun, file, old } from './world.ts';

test('each post that was announced has its address and those of its announcements', async () => {
  const { writes, passes, store } = await begun();
  await store.subscribe(subscription('forum', { kind: 'forum' }));
  const files = { ...old, 'new.md': file('New') };
  const site = { url: 'https://blog.example' };
  writes(files, site);
  await passes(15 * minute);
  const links = await linksOf(blogFrom(files, site, noon), store);
  expect(links).toMatchObject([{ path: 'new.md', title: 'New', url: 'https://blog.example/posts/new' }]);
  const [sent = [], forum] = [
    links[0]?.announcements,
    links[0]?.announcements.find(one => one.channel === 'forum'),
  ];
  expect(sent).toHaveLength(2);
  expect(forum?.url).toBe(`https://discord.com/channels/guild/${forum?.thread}/${forum?.thread}`);
  expect(sent.find(one => one.channel === 'c')?.url).toMatch(
    /^https:\/\/discord\.com\/channels\/guild\/c\/\d$/,
  );
});
