/** Durations in milliseconds, shortest first. */
export type Durations = readonly number[];

/** How long each of `times` runs took, one after the other, after `warmUp` runs that do not count. */
export async function timeEach(
  run: () => unknown,
  { times, warmUp }: { readonly times: number; readonly warmUp: number },
): Promise<Durations> {
  for (let done = 0; done < warmUp; done++) await run();
  const durations: number[] = [];
  for (let done = 0; done < times; done++) {
    const start = performance.now();
    await run();
    durations.push(performance.now() - start);
  }
  return durations.sort((one, other) => one - other);
}

/** The duration that this share (0 to 1) of all runs did not exceed; NaN where there was none. */
export function percentile(durations: Durations, share: number): number {
  return durations[Math.min(durations.length - 1, Math.floor(durations.length * share))] ?? Number.NaN;
}

/** Half of the runs took at most this long. */
export const median = (durations: Durations): number => percentile(durations, 0.5);

/** The middle of numbers in any order. */
export const middle = (numbers: readonly number[]): number =>
  median([...numbers].sort((one, other) => one - other));
