import { expect, test } from 'vitest';
import { allKinds, storeAt } from './databases.ts';
import { minute, noon, seen, subscription } from './samples.ts';

const none = { due: 0, claimed: 0, sent: 0, unsure: 0, refused: 0, withdrawn: 0 };

test.each(allKinds)('a store counts what it holds, as numbers: $name', async ({ fresh }) => {
  const store = storeAt(await fresh());
  expect(await store.census()).toEqual({ deliveries: none, subscriptions: { active: 0, paused: 0 } });
  await store.subscribe(subscription('open'));
  await store.subscribe(subscription('also open'));
  const paused = { since: noon, because: 'forbidden', detail: '' } as const;
  await store.subscribe(subscription('shut', { paused }));
  const post = seen('post');
  await store.observe({ hash: 'a', at: noon }, noon, () => ({ seen: [post], keys: [], merged: [] }));
  await store.plan([post.id], noon + minute);
  const { deliveries, subscriptions } = await store.census();
  expect(subscriptions).toEqual({ active: 2, paused: 1 });
  expect(deliveries).toEqual({ ...none, due: 3 });
});
