/** Work in small steps, and what it comes to. */
type Steps<T> = Generator<void, T>;

/** Resolves once other work has had its turn. */
export type Pause = () => Promise<void>;

export interface Slices {
  /** So many milliseconds are spent at once. */
  readonly slice?: number;
}

/** Does all steps one after the other. */
export const atOnce = <T>(steps: Steps<T>): T => {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
};

/** Does steps in slices: `pause` is awaited whenever a slice's time has been spent at once. */
export const inSlices = async <T>(steps: Steps<T>, pause: Pause, { slice = 10 }: Slices = {}): Promise<T> => {
  let begun = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - begun < slice) continue;
    await pause();
    begun = performance.now();
  }
};
