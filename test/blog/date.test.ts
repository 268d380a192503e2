import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDate, readDateOfPath } from '../../src/blog/date.ts';

const shanghai = 'Asia/Shanghai';

function instantOf(written: string, timezone = shanghai): string | undefined {
  const date = readDate(written, timezone);
  return date === undefined ? undefined : new Date(date.instant).toISOString();
}

test.each([
  ['2025-06-12 23:14:00', '2025-06-12T15:14:00.000Z'],
  ['2025-06-12 23:14', '2025-06-12T15:14:00.000Z'],
  ['2025-06-12T23:14:00', '2025-06-12T15:14:00.000Z'],
  ['2025-06-12', '2025-06-11T16:00:00.000Z'],
  ['2025/6/1 0:10:32', '2025-05-31T16:10:32.000Z'],
  ['2025-06-12T0:10:32', '2025-06-11T16:10:32.000Z'],
  ['2025.6.12', '2025-06-11T16:00:00.000Z'],
  ['2025年6月12日', '2025-06-11T16:00:00.000Z'],
  ['2025年6月12日 23:14', '2025-06-12T15:14:00.000Z'],
  ['2025 年 6 月 12 日 23时14分', '2025-06-12T15:14:00.000Z'],
  ['２０２５－０６－１２', '2025-06-11T16:00:00.000Z'],
  ['20250612', '2025-06-11T16:00:00.000Z'],
  ['202506122314', '2025-06-12T15:14:00.000Z'],
  ['20250612231400', '2025-06-12T15:14:00.000Z'],
  ['Jun 12 2025', '2025-06-11T16:00:00.000Z'],
  ['June 12th, 2025', '2025-06-11T16:00:00.000Z'],
  ['12 June 2025', '2025-06-11T16:00:00.000Z'],
  ['2025-06-12, 11:14 PM', '2025-06-12T15:14:00.000Z'],
  ['2025-06-12 12:05 am', '2025-06-11T16:05:00.000Z'],
])('%s without a zone belongs to the zone of the blog', (written, instant) => {
  expect(instantOf(written)).toBe(instant);
});

test.each([
  ['2025-06-12T23:14:00Z', '2025-06-12T23:14:00.000Z'],
  ['2025-06-12T23:14:00.123456Z', '2025-06-12T23:14:00.123Z'],
  ['2025-06-12 23:14:00 UTC', '2025-06-12T23:14:00.000Z'],
  ['2025-06-12T23:14:00+08:00', '2025-06-12T15:14:00.000Z'],
  ['2025-06-12T23:14:00+0900', '2025-06-12T14:14:00.000Z'],
  ['2025-06-12 23:14 +0900', '2025-06-12T14:14:00.000Z'],
  ['2025-06-12 23:14 -5', '2025-06-13T04:14:00.000Z'],
  ['Thu, 12 Jun 2025 23:14:00 GMT', '2025-06-12T23:14:00.000Z'],
  ['Thu Jun 12 2025 23:14:00 GMT+0800 (中国标准时间)', '2025-06-12T15:14:00.000Z'],
  ['2025-06-12T23:14:00+08:00[Asia/Shanghai]', '2025-06-12T15:14:00.000Z'],
])('%s keeps the zone that it names', (written, instant) => {
  expect(instantOf(written, 'America/New_York')).toBe(instant);
});

test.each([
  '2020-02-31',
  '2020-02-31T00:00:00Z',
  '2023-02-29',
  '2025-13-01',
  '2025-00-10',
  '2025-06-12 24:00',
  '2025-06-12 23:60',
  '2025-06-12 13:00 PM',
  '2025-06-12 23:14 +25:00',
  '20250631',
  '0001-01-01T00:00:00Z',
  '08/07/2022',
  '2025-06',
  '2025',
  'Last Modified',
  'yesterday',
  '12 Smarch 2025',
  '',
  '2025-06-12 and later',
  '1'.repeat(1000),
])('%s is refused, not guessed', written => {
  expect(readDate(written, shanghai)).toBeUndefined();
});

test('the day is that of the zone of the blog', () => {
  expect(readDate('2025-06-12T23:14:00Z', shanghai)).toMatchObject({ year: 2025, month: 6, day: 13 });
  expect(readDate('2025-06-12T03:14:00Z', 'America/New_York')).toMatchObject({
    year: 2025,
    month: 6,
    day: 11,
  });
});

test('midnight UTC, as generators write a day without a time, is that day everywhere', () => {
  expect(readDate('2025-06-12T00:00:00.000Z', 'America/New_York')).toMatchObject({ month: 6, day: 12 });
});

test('an hour that a change of clocks skips is the hour after it', () => {
  expect(instantOf('2025-03-09 02:30', 'America/New_York')).toBe('2025-03-09T07:30:00.000Z');
});

test.each([
  ['posts/2025-06-12-hello.md', '2025-06-12'],
  ['posts/2025-6-1-hello/index.md', '2025-06-01'],
  ['posts/20250612231400-from-compression.md', '2025-06-12'],
  ['posts/202506122314-x.md', '2025-06-12'],
  ['20250612.md', '2025-06-12'],
  ['blog/2014/09/15/Rust-1.0.md', '2014-09-15'],
  ['2014/09/15/Rust-1.0', '2014-09-15'],
])('%s names its day', (path, day) => {
  const date = readDateOfPath(path, 'UTC');
  expect(new Date(date?.instant ?? 0).toISOString()).toContain(day);
});

test.each(['posts/hello.md', '123456789-x.md', '99999999.md', 'v1/2/3/x.md', '2025/13/01/x.md', '1234.md'])(
  '%s names no day',
  path => {
    expect(readDateOfPath(path, 'UTC')).toBeUndefined();
  },
);

const zone = fc.constantFrom('UTC', shanghai, 'America/New_York', 'Asia/Kolkata', 'Europe/Berlin');

test('every instant is read back from every way of writing it with an offset', () => {
  const instants = fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, zone, (instant, timezone) => {
      const iso = instant.toISOString();
      const seconds = Math.floor(instant.getTime() / 1000) * 1000;
      const shifted = new Date(instant.getTime() + 9 * 3_600_000).toISOString();
      expect(readDate(iso, timezone)?.instant).toBe(instant.getTime());
      expect(readDate(`${shifted.slice(0, -1)}+09:00`, timezone)?.instant).toBe(instant.getTime());
      expect(readDate(`${shifted.slice(0, 19).replace('T', ' ')} +0900`, timezone)?.instant).toBe(seconds);
      expect(readDate(instant.toUTCString(), timezone)?.instant).toBe(seconds);
    }),
  );
});

test('a day that exists is read as that day, any other is refused', () => {
  const number = (max: number) => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(
      fc.integer({ min: 1900, max: 2100 }),
      number(13),
      number(32),
      zone,
      (year, month, day, timezone) => {
        const calendar = new Date(Date.UTC(year, month - 1, day));
        const exists = calendar.getUTCMonth() === month - 1 && calendar.getUTCDate() === day;
        const pad = (value: number) => value.toString().padStart(2, '0');
        for (const written of [
          `${year}-${month}-${day}`,
          `${year}${pad(month)}${pad(day)}`,
          `${year}年${month}月${day}日`,
        ]) {
          const expected = exists ? expect.objectContaining({ year, month, day }) : undefined;
          expect(readDate(written, timezone)).toEqual(expected);
        }
      },
    ),
  );
});

test('no text throws or takes long', () => {
  const part = fc.constantFrom(
    '2025',
    '-',
    '06',
    '12',
    'T',
    ' ',
    ':',
    '+',
    'GMT',
    '(',
    '[',
    'Jun',
    ',',
    '年',
    '9',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), parts => {
      const date = readDate(parts.join(''), shanghai);
      expect(date === undefined || Number.isSafeInteger(date.instant)).toBe(true);
    }),
  );
});
