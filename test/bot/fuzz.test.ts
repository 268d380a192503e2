import type { APIInteraction } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { callbackOf } from '../../src/bot/show.ts';
import { shippedOnSite } from '../commands/stage.ts';
import { wire } from '../discord/clock.ts';
import { fuzz } from './fuzz/fuzz.ts';
import { faultsOf } from './fuzz/judge.ts';

test('20,000 broken interactions are answered or refused, and nothing typed becomes more than text', async () => {
  const { count, fault } = await fuzz(shippedOnSite, 20_000, 20_261_124);
  expect(fault).toBeUndefined();
  expect(count).toBe(20_000);
});

test.each([
  ['“**zqxj**”', 'a mark'],
  ['# zqxj', 'a mark'],
  ['Nothing like “[zqxj](https://evil.example)”', 'a link of theirs'],
  ['https://evil.example/zqxj', 'a link of theirs'],
  ['@everyonezqxj', 'a mention'],
  ['<@110000000000000001>', 'a mention'],
  ['\ud800', 'half a character'],
  ['x\u202e', 'turns'],
  ['x'.repeat(2_001), 'data.content'],
])('the judge of them sees what is wrong with %.20s', async (content, fault) => {
  const interaction = wire<APIInteraction>({ type: 2, data: { type: 1 } });
  const faults = await faultsOf(interaction, {
    callback: callbackOf({ content, allowed_mentions: { parse: [] } }, 'new'),
  });
  expect(faults.join()).toContain(fault);
  const fine = { content: '\\*\\*zqxj\\*\\*', allowed_mentions: { parse: [] } } as const;
  expect(await faultsOf(interaction, { callback: callbackOf(fine, 'new') })).toEqual([]);
});
