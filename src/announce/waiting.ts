import type { Moment, Waiting } from './model.ts';
import type { KnownPost } from './store.ts';

/** How long a post waits before it is announced, and how old it may be, in milliseconds. */
export interface Patience {
  /** How long it must be unchanged. */
  readonly after: number;
  /** How long after its date it is announced at most. */
  readonly within: number;
}

/** How long a post's address is waited for, in milliseconds. */
const forAddress = 60 * 60_000;

/** What a post waits for in every server; undefined where it is due now. */
export function waitingOf(post: KnownPost, now: Moment, { after, within }: Patience): Waiting | undefined {
  const { known, plannedAt, missingSince, date, changedAt, url, answeredAt } = post;
  if (known) return { for: 'nothing', because: 'known' };
  if (plannedAt !== undefined) return { for: 'sending', since: plannedAt };
  if (missingSince !== undefined) return { for: 'nothing', because: 'withdrawn' };
  if (date === undefined) return { for: 'nothing', because: 'undated' };
  if (now > date + within) return { for: 'nothing', because: 'old' };
  const quiet = changedAt + after;
  if (now < quiet) return { for: 'quiet', until: quiet };
  const hasAnswered = url === undefined || (answeredAt !== undefined && answeredAt >= changedAt);
  if (!hasAnswered && now < quiet + forAddress) return { for: 'address', until: quiet + forAddress };
  return undefined;
}
