import { expect, it } from 'vitest';
import { closeRest, makeRest, waits } from '../../src/discord/rest.ts';
import { startDiscord } from './discord.ts';

it('whoever measures is told how long a request waits for Discord’s limits', async () => {
  const discord = await startDiscord();
  const told: unknown[] = [];
  const listen = (milliseconds: unknown): void => {
    told.push(milliseconds);
  };
  waits.subscribe(listen);
  const rest = makeRest({ apiUrl: discord.apiUrl }, discord.token);
  const headers = { 'retry-after': '0.02' };
  discord.plan(/GET/, { status: 429, body: { retry_after: 0.02, global: false }, headers });
  await rest.get('/users/@me');
  waits.unsubscribe(listen);
  await closeRest(rest);
  await discord.close();
  expect(told).toEqual([expect.any(Number)]);
  expect(Number(told[0])).toBeGreaterThanOrEqual(20);
});
