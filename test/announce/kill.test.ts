import { describe, expect, test } from 'vitest';
import { kinds, storeAt } from '../store/databases.ts';
import { killing } from './killing.ts';

const channels = 1_000;
const kills = 10;

describe.each(kinds)('four processes over $name, of which one is killed ten times', ({ fresh }) => {
  test(`each of ${channels} channels sees each announcement exactly once`, async () => {
    const address = await fresh();
    const counts = await killing({ address, store: storeAt(address), channels, kills });
    expect(counts).toEqual({ sent: channels, seen: channels, lost: 0, twice: 0 });
  }, 300_000);
});
