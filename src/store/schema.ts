import type { ChannelKind, DeliveryState, Pause } from '../announce/model.ts';
import type { Locale } from '../words/model.ts';

/*
 * The tables, one schema for SQLite, D1 and PostgreSQL. Moments are milliseconds since 1970; what is true or false is 1 or
 * 0, which all have. Names are written as here in TypeScript and with underscores in the database.
 */

export interface Schema {
  readonly post: PostTable;
  readonly postKey: PostKeyTable;
  readonly subscription: SubscriptionTable;
  readonly hold: HoldTable;
  readonly delivery: DeliveryTable;
  readonly revision: RevisionTable;
  readonly occasion: OccasionTable;
  readonly failure: FailureTable;
  readonly absence: AbsenceTable;
  readonly missed: MissedTable;
}

export interface PostTable {
  readonly id: string;
  /** The key that it has now. */
  readonly key: string;
  readonly path: string;
  readonly title: string;
  readonly slug: string;
  readonly url: string | null;
  readonly date: number | null;
  /** Between line breaks, which no tag holds. */
  readonly tags: string;
  readonly locales: string;
  readonly sketch: string;
  readonly content: string;
  readonly changedAt: number;
  readonly want: string;
  /** 1 where announcements may show something else than they are to show. */
  readonly stale: number;
  readonly known: number;
  readonly seenAt: number;
  readonly missingSince: number | null;
  readonly askedAt: number | null;
  readonly answeredAt: number | null;
  readonly plannedAt: number | null;
  /** Set once its deliveries are all there. */
  readonly spreadAt: number | null;
}

/** Every key that a post ever had, the one it has included. */
export interface PostKeyTable {
  readonly key: string;
  readonly post: string;
}

export interface SubscriptionTable {
  readonly channel: string;
  readonly guild: string;
  readonly kind: ChannelKind;
  readonly tag: string | null;
  readonly role: string | null;
  readonly notify: number;
  readonly thread: number;
  readonly locale: Locale;
  readonly madeBy: string;
  readonly madeAt: number;
  readonly pausedSince: number | null;
  readonly pausedBecause: Pause['because'] | null;
  readonly pausedDetail: string | null;
}

/** Posts that somebody keeps from being announced in a server. */
export interface HoldTable {
  readonly post: string;
  readonly guild: string;
  readonly by: string;
  readonly since: number;
}

export interface DeliveryTable {
  readonly post: string;
  readonly channel: string;
  readonly guild: string;
  readonly kind: ChannelKind;
  readonly wantsThread: number;
  readonly role: string | null;
  readonly notify: number;
  readonly locale: Locale;
  readonly manual: number;
  readonly state: DeliveryState;
  readonly since: number;
  readonly attempts: number;
  /** What comes first in its channel: the instant of the post's date. */
  readonly ordinal: number;
  /** 0 until it was sent, then 1: sending goes before whatever is done afterwards. */
  readonly rank: number;
  /** When something is to be done; while it is claimed, when the claim lapses; null where nothing is left to do. */
  readonly nextAt: number | null;
  readonly lease: string | null;
  readonly triedBy: string | null;
  readonly triedAt: number | null;
  readonly digest: string | null;
  readonly message: string | null;
  readonly thread: string | null;
  readonly sentAt: number | null;
  readonly editedAt: number | null;
  readonly shown: string | null;
  readonly publish: number;
  readonly open: number;
  readonly detail: string | null;
}

/** One row: the newest content that anybody has read. */
export interface RevisionTable {
  readonly id: number;
  readonly hash: string;
  readonly at: number;
  readonly hadAt: number;
  /** Another one each time that content is noted. */
  readonly stamp: string;
}

/** Moments by name: until when requests are reserved, when a chore was last done. */
export interface OccasionTable {
  readonly name: string;
  readonly at: number;
}

/** How many requests Discord did not take, by minute. */
export interface FailureTable {
  readonly minute: number;
  readonly count: number;
}

/** Servers that Quoth seems to have been removed from. */
export interface AbsenceTable {
  readonly guild: string;
  readonly since: number;
}

/** How often something was searched for and not found, by days since 1970. */
export interface MissedTable {
  readonly query: string;
  readonly day: number;
  readonly count: number;
}
