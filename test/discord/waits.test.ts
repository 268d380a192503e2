import { expect, it } from 'vitest';
import { closeRest, makeRest, waits } from '../../src/discord/rest.ts';
import { startDiscord } from './discord.ts';

const shutsTheBucket = {
  'x-ratelimit-limit': '5',
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset-after': '0.02',
};

it.each([
  ['a part of a bucket is shut', {}],
  ['a whole bucket is shut', shutsTheBucket],
  ['all requests are shut out', { 'x-ratelimit-global': 'true' }],
])('whoever measures is told once how long a request waits: %s', async (_what, more) => {
  const discord = await startDiscord();
  const told: unknown[] = [];
  const listen = (milliseconds: unknown): void => {
    told.push(milliseconds);
  };
  waits.subscribe(listen);
  const rest = makeRest({ apiUrl: discord.apiUrl }, discord.token);
  const headers = { 'retry-after': '0.02', ...more };
  discord.plan(/GET/, { status: 429, body: { retry_after: 0.02, global: false }, headers });
  await rest.get('/users/@me');
  waits.unsubscribe(listen);
  await closeRest(rest);
  await discord.close();
  expect(told).toEqual([expect.any(Number)]);
  expect(Number(told[0])).toBeGreaterThan(0);
});
