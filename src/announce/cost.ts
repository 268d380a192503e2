import type { Job } from './store.ts';

/** Publishing, opening a thread and editing are each a request, and a note of it. */
const step = 2;

/** Looking whether an announcement has arrived: who one is, what the channel holds, what one may do there. */
const looking = 8;

/** Taking what else is due into one message, and reading it. */
const gathering = 4;

/** A last note, that nothing is left to do. */
const last = 1;

function costOfRest({ publish, open, digest }: Job): number {
  const reading = digest === undefined ? 0 : gathering;
  return reading + (publish ? step : 0) + (open ? step : 0) + (publish || open ? 0 : step) + last;
}

function costOfSending({ place, beside, triedBy, lease, digest }: Job): number {
  const isForum = place.kind === 'forum' || place.kind === 'media';
  const later = [place.kind === 'announcement', !isForum && place.thread].filter(is => is).length;
  return (
    step +
    // A forum is asked for its tags.
    (isForum ? 1 : 0) +
    (later > 0 ? later * step + last : 0) +
    (beside > 0 || digest !== undefined ? gathering : 0) +
    (triedBy === lease ? 0 : looking)
  );
}

/** How many requests, to Discord and to the store together, carrying out a job takes at most but for rare cases. */
function costOf(job: Job): number {
  return job.state === 'claimed' ? costOfSending(job) : costOfRest(job);
}

/** Whether too much has failed, what is to be sent, or else what is to be done of what was sent, and the posts. */
const claiming = 4;

/** How many jobs are worth claiming with so many requests. */
export const worthClaiming = (left: number): number => Math.max(0, Math.floor((left - claiming) / step));

/** Jobs, in order, that can be afforded, where putting back each of the others costs a request too; and the others. */
export function afforded(
  jobs: readonly Job[],
  left: number,
): { readonly begun: readonly Job[]; readonly others: readonly Job[] } {
  let spare = left - jobs.length;
  const begun: Job[] = [];
  const others: Job[] = [];
  for (const job of jobs) {
    const more = costOf(job) - 1;
    if (more > spare) others.push(job);
    else {
      spare -= more;
      begun.push(job);
    }
  }
  return { begun, others };
}
