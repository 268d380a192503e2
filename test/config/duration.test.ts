import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDuration } from '../../src/config/duration.ts';

test.each([
  ['5 minutes', 300_000],
  ['1 minute', 60_000],
  ['300s', 300_000],
  ['10m', 600_000],
  ['1h 30m', 5_400_000],
  ['1h30m', 5_400_000],
  ['0.5 hours', 1_800_000],
  ['2 Days', 172_800_000],
  ['250ms', 250],
  ['5分钟', 300_000],
  ['1小时 30分', 5_400_000],
])('%s is as long as it says', (written, milliseconds) => {
  expect(readDuration(written)).toBe(milliseconds);
});

test.each([
  '',
  '5',
  'minutes',
  '5 parsecs',
  '-5m',
  '5m!',
  '1e3s',
  '5 m and 3 s',
  'm5',
  '5..5m',
  '9'.repeat(500),
])('%s is no duration', written => expect(readDuration(written)).toBeUndefined());

test('whatever is written is read or refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789. mhsd分a-') }), written => {
      const read = readDuration(written);
      expect(read === undefined || (Number.isSafeInteger(read) && read >= 0)).toBe(true);
    }),
  );
});
