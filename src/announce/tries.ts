import type { Outcome } from './model.ts';
import type { Parts } from './parts.ts';
import type { Job, Result } from './store.ts';

/** Why nothing came of a request. */
export type Failure = Extract<Outcome<object>, { readonly done: false }>;

/** The first pause after Discord stumbled, and the longest, in milliseconds. */
const firstPause = 2_000;
const longestPause = 10 * 60_000;

/** A channel that Quoth may not write in is tried again so often by itself: somebody may have mended it. */
const daily = 24 * 60 * 60_000;

/** How long until the next try: as Discord asks, and longer from try to try, never at the same time as others. */
export function pauseOf(attempts: number, after: number, random: () => number): number {
  const growing = Math.min(longestPause, firstPause * 2 ** Math.min(attempts - 1, 20));
  return Math.ceil(Math.max(after, growing * (0.5 + random() / 2)));
}

/** To be tried again at once, by whoever comes first. */
export function soon(now: number, unsure: boolean): Result {
  return { is: 'retry', at: now, unsure, detail: '' };
}

/** What a failed request to send makes of a delivery. `unsure` where an earlier one may have arrived. */
export function failed(
  job: Job,
  failure: Failure,
  { now, random }: Pick<Parts, 'now' | 'random'>,
  { unsure = false } = {},
): Result {
  const { detail } = failure;
  if ('after' in failure) {
    const at = now() + pauseOf(job.attempts, failure.after, random);
    return { is: 'retry', at, unsure: unsure || failure.unsure, detail };
  }
  const pause = { since: now(), because: failure.refused, detail };
  const isMendable = failure.refused !== 'refused' && !job.manual;
  return { is: 'refused', pause, detail, ...(isMendable ? { again: now() + daily } : {}) };
}
