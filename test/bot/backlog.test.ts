import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { makeBacklog } from '../../src/bot/backlog.ts';
import { readers, shipped, stage } from '../commands/stage.ts';

/** A bot that interactions reach as late as the test says, in milliseconds, and whose pauses take no time. */
function lateStage() {
  let late = 0;
  const started = stage(shipped, ({ clock }) => ({
    now: () => clock.now() + late,
    wait: ms => (ms === 0 ? Promise.resolve() : new Promise(() => undefined)),
  }));
  return {
    ...readers(started.discord),
    passes: started.discord.clock.passes,
    isLate: (ms: number) => {
      late = ms;
    },
  };
}

describe('an interaction that waited long for its turn', () => {
  it('is said to be coming at once, and answered then', async () => {
    const { bob, isLate } = lateStage();
    expect(await bob.types('/insight 5')).toMatchObject({ deferred: false });
    isLate(1_600);
    const seen = await bob.types('/insight 5');
    expect(seen).toMatchObject({ deferred: true, private: false });
    expect(seen.text).toContain('5');
    isLate(0);
    expect(await bob.types('/insight 5')).toMatchObject({ deferred: false });
  });

  it('turns the page all the same', async () => {
    const { bob, isLate } = lateStage();
    const card = await bob.types('/post latest', { private: true });
    isLate(2_000);
    const page = await bob.presses(card, 'Read here');
    expect(page).toMatchObject({ change: 'edited', private: true });
    expect(page.text).not.toBe(card.text);
  });

  it('gets no choices where it only asked for some', async () => {
    const { bob, isLate } = lateStage();
    expect(await bob.completes('/search', 'query', 'long')).not.toEqual([]);
    isLate(2_000);
    expect(await bob.completes('/search', 'query', 'long')).toEqual([]);
  });

  it('is answered in the order in which it came', async () => {
    const { bob, isLate } = lateStage();
    await bob.types('/help');
    isLate(2_000);
    const all = await Promise.all([1, 2, 3].map(number => bob.types(`/insight ${number}`)));
    expect(all.every(({ deferred }) => deferred)).toBe(true);
    expect(new Set(all.map(({ text }) => text)).size).toBe(3);
  });
});

it('leaves nothing behind, however many wait for their turn', async () => {
  const signals: AbortSignal[] = [];
  const { inTurn } = makeBacklog({
    now: () => 0,
    wait: (_, signal) => {
      signals.push(signal);
      signal.addEventListener('abort', () => undefined);
      return Promise.resolve();
    },
  });
  await Promise.all([1, 2, 3].map(() => inTurn(() => Promise.resolve())));
  expect(signals.map(signal => getEventListeners(signal, 'abort').length)).toEqual([1, 1, 1]);
});

describe('a clock that is wrong', () => {
  it('puts no answer off where it is wrong from the beginning', async () => {
    const { bob, isLate } = lateStage();
    isLate(2_500);
    expect(await bob.types('/insight 5')).toMatchObject({ deferred: false });
    expect(await bob.types('/insight 5')).toMatchObject({ deferred: false });
  });

  it.each([20_000, -20_000])('puts no answer off after a leap of %i ms', async leap => {
    const { bob, isLate } = lateStage();
    await bob.types('/insight 5');
    isLate(leap);
    expect(await bob.types('/insight 5')).toMatchObject({ deferred: false });
  });

  it('puts answers off for twenty minutes, and no longer', async () => {
    const { bob, isLate, passes } = lateStage();
    await bob.types('/help');
    isLate(2_000);
    expect(await bob.types('/help')).toMatchObject({ deferred: true });
    passes(10 * 60_001);
    expect(await bob.types('/help')).toMatchObject({ deferred: true });
    passes(10 * 60_001);
    expect(await bob.types('/help')).toMatchObject({ deferred: false });
  });
});
