import { expect, test } from 'vitest';
import { makeOnce } from '../../src/bot/once.ts';
import { makeClock } from '../discord/clock.ts';

const minute = 60_000;

test('an interaction is new once', () => {
  const isNew = makeOnce(makeClock(() => 0).now);
  expect(['1', '2', '1', '2', '3'].map(isNew)).toEqual([true, true, false, false, true]);
});

test('and for as long as Discord would take an answer to it', () => {
  const clock = makeClock(() => 0);
  const isNew = makeOnce(clock.now);
  isNew('1');
  clock.passes(14 * minute);
  expect(isNew('1')).toBe(false);
  clock.passes(2 * minute);
  expect([isNew('2'), isNew('1')]).toEqual([true, false]);
});

test('however many come in between, as far as memory is bounded', () => {
  const isNew = makeOnce(() => 0);
  const ids = Array.from({ length: 20_000 }, (_, at) => String(at));
  expect(ids.every(isNew)).toBe(true);
  expect(isNew('0')).toBe(false);
  for (let at = 0; at < 40_000; at++) isNew(`later ${at}`);
  expect(isNew('0')).toBe(true);
});
