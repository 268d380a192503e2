/** What stands after a number, in milliseconds. */
const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:ms|milliseconds?|毫秒)$/i, 1],
  [/^(?:s|secs?|seconds?|秒)$/i, 1_000],
  [/^(?:m|mins?|minutes?|分钟?|分鐘)$/i, 60_000],
  [/^(?:h|hrs?|hours?|小时|小時)$/i, 3_600_000],
  [/^(?:d|days?|天)$/i, 86_400_000],
];

/** No duration is written longer, in characters. */
const longest = 60;

/**
 * A duration as it is written: `5 minutes`, `300s`, `10m`, `1h 30m`, `0.5 h`, `5分钟`; in milliseconds. Undefined for
 * anything else, a number without its unit included.
 */
export function readDuration(written: string): number | undefined {
  const text = written.trim();
  if (text.length > longest || !/^(?:\d{1,9}(?:\.\d{1,6})?\s{0,3}\p{L}{1,12}\s{0,3})+$/u.test(text))
    return undefined;
  let sum = 0;
  for (const [, number = '', unit = ''] of text.matchAll(/(?<!\d)(\d+(?:\.\d+)?)\s{0,3}(\p{L}+)/gu)) {
    const length = units.find(([name]) => name.test(unit))?.[1];
    if (length === undefined) return undefined;
    sum += Number(number) * length;
  }
  return Math.round(sum);
}
