import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { makePace } from '../../src/announce/pace.ts';
import { makeClock } from '../discord/clock.ts';
import { allKinds, storeAt } from '../store/databases.ts';
import { noon } from '../store/samples.ts';

/** Time that passes as those who wait for it say, together. */
function waiting() {
  const clock = makeClock(() => noon);
  const wait = async (ms: number) => {
    const end = clock.now() + ms;
    await setImmediate();
    clock.passes(Math.max(0, end - clock.now()));
  };
  return { clock, wait };
}

describe.each(allKinds)('on $name', ({ fresh }) => {
  test('several processes together ask 40 times a second, and no slower', async () => {
    const address = await fresh();
    const { clock, wait } = waiting();
    const asked: number[] = [];
    const paces = [0, 1, 2].map(() => makePace({ store: storeAt(address), now: clock.now, wait }));
    const hands = paces.flatMap(pace => [pace, pace, pace]);
    await Promise.all(
      hands.map(async ({ turn }) => {
        for (let at = 0; at < 20; at++) {
          await turn();
          asked.push(clock.now());
        }
      }),
    );
    const inOneSecond = asked.map(from => asked.filter(time => time >= from && time < from + 1_000).length);
    expect(Math.max(...inOneSecond)).toBeLessThanOrEqual(50);
    expect(clock.now() - noon).toBeLessThan(2 * 180 * 25);
  });
});

test('a store that takes a second to answer slows down, and stops nothing', async () => {
  const { clock, wait } = waiting();
  let free = noon;
  const reserve = (count: number, now: number, spacing: number) => {
    const start = Math.max(free, now);
    free = start + count * spacing;
    clock.passes(1_000);
    return Promise.resolve(start);
  };
  const store = { ...storeAt(':memory:'), reserve };
  const { turn } = makePace({ store, now: clock.now, wait });
  for (let at = 0; at < 20; at++) await turn();
  expect(clock.now() - noon).toBeLessThan(21_000);
});
