import type { Moment } from './model.ts';
import type { Pace } from './pace.ts';
import type { Current, Parts } from './parts.ts';
import type { KnownPost, PostId } from './store.ts';

/** What a job is carried out with. */
export interface Carrier extends Pick<Parts, 'store' | 'sender' | 'now' | 'random' | 'log' | 'patience'> {
  readonly pace: Pace;
  readonly current: Current;
  /** When the claims that it works under end. */
  readonly until: Moment;
  /** Posts that can be written about here. */
  readonly posts: readonly PostId[];
  /** Posts as they were known when they were claimed. */
  readonly known: ReadonlyMap<PostId, KnownPost>;
  /** Whether somebody asked for it just now, who sees what is there. */
  readonly byHand?: true;
}
